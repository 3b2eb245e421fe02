"""``validate`` on whole requests: each property in its place, and the envelope around."""

from __future__ import annotations

import functools
import re
from typing import Any, get_args

import pytest
from connector_catalog import Problem, UnknownConnectorError, find, validate
from connector_catalog import requests as requests_module
from connector_catalog.validation import Action, Unknown

from generator.catalog.connector import Connector
from generator.catalog.property import Property, Variant
from generator.paths import PROJECT, REFERENCE
from tests.cases.verdicts import committed
from tests.package.building import KEYS, Object, data, own_properties, places_of, request_of, requests, with_id

CONFIG = {"schema": "s", "api_key": "k"}
ITERABLE: Object = {"service": "iterable", "group_id": "g", "config": CONFIG}
WORKFRONT: Object = {
    "service": "adobe_workfront",
    "group_id": "g",
    "config": {"schema": "s", "organization_domain": "d"},
    "auth": {"access_token": "t"},
}
SNOWFLAKE: Object = {"service": "snowflake", "group_id": "g", "time_zone_offset": "0"}
PROPERTIES = {"merchant_id": "m", "public_key": "k", "private_key": "s", "start_date": "2026-01-01T00:00:00Z"}
BRAINTREE: Object = {"type": "platform.braintree", "display_name": "n", "properties": PROPERTIES}
CHANGE: Object = {"paused": True, "config": {"api_key": "k"}}
CHUNKS = [KEYS[start::8] for start in range(8)]


def _problems(request: Any, *, vendor: str = "fivetran", type_: str = "iterable", **more: Any) -> list[Problem]:
    return validate(vendor, type_, request, **more)


def _codes(request: Any, **more: Any) -> list[tuple[str, str]]:
    return [(each.path, each.code) for each in _problems(request, **more)]


def _without(request: Object, *names: str) -> Object:
    return {name: value for name, value in request.items() if name not in names}


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_requests_of_the_catalog_have_no_problems(number: int) -> None:
    found = {
        key: problems
        for key in CHUNKS[number]
        for request in requests(key)
        if (problems := _problems(request, vendor=key.split("/")[0], type_=key.split("/")[2]))
    }

    assert found == {}


def test_properties_alone_are_no_request() -> None:
    assert _codes(CONFIG) == []
    assert _codes({"api_key": "k"}) == [("schema", "required")]
    assert _codes({"merchant_id": 1}, vendor="stitch", type_="platform.braintree")[0] == ("merchant_id", "type")


def test_a_part_that_is_also_a_property_s_name_makes_no_request() -> None:
    config = data()["fivetran/destination/snowflake"]["full"]

    assert "auth" in config
    assert _codes(config, type_="snowflake") == []
    assert _codes(SNOWFLAKE | {"config": config}, type_="snowflake") == []


@pytest.mark.parametrize("part", ["config", "auth"])
def test_a_property_in_the_wrong_part_is_misplaced(part: str) -> None:
    other, name = {"config": ("auth", "access_token"), "auth": ("config", "organization_domain")}[part]
    value = WORKFRONT[other][name]
    request = WORKFRONT | {part: WORKFRONT[part] | {name: value}, other: _without(WORKFRONT[other], name)}
    (problem,) = _problems(request, type_="adobe_workfront")

    assert (problem.path, problem.code) == (f"{part}.{name}", "misplaced")
    assert (problem.message, problem.hint) == (f"expected in {other}", f"move it to {other}.{name}")
    assert problem.reference == f"fivetran/source/adobe_workfront.md#{other}-{name}"


def test_a_property_in_both_parts_is_misplaced_in_one_and_checked_in_the_other() -> None:
    request = WORKFRONT | {"config": WORKFRONT["config"] | {"access_token": "t"}, "auth": {"access_token": 7}}

    assert _codes(request, type_="adobe_workfront") == [
        ("config.access_token", "misplaced"),
        ("auth.access_token", "type"),
    ]


def test_a_problem_is_told_where_the_property_is_given() -> None:
    request = WORKFRONT | {"config": WORKFRONT["config"] | {"access_token": 7}, "auth": {"no_such_name": 1}}

    assert sorted(_codes(request, type_="adobe_workfront")) == [
        ("auth.no_such_name", "unknown"),
        ("config.access_token", "misplaced"),
        ("config.access_token", "type"),
    ]


