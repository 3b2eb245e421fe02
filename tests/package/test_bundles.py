"""The bundles of a vendor's schemas say of whole requests what the catalog says, and editors find them."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from connector_catalog import validate
from jsonschema import Draft202012Validator

from generator.paths import PACKAGE, PROJECT
from tests.cases.verdicts import committed
from tests.package.building import KEYS, Object, data, id_in_request, id_path, part_of, request_of, requests, with_id

SCHEMAS = PROJECT / PACKAGE / "schemas"
ADDRESS = "https://connector-catalog.invalid/schemas/v1"
VENDORS = ("airbyte", "fivetran", "stitch")
BUNDLES = sorted(path.stem for path in SCHEMAS.glob("*.json") if path.stem != "catalog" and "." not in path.stem)
CHUNKS = [KEYS[start::8] for start in range(8)]
# The form of SchemaStore's own list, as its schema states it; there, each address is one of the web.
LIST = {
    "type": "object",
    "additionalProperties": False,
    "required": ["$schema", "version", "schemas"],
    "properties": {
        "$schema": {"const": "https://json.schemastore.org/schema-catalog.json"},
        "version": {"type": "number"},
        "schemas": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "url", "description"],
                "properties": {
                    "name": {"type": "string"},
                    "description": {"type": "string"},
                    "fileMatch": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
                    "url": {"type": "string"},
                },
            },
        },
    },
}


def _load(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


@functools.cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_load(f"{name}.json"), validate_formats=True)


def _accepts(key: str, request: Any) -> bool:
    return _validator(key.split("/", maxsplit=1)[0]).is_valid(request)


def _full(key: str) -> Object:
    return request_of(committed()[key], data()[key]["full"])


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_is_a_schema(name: str) -> None:
    bundle = _load(f"{name}.json")

    # jsonschema needs seconds for a bundle; the schemas of the connectors are checked with it too.
    jsonschema_rs.meta.validate(bundle)
    assert bundle["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert bundle["$id"] == f"{ADDRESS}/{name}.json"


@pytest.mark.parametrize("name", BUNDLES)
def test_an_editor_can_load_a_bundle_quickly(name: str) -> None:
    assert (SCHEMAS / f"{name}.json").stat().st_size < 2_000_000


@pytest.mark.parametrize("vendor", VENDORS)
def test_bundle_has_a_line_and_a_definition_for_every_connector(vendor: str) -> None:
    bundle = _load(f"{vendor}.json")
    lines = (SCHEMAS / f"{vendor}.json").read_text(encoding="utf-8").splitlines()
    own = [key.split("/") for key in KEYS if key.startswith(f"{vendor}/")]

    ids = [id_in_request(committed()[key]) for key in KEYS if key.startswith(f"{vendor}/")]
    assert _listed_ids(bundle, vendor) == ids
    names = [f"{role}:{type_}" for _, role, type_ in own]
    assert list(bundle["$defs"]) == ["destination", "source", *names]
    assert len([line for line in lines if line.startswith('"') and line.split('":', 1)[0][1:] in names]) == len(names)
    assert len(bundle["allOf"]) == len(own)


def _listed_ids(bundle: Any, vendor: str) -> list[str]:
    """The ids of all connectors, as a bundle lists them."""
    found = []
    paths = dict.fromkeys(id_path(vendor, role) for role in ("destination", "source"))
    for path in paths:
        found += functools.reduce(lambda inner, part: inner["properties"][part], path, bundle)["enum"]
    return found


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_bundle_accepts_every_request_of_the_catalog(number: int) -> None:
    refused = [(key, request) for key in CHUNKS[number] for request in requests(key) if not _accepts(key, request)]

    assert refused == []


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_bundle_accepts_the_key_of_an_editor(number: int) -> None:
    refused = [key for key in CHUNKS[number] if not _accepts(key, {"$schema": "./x.json"} | _full(key))]

    assert refused == []


def _wrong(key: str) -> Iterator[tuple[str, Object]]:
    """A connector's full request, wrong in one way each."""
    request, own = _full(key), part_of(key)
    yield "no id", with_id(request, key)
    yield "an unknown id", with_id(request, key, "no_such_service")
    if request[own]:
        yield "no part", {name: value for name, value in request.items() if name != own}
    yield "a part that is a list", request | {own: [request[own]]}
    yield "an unknown property", request | {own: request[own] | {"no_such_property": 1}}
    for name in request.get("auth", {}):
        moved = copy.deepcopy(request)
        moved["config"][name] = moved["auth"].pop(name)
        yield f"{name} in config", moved
    for name in list(request[own])[:3] if "auth" in request else ():
        moved = copy.deepcopy(request)
        moved["auth"][name] = moved["config"].pop(name)
        yield f"{name} in auth", moved
    if key.startswith("fivetran/"):
        yield "an unknown name beside", request | {"no_such_property": 1}
        yield "a wrong type beside", request | {"group_id": 7}
        yield "no group", {name: value for name, value in request.items() if name != "group_id"}
        yield "what the vendor sets", request | {"setup_tests": []}
        if "auth" not in request:
            yield "a part that the service has not", request | {"auth": {"no_such_property": "x"}}


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_bundle_and_validator_refuse_wrong_requests(number: int) -> None:
    accepted = []
    for key in CHUNKS[number]:
        vendor, _, type_ = key.split("/")
        for what, request in _wrong(key):
            by_bundle, by_validator = _accepts(key, request), not validate(vendor, type_, request)
            if by_bundle or by_validator:
                accepted.append((key, what, {"bundle": by_bundle, "validator": by_validator}))

    assert accepted == []


