"""Fivetran's OpenAPI file: its services, the envelope of their requests, and what is said of each property."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.property import Property
from generator.diagnostics import Diagnostics, Level
from generator.records.record import PropertyRecord
from tests.records.reading import Read, captured, comparable, read_text_of

Data = dict[str, Any]

TEXT = {"type": "string"}
HERE = "/components/schemas/"
CONFIG = f"{HERE}acme_config_V1/properties/config/properties/"
NAMES = {
    "source": ("/v1/connections", "NewConnection", "UpdateConnection", "Connection"),
    "destination": ("/v1/destinations", "NewDestination", "UpdateDestination", "Destination"),
}


def ref(name: str) -> Data:
    return {"$ref": f"#{HERE}{name}"}


def parts(*names: str) -> Data:
    return {"allOf": [ref(name) for name in names]}


def step(name: str = "config", required: list[str] | None = None, /, **properties: Any) -> Data:
    """The part of a request that holds a service's own properties."""
    return {"properties": {name: {"type": "object", "required": required or [], "properties": properties}}}


def envelope(*names: str, **properties: Any) -> Data:
    """Make the schema of a request or a response."""
    return {"type": "object", "properties": dict.fromkeys(names, TEXT) | properties}


def operation(request: str, response: str) -> Data:
    answer = {"type": "object", "properties": {"code": TEXT, "data": ref(response)}}
    return {
        "requestBody": {"content": {"application/json": {"schema": ref(request)}}},
        "responses": {"200": {"content": {"application/json": {"schema": answer}}}},
    }


def requests(role: str, services: dict[str, Data], answers: dict[str, Data], envelopes: list[Data]) -> Data:
    """A file with the requests of one role; ``envelopes`` create, update, answer."""
    path, *names = NAMES[role]
    schemas = dict(zip(names, envelopes, strict=False))
    for name, found in ((names[0], services), (names[2], answers)):
        schemas |= {f"{service}_{name}": schema for service, schema in found.items()}
        mapping = {service: f"#{HERE}{service}_{name}" for service in found}
        schemas[name] = schemas[name] | {"discriminator": {"propertyName": "service", "mapping": mapping}}
    paths = {path: {"post": operation(names[0], names[2])}, f"{path}/{{id}}": {"patch": operation(names[1], names[2])}}
    return {"openapi": "3.0.1", "paths": paths, "components": {"schemas": schemas}}


def file(
    config: Data | None = None,
    required: list[str] | None = None,
    *,
    services: dict[str, Data] | None = None,
    answers: dict[str, Data] | None = None,
    envelopes: list[Data] | None = None,
    role: str = "source",
    **schemas: Data,
) -> Data:
    """A file with the service ``acme``, whose config has these properties, or with other services."""
    one = {"acme": parts(NAMES[role][1], "acme_config_V1")}
    service = envelope("service")
    made = requests(role, services or one, answers or {}, envelopes or [service, service, service])
    made["components"]["schemas"] |= {"acme_config_V1": step("config", required, **(config or {"lid": TEXT}))} | schemas
    return made


def with_destinations(data: Data, other: Data) -> Data:
    schemas = data["components"]["schemas"] | other["components"]["schemas"]
    return data | {"paths": data["paths"] | other["paths"], "components": {"schemas": schemas}}


def without(diagnostics: Diagnostics, code: str) -> Diagnostics:
    found = Diagnostics(diagnostics.document)
    found.extend(each for each in diagnostics if each.code != code)
    return found


def read(data: Data, folder: Path) -> Read:
    """Read a file; check that nothing is lost and that its capture gives the same."""
    found = read_text_of(json.dumps(data), folder, "x.json")
    # Most of these files have no destinations.
    found.diagnostics = without(found.diagnostics, "missing-operation")
    assert found.reading.records.unaccounted == 0
    assert "unaccounted" not in found.codes
    if not found.diagnostics.failed:
        again = captured(found, folder)
        assert comparable(again.connectors) == comparable(found.connectors)
        assert described(again.reading.records.envelopes) == described(found.reading.records.envelopes)
        assert again.reading.records.unaccounted == 0
    return found