def test_every_property_of_auth_is_misplaced_in_config_and_the_other_way_round() -> None:
    wrong, seen = {}, 0
    for key in KEYS:
        connector = committed()[key]
        parts = with_id(request_of(connector, data()[key]["full"], {}), key)
        if "auth" not in parts or not parts["config"]:
            continue
        seen += 1
        turned = {"service": connector.type, "group_id": "g", "config": parts["auth"], "auth": parts["config"]}
        found = {path for path, code in _codes(turned, type_=connector.type) if code == "misplaced"}
        expected = {f"config.{name}" for name in parts["auth"]} | {f"auth.{name}" for name in parts["config"]}
        if found != expected:
            wrong[key] = found ^ expected

    assert seen > 100
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "near"),
    [("pasued", "paused"), ("group", "group_id"), ("confg", "config"), ("sync_freqency", "sync_frequency")],
)
def test_an_unknown_name_in_the_envelope_gets_the_nearest(name: str, near: str) -> None:
    (problem,) = _problems(ITERABLE | {name: 1})

    assert (problem.path, problem.code, problem.hint) == (name, "unknown", f"did you mean {near!r}?")


def test_an_unknown_name_that_is_near_to_none_gets_no_hint() -> None:
    assert [each.hint for each in _problems(ITERABLE | {"zzzzzzzz": 1})] == [""]


def test_a_name_that_is_no_text_is_an_unknown_name() -> None:
    # YAML has names that are numbers.
    assert _codes(ITERABLE | {15: 1}) == [("15", "unknown")]
    assert _codes(ITERABLE | {"config": CONFIG | {15: 1}}) == [("config.15", "unknown")]


def test_a_vendor_that_says_nothing_of_its_envelope_lets_all_through() -> None:
    assert _codes(BRAINTREE | {"whatever": 1}, vendor="stitch", type_="platform.braintree") == []


@pytest.mark.parametrize("action", get_args(Action))
def test_what_the_vendor_sets_is_read_only_in_a_request(action: Any) -> None:
    base = ITERABLE if action == "create" else CHANGE

    assert _codes(base | {"connected_by": "x", "id": "y"}, action=action) == [
        ("connected_by", "read-only"),
        ("id", "read-only"),
    ]


def test_a_property_of_the_connector_that_stands_in_the_envelope_is_said_to_be_the_vendor_s() -> None:
    (problem, missing) = _problems(ITERABLE | {"schema": "s", "config": {"api_key": "k"}})

    assert (problem.path, problem.code, problem.reference) == ("schema", "read-only", "fivetran/source/iterable.md")
    assert (missing.path, missing.code) == ("config.schema", "required")


def test_what_only_a_change_takes_is_refused_where_something_is_created() -> None:
    assert _codes(ITERABLE | {"is_historical_sync": True}) == [("is_historical_sync", "update-only")]
    assert _codes(CHANGE | {"is_historical_sync": True}, action="update") == []


def test_a_change_needs_nothing() -> None:
    assert _codes(CHANGE, action="update") == []
    assert _codes({"config": {}}, action="update") == []
    assert _codes({"auth": {"access_token": "t"}}, type_="adobe_workfront", action="update") == []
    assert _codes({"config": {"host": "h"}}, type_="snowflake", action="update") == []
    assert _codes({"properties": {}}, vendor="stitch", type_="platform.braintree", action="update") == []


def test_what_cannot_change_is_refused_in_a_change() -> None:
    found = _codes(ITERABLE | {"destination_schema_names": "SOURCE_NAMING"}, action="update")

    assert sorted(found) == [
        ("config.schema", "create-only"),
        ("destination_schema_names", "create-only"),
        ("group_id", "create-only"),
        ("service", "create-only"),
    ]
    assert _codes({"schema": "s"}, action="update") == [("schema", "create-only")]


def test_every_property_that_cannot_change_is_refused_in_a_change() -> None:
    missed, seen = {}, 0
    for key in KEYS:
        connector = committed()[key]
        fixed = {each.name for each in own_properties(connector) if each.create_only}
        full = data()[key]["full"]
        request = request_of(connector, full, {})
        found = {
            path.partition(".")[2]
            for path, code in _codes(request, vendor=connector.vendor, type_=connector.type, action="update")
            if code == "create-only"
        }
        seen += len(fixed & set(full))
        if found - {""} != fixed & set(full):
            missed[key] = found ^ fixed

    assert seen > 500
    assert missed == {}