def test_every_way_of_being_wrong_has_been_tried() -> None:
    ways = [what for key in KEYS for what, _ in _wrong(key)]

    assert sum(" in config" in what for what in ways) > 150
    assert sum(" in auth" in what for what in ways) > 100


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("fivetran/source/iterable", "snowflake"),
        ("stitch/source/platform.mysql", "platform.braintree"),
        ("stitch/source/platform.mysql", "mysql"),
        ("stitch/destination/snowflake", "fivetran"),
    ],
)
def test_the_id_of_another_connector_is_refused(key: str, other: str) -> None:
    assert not _accepts(key, with_id(_full(key), key, other))


def test_the_envelope_is_the_one_of_its_role() -> None:
    destination, source = _full("fivetran/destination/snowflake"), _full("fivetran/source/iterable")

    assert not _accepts("fivetran/destination/snowflake", destination | {"paused": True})
    assert _accepts("fivetran/source/iterable", source | {"paused": True})
    assert not _accepts("fivetran/source/iterable", source | {"time_zone_offset": "0"})


@pytest.mark.parametrize("name", ["is_historical_sync", "id", "created_at", "schema"])
def test_the_bundle_leaves_out_what_a_create_request_cannot_set(name: str) -> None:
    value = {"is_historical_sync": True, "created_at": "2026-01-01T00:00:00Z"}.get(name, "x")

    assert not _accepts("fivetran/source/iterable", _full("fivetran/source/iterable") | {name: value})


@functools.cache
def _update(vendor: str, name: str) -> jsonschema_rs.Draft202012Validator:
    definitions = _load(f"{vendor}-update.json")["$defs"]
    return jsonschema_rs.Draft202012Validator({"$defs": definitions, "$ref": f"#/$defs/{name}"}, validate_formats=True)


def _partial(key: str) -> Iterator[Object]:
    """A connector's full request without its parts, without some of its properties, and wrong in some ways."""
    request, own = _full(key), part_of(key)
    id_ = id_in_request(committed()[key])
    yield with_id(request | {own: {}}, key, id_)
    for name in list(request[own])[::3]:
        less = {other: value for other, value in request[own].items() if other != name}
        yield with_id(request | {own: less}, key, id_)
        yield with_id(request | {own: request[own] | {name: [{"no": "such"}]}}, key, id_)
    # In the part, requests of some vendors have the id.
    without_id = ("no part", "a part that is a list") if id_path(*key.split("/")[:2])[0] == part_of(key) else ()
    yield from (wrong for what, wrong in _wrong(key) if what not in ("no id", "an unknown id", *without_id))


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_bundle_and_validator_agree_on_drafts(number: int) -> None:
    apart, accepted = [], 0
    for key in CHUNKS[number]:
        vendor, _, type_ = key.split("/")
        for request in _partial(key):
            problems = validate(vendor, type_, request, action="draft")
            accepted += not problems
            if _validator(f"{vendor}-draft").is_valid(request) == bool(problems):
                apart.append((key, request, problems))

    assert apart == []
    assert accepted > 100


UPDATED = KEYS[::40]
FIXED = ("group_id", "workspaceId")
"""What no update changes."""


@pytest.mark.parametrize("key", UPDATED)
def test_bundle_and_validator_agree_on_updates(key: str) -> None:
    vendor, role, type_ = key.split("/")
    apart, accepted = [], 0
    for request in _partial(key):
        turned = {own: request[part] for own, part in (("config", "auth"), ("auth", "config")) if part in request}
        moved = [{"paused": True} | turned, {own: request[own] for own in turned if own in request}] if turned else []
        for update in ({name: value for name, value in request.items() if name not in FIXED}, *moved, request):
            sent = {name: value for name, value in with_id(update, key).items() if name not in FIXED}
            for each in (update, sent):
                problems = validate(vendor, type_, each, action="update")
                accepted += not problems
                if _update(vendor, f"{role}:{type_}").is_valid(each) == bool(problems):
                    apart.append((each, problems))

    assert apart == []
    assert accepted


def test_rules_between_properties_hold_in_a_request() -> None:
    key = "stitch/source/platform.mysql"
    least = request_of(committed()[key], data()[key]["minimal"])
    iterable = request_of(committed()["fivetran/source/iterable"], {"schema": "s", "sync_mode": "SelectedEvents"})

    assert _accepts(key, least)
    assert not _accepts(key, least | {"properties": least["properties"] | {"ssh": "true"}})
    assert not _accepts("fivetran/source/iterable", iterable)
    iterable["config"]["events"] = ["e"]
    assert _accepts("fivetran/source/iterable", iterable)


def test_the_list_of_bundles_has_schemastore_s_form_and_leads_to_files() -> None:
    listed = _load("catalog.json")

    Draft202012Validator(LIST).validate(listed)
    assert {each["url"] for each in listed["schemas"]} == {f"{ADDRESS}/{name}.json" for name in BUNDLES}
    patterns = [pattern for each in listed["schemas"] for pattern in each["fileMatch"]]
    assert len(set(patterns)) == len(patterns)
    assert {"*.airbyte.json", "*.fivetran.json", "*.stitch.yaml"} <= set(patterns)


def test_a_connector_without_properties_needs_no_part_for_them() -> None:
    assert _accepts("stitch/source/import_api", {"type": "import_api"})
    assert not _accepts("stitch/source/platform.mysql", {"type": "platform.mysql"})