def described(envelopes: dict[str, list[PropertyRecord]]) -> dict[str, list[Any]]:
    return {role: [(each.name, each.requirement, each.declared) for each in found] for role, found in envelopes.items()}


def properties(found: Read, step_name: str = "config") -> dict[str, Property]:
    (connector,) = found.connectors
    (only,) = (each for each in connector.steps if each.name == step_name)
    return {each.name: each for each in only.properties}


def lid(schema: Data, folder: Path, **more: Any) -> Data:
    """Return the one property of a file in catalog form without name and sources; check that nothing is reported."""
    found = read(file({"lid": schema}, **more), folder)
    assert [each for each in found.diagnostics if each.level is not Level.NOTE] == []
    stated = properties(found)["lid"].to_json()
    return {name: value for name, value in stated.items() if name not in ("name", "sources")}


def reported(found: Read) -> list[str]:
    return [f"{each.level.word} {each.code} {each.place} {each.subject}".strip() for each in found.diagnostics]


def test_a_service_of_each_role_is_a_connector(tmp_path: Path):
    sources = file(services={name: parts("NewConnection", "acme_config_V1") for name in ("acme", "15five", "a_1")})
    destinations = file(role="destination", services={"bolt": parts("NewDestination", "acme_config_V1")})
    found = read(with_destinations(sources, destinations), tmp_path)
    assert [(each.key, each.status) for each in found.connectors] == [
        ("fivetran/source/acme", "documented"),
        ("fivetran/source/15five", "documented"),
        ("fivetran/source/a_1", "documented"),
        ("fivetran/destination/bolt", "documented"),
    ]
    assert found.lines == []
    assert found.reading.records.rows == 4


def test_the_older_path_of_connections_is_known(tmp_path: Path):
    data = file()
    data["paths"] = {path.replace("connections", "connectors"): each for path, each in data["paths"].items()}
    assert [each.key for each in read(data, tmp_path).connectors] == ["fivetran/source/acme"]


@pytest.mark.parametrize("path", ["/v1/boxes", "/v1/connections/{id}/test", "/v1/groups/{id}/connections"])
def test_a_file_without_a_request_that_creates_a_connection_is_not_recognised(path: str, tmp_path: Path):
    data = file()
    data["paths"] = {path: data["paths"]["/v1/connections"]}
    with pytest.raises(AssertionError, match="unknown-document"):
        read_text_of(json.dumps(data), tmp_path, "x.json")


def test_a_connector_has_its_place(tmp_path: Path):
    (connector,) = read(file(), tmp_path).connectors
    assert [each.place for each in connector.sources] == [f"{HERE}acme_NewConnection"]
    assert [each.place for each in properties(read(file(), tmp_path))["lid"].sources] == [f"{CONFIG}lid"]


def test_config_and_auth_are_steps(tmp_path: Path):
    services = {"acme": parts("NewConnection", "acme_config_V1", "acme_auth")}
    auth = step("auth", ["key"], key=TEXT, id=TEXT)
    found = read(file({"lid": TEXT, "nut": TEXT}, services=services, acme_auth=auth), tmp_path)
    assert list(properties(found)) == ["lid", "nut"]
    assert {name: each.requirement for name, each in properties(found, "auth").items()} == {
        "key": "required",
        "id": None,
    }


def test_one_part_may_hold_config_and_auth(tmp_path: Path):
    both = {"properties": step("config", lid=TEXT)["properties"] | step("auth", key=TEXT)["properties"]}
    found = read(file(acme_config_V1=both), tmp_path)
    assert [each.name for each in found.connectors[0].steps] == ["config", "auth"]