@pytest.mark.parametrize(
    ("request_", "action", "expected"),
    [
        (ITERABLE | {"service": "amqp"}, "create", ("service", "const")),
        (ITERABLE | {"service": None}, "create", ("service", "const")),
        (ITERABLE | {"service": ["iterable"]}, "create", ("service", "const")),
        (CHANGE | {"service": "amqp"}, "update", ("service", "const")),
        (_without(ITERABLE, "service"), "create", ("service", "required")),
        (_without(ITERABLE, "group_id"), "create", ("group_id", "required")),
    ],
)
def test_the_id_and_the_group_are_needed_and_right(request_: Object, action: str, expected: tuple[str, str]) -> None:
    assert _codes(request_, action=action) == [expected]


def test_the_wrong_id_of_stitch_is_refused() -> None:
    request = BRAINTREE | {"type": "braintree"}
    (problem,) = _problems(request, vendor="stitch", type_="platform.braintree")

    assert (problem.path, problem.code, problem.message) == ("type", "const", "expected 'platform.braintree'")


def test_no_config_is_one_problem() -> None:
    assert _codes(_without(ITERABLE, "config")) == [("config", "required")]
    assert _codes(_without(BRAINTREE, "properties"), vendor="stitch", type_="platform.braintree") == [
        ("properties", "required")
    ]


@pytest.mark.parametrize("value", [None, [], "x", 3, True])
@pytest.mark.parametrize("part", ["config", "auth"])
def test_a_part_that_is_not_an_object_is_refused(part: str, value: Any) -> None:
    assert (part, "type") in _codes(WORKFRONT | {part: value}, type_="adobe_workfront")


@pytest.mark.parametrize(
    ("envelope", "expected"),
    [
        ({"paused": "true"}, ("paused", "type")),
        ({"paused": None}, ("paused", "type")),
        ({"sync_frequency": 7}, ("sync_frequency", "enum")),
        ({"schedule_type": "sometimes"}, ("schedule_type", "enum")),
        ({"group_id": 7}, ("group_id", "type")),
    ],
)
def test_values_of_the_envelope_are_checked(envelope: Object, expected: tuple[str, str]) -> None:
    assert _codes(ITERABLE | envelope) == [expected]


@pytest.mark.parametrize("payload", [ITERABLE, CONFIG])
@pytest.mark.parametrize("action", get_args(Action))
def test_the_key_of_an_editor_is_no_problem(payload: Object, action: Any) -> None:
    assert _codes({"$schema": "./fivetran.json"} | payload, action=action) == _codes(payload, action=action)


def test_only_the_top_of_a_file_has_the_key_of_an_editor() -> None:
    assert _codes(ITERABLE | {"config": {"$schema": "x"} | CONFIG}) == [("config.$schema", "unknown")]


def test_unknown_names_are_warned_of_or_let_through_everywhere() -> None:
    request = ITERABLE | {"pasued": 1, "config": CONFIG | {"api_keey": 1}}

    assert _codes(request) == [("pasued", "unknown"), ("config.api_keey", "unknown")]
    assert _codes(request, unknown="warn") == [("pasued", "unknown-warning"), ("config.api_keey", "unknown-warning")]
    assert _codes(request, unknown="allow") == []


@pytest.mark.parametrize("unknown", get_args(Unknown))
def test_letting_unknown_names_through_lets_nothing_else_through(unknown: Any) -> None:
    request = ITERABLE | {"connected_by": "x", "config": {"schema": 1}}

    assert _codes(request, unknown=unknown) == [("connected_by", "read-only"), ("config.schema", "type")]


DRAFT: Object = {"service": "iterable", "config": {"sync_mode": "SelectedEvents"}}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (DRAFT, []),
        ({}, []),
        ({"config": {}}, []),
        ({"paused": True}, []),
        (DRAFT | {"pausd": True}, [("pausd", "unknown")]),
        (DRAFT | {"service": "amqp"}, [("service", "const")]),
        (DRAFT | {"config": []}, [("config", "type")]),
        (DRAFT | {"config": {"schema": 7, "evnts": 1}}, [("config.evnts", "unknown"), ("config.schema", "type")]),
        (DRAFT | {"group_id": 7}, [("group_id", "type")]),
        (DRAFT | {"connected_by": "x"}, [("connected_by", "read-only")]),
        (DRAFT | {"is_historical_sync": True}, [("is_historical_sync", "update-only")]),
        ({"sync_mode": "SelectedEvents"}, []),
        ({"sync_mode": "x"}, [("sync_mode", "enum")]),
    ],
)
def test_a_draft_lacks_nothing_and_all_that_is_given_is_checked(
    request_: Object, expected: list[tuple[str, str]]
) -> None:
    assert _codes(request_, action="draft") == expected
    assert bool(_codes(request_)) or request_ == {}


def test_in_a_draft_a_property_stays_in_its_part() -> None:
    request = {"service": "adobe_workfront", "config": {"access_token": "t"}}

    assert _codes(request, type_="adobe_workfront", action="draft") == [("config.access_token", "misplaced")]


@pytest.mark.parametrize("part", ["config", "auth"])
def test_in_an_update_a_property_in_another_part_is_a_note(part: str) -> None:
    other, name = {"config": ("auth", "access_token"), "auth": ("config", "organization_domain")}[part]
    update: Object = {part: {name: "x"}}
    (note,) = _problems(update, type_="adobe_workfront", action="update", warnings=True)

    assert _problems(update, type_="adobe_workfront", action="update") == []
    assert (note.path, note.code, note.level) == (f"{part}.{name}", "other-part", "note")
    assert note.message == f"documented in {other}"
    assert _codes({part: {name: 7}}, type_="adobe_workfront", action="update") == [(f"{part}.{name}", "type")]


def test_an_update_of_a_service_without_auth_may_have_its_properties_there() -> None:
    assert _codes({"auth": {"api_key": "k"}}, action="update") == []
    assert _codes({"auth": {"schema": "s"}}, action="update") == [("auth.schema", "create-only")]
    assert _codes({"auth": {"api_keey": "k"}}, action="update") == [("auth.api_keey", "unknown")]


def test_in_an_update_a_property_of_both_parts_is_checked_in_both() -> None:
    def codes(config: Any, auth: Any) -> list[tuple[str, str]]:
        update = {"config": {"access_token": config}, "auth": {"access_token": auth}}
        return _codes(update, type_="adobe_workfront", action="update")

    assert codes("a", "b") == []
    assert codes(1, "b") == [("config.access_token", "type")]
    assert codes("a", 1) == [("auth.access_token", "type")]


def test_warnings_and_notes_are_returned_where_they_are_asked_for() -> None:
    request = {"service": "zendesk", "group_id": "g", "config": {"schema": "s", "domain": "d", "api_token": "t"}}
    codes = [(each.path, each.code, each.level) for each in _problems(request, type_="zendesk", warnings=True)]

    assert ("config.api_token", "deprecated", "warning") in codes
    assert {level for _, _, level in codes} == {"warning"}
    assert _problems(request, type_="zendesk") == []
    unknown = request | {"pausd": True}
    assert [each.level for each in _problems(unknown, type_="zendesk", unknown="warn")] == ["warning"]
    assert [each.level for each in _problems(unknown, type_="zendesk")] == ["error"]


@pytest.mark.parametrize("payload", [ITERABLE, CONFIG, None])
def test_other_arguments_are_refused(payload: Any) -> None:
    with pytest.raises(ValueError, match="'error', 'warn' or 'allow'"):
        _problems(payload, unknown="maybe")
    with pytest.raises(ValueError, match="'create', 'update' or 'draft'"):
        _problems(payload, action="delete")


@pytest.mark.parametrize(
    ("vendor", "type_"), [("airbyte", "iterable"), ("fivetran", "iterabel"), (None, "x"), ("stitch", 3)]
)
def test_a_connector_that_the_catalog_does_not_have_is_refused(vendor: Any, type_: Any) -> None:
    with pytest.raises(UnknownConnectorError):
        validate(vendor, type_, {})


@pytest.mark.parametrize("payload", [None, [], "x", 3, True])
def test_what_is_no_object_is_one_problem(payload: Any) -> None:
    assert _codes(payload) == [("", "type")]


def _broken(value: Any) -> Any:
    """A value in which nothing is of its type, whatever the type, but objects and lists of them stay what they are."""
    if isinstance(value, dict) and value:
        return {name: _broken(inner) for name, inner in value.items()} | {"no_such_property": 1}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [_broken(inner) for inner in value]
    return {"no": ["such"]} if not isinstance(value, dict) else 12345