def test_a_service_may_be_made_of_parts_that_have_no_name(tmp_path: Path):
    found = read(file(services={"acme": {"allOf": [ref("NewConnection"), step(lid=TEXT)]}}), tmp_path)
    assert list(properties(found)) == ["lid"]


def test_a_service_may_be_one_schema_without_parts(tmp_path: Path):
    found = read(file(services={"acme": step(lid=TEXT)}), tmp_path)
    assert list(properties(found)) == ["lid"]
    assert found.lines == []


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("schema", {"schema": TEXT}),
        ("schema_table", {"schema": TEXT, "table": TEXT}),
        ("schema_prefix", {"schema_prefix": TEXT}),
        ("schema_table_group", {"schema": TEXT, "table_group_name": TEXT}),
    ],
)
def test_a_naming_is_a_kind_and_properties(kind: str, names: Data, tmp_path: Path):
    services = {"acme": parts("NewConnection", "acme_config_V1", f"schema_format_{kind}")}
    naming = step("config", list(names), **names)
    found = read(file(services=services, **{f"schema_format_{kind}": naming}), tmp_path)
    assert found.connectors[0].naming == kind
    assert list(properties(found)) == ["lid", *names]
    assert {properties(found)[name].requirement for name in names} == {"required"}


def test_a_service_without_naming_has_none(tmp_path: Path):
    assert read(file(), tmp_path).connectors[0].naming is None


def test_what_only_the_answer_has_is_set_by_the_vendor(tmp_path: Path):
    answers = {"acme": parts("Connection", "acme_config_V1", "acme_more")}
    more = step("config", ["state"], state=TEXT, box={"type": "object", "properties": {"nut": TEXT}})
    found = read(file(answers=answers, acme_more=more), tmp_path)
    assert {name: (each.requirement, each.read_only) for name, each in properties(found).items()} == {
        "lid": (None, None),
        "state": ("readOnly", True),
        "box": ("readOnly", True),
    }
    assert found.reading.records.rows == 4
    assert found.lines == []


def test_the_answer_of_another_service_is_not_this_one_s(tmp_path: Path):
    answers = {"bolt": parts("Connection", "acme_more")}
    found = read(file(answers=answers, acme_more=step(state=TEXT)), tmp_path)
    assert list(properties(found)) == ["lid"]


def test_a_name_in_two_parts_is_taken_once(tmp_path: Path):
    services = {"acme": parts("NewConnection", "acme_config_V1", "acme_more")}
    found = read(file(services=services, acme_more=step(lid={"type": "integer"}, nut=TEXT)), tmp_path)
    assert {name: each.type for name, each in properties(found).items()} == {"lid": "string", "nut": "string"}
    place = f"{HERE}acme_more/properties/config/properties/lid"
    assert reported(found) == [f"warning duplicate-property {place} fivetran/source/acme config.lid"]
    assert f"{CONFIG}lid" in found.lines[0]


@pytest.mark.parametrize("service", ["Acme", "acme/v2", "../acme", "", "_acme", "acme-2", "acme.x", "äcme", "acme\n"])
def test_an_invalid_service_id_is_refused_and_the_others_are_read(service: str, tmp_path: Path):
    part = parts("NewConnection", "acme_config_V1")
    data = file(services={"acme": part})
    base = data["components"]["schemas"]["NewConnection"]
    base["discriminator"]["mapping"][service] = f"#{HERE}acme_NewConnection"
    found = read(data, tmp_path)
    assert reported(found) == [f"error type-name {HERE}NewConnection"]
    assert [each.type for each in found.connectors] == ["acme"]


def test_a_service_without_config_is_an_error(tmp_path: Path):
    services = {"acme": parts("NewConnection", "acme_config_V1"), "bolt": parts("NewConnection", "bolt_auth")}
    found = read(file(services=services, bolt_auth=step("auth", key=TEXT)), tmp_path)
    assert reported(found) == [f"error service-without-config {HERE}bolt_NewConnection fivetran/source/bolt"]