@functools.cache
def _ids(key: str) -> frozenset[str]:
    page = (PROJECT / REFERENCE / f"{key}.md").read_text(encoding="utf-8")
    return frozenset(re.findall(r'<a id="([^"]*)"></a>', page))


def _selected(holder: Property | None, value: dict[str, Any]) -> list[Variant]:
    """The variant that an object is, by its selector or else by what it has most names of."""
    every = holder.all_variants if holder is not None else ()
    given = [each for each in every if value.get(each.selector.property) == each.selector.value]
    absent = [each for each in every if each.selector.property not in value and not each.selector.required]
    return sorted(given or absent, key=lambda each: -sum(own.name in value for own in each.properties))[:1]


def _expected_anchor(connector: Connector, path: str, payload: Any, *, whole: bool) -> set[str]:
    """The anchors of the nearest property or selected variant at or above a path; one of two steps has two."""
    names = re.split(r"\.|(?=\[)", path)
    if whole:
        payload, names = payload.get(names[0]), names[1:]
    found: set[str] = set()
    for step in connector.steps:
        shown, value, known, holder = [step.name], payload, [*step.properties], None
        for name in names:
            if name.startswith("["):
                value = value[int(name[1:-1])]
                continue
            for variant in _selected(holder, value):
                shown, known = [*shown, variant.name], [*variant.properties]
            property_ = next((each for each in known if each.name == name), None)
            if property_ is None:
                break
            shown, value, holder = [*shown, name], value.get(name), property_
            known = [*(property_.children or ())]
        if len(shown) > 1:
            found.add(re.sub(r"[^A-Za-z0-9._-]", "-", f"{shown[0]}-{'.'.join(shown[1:])}"))
    return found


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_every_problem_leads_to_its_place_on_the_page(number: int, whole: bool) -> None:
    astray, anchored = [], 0
    for key in CHUNKS[number]:
        connector = committed()[key]
        full = {name: _broken(value) for name, value in data()[key]["full"].items()}
        payload = request_of(connector, full) if whole else full
        for problem in _problems(payload, vendor=connector.vendor, type_=connector.type):
            page, _, anchor = problem.reference.partition("#")
            expected = _expected_anchor(connector, problem.path, payload, whole=whole)
            anchored += bool(anchor)
            if page != f"{key}.md" or (anchor not in expected & _ids(key) if expected else anchor):
                astray.append((key, problem))

    assert anchored > 500
    assert astray == []


def test_the_place_of_a_property_is_known_as_the_models_know_it() -> None:
    wrong = [
        key for key in KEYS if requests_module.places_of(find(*key.split("/")[::2])) != places_of(committed()[key])
    ]

    assert wrong == []


def test_a_change_of_what_stands_beside_the_parts_alone_is_a_request():
    assert validate("fivetran", "adroll", {"paused": True}, action="update") == []
    assert [problem.path for problem in validate("fivetran", "adroll", {"paused": 1}, action="update")] == ["paused"]


def test_a_connector_without_properties_needs_no_part_for_them() -> None:
    assert _codes({"type": "import_api"}, vendor="stitch", type_="import_api") == []
    assert _codes({"type": "import_api", "properties": {}}, vendor="stitch", type_="import_api") == []
    assert _codes({"type": "import_api", "properties": None}, vendor="stitch", type_="import_api") == [
        ("properties", "type")
    ]


@pytest.mark.parametrize(
    "request_", [{"paused_at": None}, {"display_name": "n"}, {"paused_at": "x", "display_name": ""}]
)
def test_an_update_of_what_is_beside_the_parts_is_a_request(request_: Object) -> None:
    assert _codes(request_, vendor="stitch", type_="platform.braintree", action="update") == []
    assert _codes(request_ | {"shop": "x"}, vendor="stitch", type_="platform.mysql", action="update") == []


def test_other_names_alone_are_no_request() -> None:
    assert _codes({"paused": True}, vendor="stitch", type_="platform.braintree", action="update") == [
        ("paused", "unknown")
    ]


def test_properties_that_cannot_change_are_reported_in_the_order_of_the_payload() -> None:
    names = ["region", "bucket", "prefix_path", "container_name", "lakehouse_guid", "fivetran_role_arn"]

    for ordered in (names, names[::-1]):
        found = validate("fivetran", "managed_data_lake", dict.fromkeys(ordered, "a"), action="update")
        assert [each.path for each in found if each.code == "create-only"] == ordered