def test_a_config_without_properties_is_a_warning(tmp_path: Path):
    services = {"acme": parts("NewConnection", "acme_config_V1"), "bolt": parts("NewConnection", "bolt_config")}
    found = read(file(services=services, bolt_config=step()), tmp_path)
    assert reported(found) == [f"warning no-properties {HERE}bolt_NewConnection fivetran/source/bolt"]
    assert [len(each.steps) for each in found.connectors] == [1, 1]


def test_an_unknown_part_of_the_request_is_a_warning(tmp_path: Path):
    both = {"properties": step(lid=TEXT)["properties"] | {"secrets": {"properties": {"key": TEXT}}}}
    found = read(file(acme_config_V1=both), tmp_path)
    assert reported(found) == [f"warning unknown-part {HERE}acme_config_V1/properties/secrets fivetran/source/acme"]
    assert list(properties(found)) == ["lid"]


def flags(create: Data, update: Data, answer: Data, folder: Path) -> dict[str, tuple[str | None, list[str]]]:
    """The requirement and the other labels of each property of an envelope."""
    found = read(file(envelopes=[create, update, answer]), folder)
    records = found.reading.records.envelopes["source"]
    return {each.name: (each.requirement, sorted(each.declared)) for each in records}


def test_an_envelope_says_when_a_property_is_accepted_and_returned(tmp_path: Path):
    create = envelope("everywhere", "at_first", "asked", "never_told") | {"required": ["at_first"]}
    update = envelope("everywhere", "asked", "later", "later_untold")
    answer = envelope("everywhere", "at_first", "asked", "later", "told")
    assert flags(create, update, answer, tmp_path) == {
        "everywhere": ("optional", []),
        "at_first": ("required", ["createOnly"]),
        "asked": ("optional", []),
        "never_told": ("optional", ["createOnly", "writeOnly"]),
        "later": ("optional", ["updateOnly"]),
        "later_untold": ("optional", ["updateOnly", "writeOnly"]),
        "told": ("readOnly", []),
    }


def test_an_envelope_is_as_the_request_that_creates_has_it(tmp_path: Path):
    create, update, answer = (envelope(box={"type": word}) for word in ("string", "integer", "boolean"))
    found = read(file(envelopes=[create, update, answer]), tmp_path).reading.records.envelopes["source"]
    assert [each.type_words for each in found] == [("STRING",)]


def test_an_envelope_that_is_required_only_by_an_update_is_optional(tmp_path: Path):
    update = envelope("service", "later") | {"required": ["later"]}
    found = flags(envelope("service"), update, envelope("service", "later"), tmp_path)
    assert found["later"] == ("optional", ["updateOnly"])


def test_without_an_update_or_an_answer_nothing_is_said_of_them(tmp_path: Path):
    data = file(envelopes=[envelope("service", "box")] * 3)
    data["paths"] = {"/v1/connections": {"post": operation("NewConnection", "Connection") | {"responses": {}}}}
    records = read(data, tmp_path).reading.records.envelopes["source"]
    assert [(each.name, each.requirement, each.declared) for each in records] == [
        ("service", "optional", {}),
        ("box", "optional", {}),
    ]


def test_config_and_auth_are_not_of_the_envelope(tmp_path: Path):
    update = envelope("service", config={"type": "object"}, auth={"type": "object"})
    assert list(flags(envelope("service"), update, envelope("service", "config"), tmp_path)) == ["service"]


def test_destinations_have_an_envelope_of_their_own(tmp_path: Path):
    destinations = file(
        role="destination",
        services={"bolt": parts("NewDestination", "acme_config_V1")},
        envelopes=[envelope("service", "region")] * 3,
    )
    envelopes = read(with_destinations(file(), destinations), tmp_path).reading.records.envelopes
    assert {role: [each.name for each in found] for role, found in envelopes.items()} == {
        "source": ["service"],
        "destination": ["service", "region"],
    }


@pytest.mark.parametrize(
    ("schema", "stated"),
    [
        ({"type": "string"}, {"type": "string"}),
        ({}, {}),
        ({"type": "string", "title": "Lid", "uniqueItems": True}, {"type": "string"}),
        ({"type": "string", "examples": ["x", "y"]}, {"type": "string", "examples": ["x", "y"]}),
        ({"type": "string", "const": "x"}, {"type": "string", "const": "x"}),
        (
            {"type": "array", "items": {"type": ["string", "integer", "null"]}},
            {"type": "array", "items": {"type": ["string", "integer", "null"]}},
        ),
        ({"type": "string", "format": "password"}, {"type": "string", "secret": True, "secretFrom": "mark"}),
        (
            {"type": "array", "items": {"type": "string", "format": "password"}},
            {"type": "array", "secret": True, "secretFrom": "mark", "items": {"type": "string"}},
        ),
        ({"type": "integer", "format": "int64"}, {"type": "integer"}),
        ({"type": "integer", "default": 5, "minimum": 1}, {"type": "integer", "default": 5, "minimum": 1}),
        ({"type": "boolean", "default": True}, {"type": "boolean", "default": True}),
        ({"type": "integer", "maximum": 9, "example": 5}, {"type": "integer", "maximum": 9, "examples": [5]}),
        ({"type": "string", "deprecated": True}, {"type": "string", "deprecated": True}),
        ({"type": "string", "deprecated": False}, {"type": "string"}),
        ({"type": "string", "readOnly": True}, {"type": "string", "readOnly": True}),
        ({"type": "string", "writeOnly": True}, {"type": "string", "writeOnly": True}),
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"nullable": True}, {}),
        ({"type": ["string", "null"]}, {"type": ["string", "null"]}),
        ({"type": ["null", "integer"]}, {"type": ["integer", "null"]}),
        ({"type": ["string", "integer"]}, {"type": ["string", "integer"]}),
        ({"type": ["string"]}, {"type": "string"}),
        ({"type": "string", "enum": ["A", "B"]}, {"type": "string", "enum": ["A", "B"]}),
        ({"type": "string", "enum": []}, {"type": "string"}),
        (
            {"type": "array", "items": {"type": "string", "enum": ["A"]}},
            {"type": "array", "items": {"type": "string", "enum": ["A"]}},
        ),
        ({"type": "array", "items": {}}, {"type": "array"}),
        ({"type": "object", "additionalProperties": {"type": "string"}}, {"type": "object"}),
    ],
    ids=repr,
)
def test_what_a_schema_states(schema: Data, stated: Data, tmp_path: Path):
    assert lid(schema, tmp_path) == stated


@pytest.mark.parametrize("word", ["date", "date-time", "email", "uri", "uuid", "hostname", "ipv4", "ipv6", "byte"])
def test_a_format_that_json_schema_knows_is_kept(word: str, tmp_path: Path):
    assert lid(TEXT | {"format": word}, tmp_path)["format"] == word


@pytest.mark.parametrize("stated", [{"format": "email"}, {"pattern": "^x"}], ids=repr)
def test_a_format_or_pattern_that_the_schema_states_is_not_inferred(stated: Data, tmp_path: Path):
    assert lid(TEXT | stated, tmp_path) == TEXT | stated


@pytest.mark.parametrize(
    ("schema", "stated"),
    [
        ({"type": "integer", "default": 0, "minimum": 0}, {"type": "integer", "default": 0, "minimum": 0}),
        ({"type": "integer", "maximum": 0}, {"type": "integer", "maximum": 0}),
        ({"type": "boolean", "default": False}, {"type": "boolean", "default": False}),
    ],
    ids=repr,
)
def test_zero_and_false_are_stated_too(schema: Data, stated: Data, tmp_path: Path):
    assert lid(schema, tmp_path) == stated


@pytest.mark.parametrize(
    ("schema", "stated", "code"),
    [
        ({"type": "object", "enum": ["A"]}, {"type": "string", "enum": ["A"]}, "values-of-object"),
        ({"type": "object", "example": "x"}, {"type": "string", "examples": ["x"]}, "text-of-object"),
        ({"type": "integer", "enum": ["1"]}, {"type": "integer", "enum": [1]}, "values-as-text"),
        ({"type": "string", "example": "A | B"}, {"type": "string", "enum": ["A", "B"]}, "values-in-example"),
        ({"type": "string", "example": "string"}, {"type": "string"}, "empty-example"),
        ({"type": "string", "enum": ["A", "A"]}, {"type": "string", "enum": ["A"]}, "value-twice"),
        ({"type": "object"}, {"type": "object"}, "open-object"),
    ],
    ids=repr,
)
def test_what_is_put_right_is_a_note_at_its_place(schema: Data, stated: Data, code: str, tmp_path: Path):
    assert lid(schema, tmp_path) == stated
    assert reported(read(file({"lid": schema}), tmp_path)) == [
        f"note {code} {CONFIG}lid fivetran/source/acme config.lid"
    ]


def test_required_is_what_the_object_around_it_lists(tmp_path: Path):
    box = {"type": "object", "required": ["nut"], "properties": {"nut": TEXT, "pin": TEXT}}
    found = properties(read(file({"box": box, "lid": TEXT}, ["lid"]), tmp_path))
    assert {name: each.requirement for name, each in found.items()} == {"box": None, "lid": "required"}
    assert {each.name: each.requirement for each in found["box"].children} == {"nut": "required", "pin": None}


def test_objects_and_lists_of_objects_have_properties(tmp_path: Path):
    box = {"type": "object", "properties": {"nut": {"type": "object", "properties": {"pin": TEXT}}}}
    found = read(file({"box": box, "boxes": {"type": "array", "items": box}}), tmp_path)
    assert [path for _, path, _ in found.connectors[0].paths()] == [
        "box",
        "box.nut",
        "box.nut.pin",
        "boxes",
        "boxes.nut",
        "boxes.nut.pin",
    ]
    assert found.reading.records.rows == 6
    boxes = properties(found)["boxes"]
    assert boxes.items is not None
    assert boxes.items.type == "object"


@pytest.mark.parametrize(
    "schema",
    [ref("Box"), parts("Box"), {"type": "array", "items": ref("Box")}, {"type": "array", "items": parts("Box")}],
    ids=repr,
)
def test_a_referenced_object_is_read_where_it_is_used(schema: Data, tmp_path: Path):
    found = read(file({"lid": schema}, Box={"type": "object", "properties": {"nut": TEXT}}), tmp_path)
    (nut,) = properties(found)["lid"].children
    assert [each.place for each in nut.sources] == [f"{HERE}Box/properties/nut"]


@pytest.mark.parametrize(
    ("schema", "stated"),
    [
        (ref("Region"), {"type": "string", "enum": ["EU"]}),
        ({"type": "array", "items": ref("Region")}, {"type": "array", "items": {"type": "string", "enum": ["EU"]}}),
    ],
    ids=repr,
)
def test_a_referenced_text_is_read_where_it_is_used(schema: Data, stated: Data, tmp_path: Path):
    assert lid(schema, tmp_path, Region=TEXT | {"enum": ["EU"]}) == stated


@pytest.mark.parametrize(
    "schema",
    [
        ref("Alias"),
        {"allOf": [ref("Region")], "description": "Where."},
        {"type": "array", "items": {"allOf": [ref("Region")]}},
    ],
    ids=repr,
)
def test_the_target_of_a_reference_of_a_reference_or_a_part_is_captured(schema: Data, tmp_path: Path):
    read(file({"lid": schema}, Alias=ref("Region"), Region=TEXT | {"enum": ["EU"]}), tmp_path)


def test_a_part_that_is_a_reference_of_a_reference_is_captured(tmp_path: Path):
    services = {"acme": parts("NewConnection", "Alias")}
    assert list(properties(read(file(services=services, Alias=ref("acme_config_V1")), tmp_path))) == ["lid"]


def test_an_object_that_holds_itself_is_an_error(tmp_path: Path):
    tree = {"type": "object", "properties": {"child": ref("Tree")}}
    found = read(file({"lid": ref("Tree")}, Tree=tree), tmp_path)
    assert reported(found) == [
        f"error cyclic-reference {HERE}Tree/properties/child fivetran/source/acme config.lid.child"
    ]


def test_a_list_whose_items_hold_it_is_an_error(tmp_path: Path):
    tree = {"type": "object", "properties": {"children": {"type": "array", "items": ref("Tree")}}}
    found = read(file({"lid": ref("Tree")}, Tree=tree), tmp_path)
    assert found.codes == ["cyclic-reference"]


def test_a_list_of_itself_is_an_error(tmp_path: Path):
    found = read(file({"lid": ref("L"), "nut": TEXT}, L={"type": "array", "items": ref("L")}), tmp_path)
    assert reported(found) == [f"error cyclic-reference {HERE}L L"]
    assert list(properties(found)) == ["lid", "nut"]


@pytest.mark.parametrize("keyword", ["anyOf", "not", "evenNumber", "if", "x-acme"])
def test_an_unknown_keyword_is_a_warning(keyword: str, tmp_path: Path):
    found = read(file({"lid": TEXT | {keyword: 5}}), tmp_path)
    assert reported(found) == [f"warning unknown-keyword {CONFIG}lid fivetran/source/acme config.lid"]
    assert repr(keyword) in found.lines[0]


def test_an_unknown_keyword_of_items_is_a_warning(tmp_path: Path):
    found = read(file({"lid": {"type": "array", "items": TEXT | {"evenNumber": 5}}}), tmp_path)
    assert reported(found) == [f"warning unknown-keyword {CONFIG}lid/items fivetran/source/acme config.lid[]"]


def test_an_unknown_keyword_of_config_is_a_warning(tmp_path: Path):
    config = step(lid=TEXT)
    config["properties"]["config"]["oneOf"] = [{"required": ["lid"]}]
    assert read(file(acme_config_V1=config), tmp_path).codes == ["unused-keyword"]


@pytest.mark.parametrize("word", ["postcode", "Password", ""])
def test_an_unknown_format_is_a_warning(word: Any, tmp_path: Path):
    found = read(file({"lid": TEXT | {"format": word}}), tmp_path)
    assert reported(found) == [f"warning unknown-format {CONFIG}lid fivetran/source/acme config.lid"]
    assert "format" not in properties(found)["lid"].to_json()


def test_an_unknown_type_is_an_error(tmp_path: Path):
    found = read(file({"lid": {"type": "text"}}), tmp_path)
    assert reported(found) == [f"error unknown-type {CONFIG}lid fivetran/source/acme config.lid"]


@pytest.mark.parametrize("type_", [["string", "text"], ["null", "text"]])
def test_an_unknown_type_after_another_is_an_error(type_: Any, tmp_path: Path):
    assert read(file({"lid": {"type": type_}}), tmp_path).codes == ["unknown-type"]


@pytest.mark.parametrize("name", ["bad name", "a/b", "", "-a", "é"])
def test_an_invalid_property_name_is_an_error(name: str, tmp_path: Path):
    found = read(file({name: TEXT, "lid": TEXT}), tmp_path)
    assert found.codes == ["property-name"]
    assert list(properties(found)) == ["lid"]


def test_a_list_of_lists_is_a_warning(tmp_path: Path):
    inner = {"type": "array", "items": {"type": "object", "properties": {"nut": TEXT}}}
    found = read(file({"lid": {"type": "array", "items": inner}}), tmp_path)
    assert reported(found) == [f"warning list-of-lists {CONFIG}lid/items fivetran/source/acme config.lid"]


def test_a_condition_and_a_default_are_found_in_descriptions(tmp_path: Path):
    config = {
        "mode": TEXT | {"enum": ["A", "B"], "description": "How to sync. Default value: `A`."},
        "table": TEXT | {"description": "Which one to sync.\n\nRequired if `mode` is `B`."},
    }
    found = properties(read(file(config), tmp_path))
    assert (found["mode"].default, found["mode"].inferred) == ("A", ("default",))
    stated = found["table"].to_json()
    assert stated["requirement"] == "conditional"
    assert stated["requiredWhen"] == [{"property": "mode", "in": ["B"]}]
    assert stated["description"] == "Which one to sync.\n\nRequired if `mode` is `B`."


def test_values_are_found_in_the_list_of_a_description(tmp_path: Path):
    schema = TEXT | {"description": "The region. Possible values:\n- `EU`\n- `US`"}
    assert lid(schema, tmp_path)["enum"] == ["EU", "US"]


def test_a_list_that_no_rule_reads_is_a_note(tmp_path: Path):
    schema = TEXT | {"description": "Mind this:\n- the weather\n- the time"}
    found = read(file({"lid": schema}), tmp_path)
    assert found.codes == ["list-not-read"]


def test_a_label_counts_more_than_a_sentence(tmp_path: Path):
    found = read(file({"lid": TEXT | {"default": "A", "description": "Default value: `B`."}}), tmp_path)
    assert properties(found)["lid"].default == "A"
    assert found.codes == ["label-against-text"]


def test_a_capture_keeps_no_more_than_what_was_read(tmp_path: Path):
    schema = TEXT | {"title": "Lid", "description": "Words of the vendor's. Default value: `A`. More words."}
    found = read(file({"lid": schema}, Other={"properties": {"unused": TEXT}}), tmp_path)
    captured(found, tmp_path)
    text = (tmp_path / "x.json.json").read_text(encoding="utf-8")
    assert "Default value: `A`" in text
    assert not [word for word in ("Words", "More", "Lid", "Other", "unused", "propertyName") if word in text]


def test_a_service_may_be_made_of_several_parts_that_have_no_name(tmp_path: Path):
    inline = {"allOf": [ref("NewConnection"), step(lid=TEXT), step("auth", key=TEXT)]}
    (connector,) = read(file(services={"acme": inline}), tmp_path).connectors
    assert [each.name for each in connector.steps] == ["config", "auth"]


def test_a_service_may_have_properties_beside_its_parts(tmp_path: Path):
    beside = parts("NewConnection", "acme_config_V1") | step("auth", key=TEXT)
    (connector,) = read(file(services={"acme": beside}), tmp_path).connectors
    assert [each.name for each in connector.steps] == ["config", "auth"]


def test_the_request_that_creates_may_be_a_reference(tmp_path: Path):
    data = file()
    schemas = data["components"]["schemas"]
    schemas |= {"Renamed": schemas["NewConnection"], "NewConnection": ref("Renamed")}
    assert [each.type for each in read_text_of(json.dumps(data), tmp_path, "x.json").connectors] == ["acme"]


@pytest.mark.parametrize(
    ("words", "value"), [("an SSH tunnel", "SshTunnel"), ("SSH", "SshTunnel"), ("PrivateLink", "PrivateLink")]
)
def test_ways_to_connect_stand_for_a_type_of_connection(words: str, value: str, tmp_path: Path):
    types = {"type": "string", "enum": ["Directly", "SshTunnel", "PrivateLink"]}
    schema = {"type": "string", "description": f"Give it only to connect via {words}. Use it only when using {words}."}
    found = properties(read(file({"hinge": schema, "connection_type": types}), tmp_path))["hinge"].to_json()
    assert found["appliesWhen"] == [{"property": "connection_type", "in": [value]}]
    assert "requirement" not in found
