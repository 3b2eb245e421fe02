"""The JSON Schemas of drafts and of requests that update, and the definitions of a connector in each bundle."""

from __future__ import annotations

import json
from typing import Any

from generator.context.connector_shape import ConnectorShape, shape_of
from generator.context.json_schema.dialects import DRAFT_2020_12
from generator.context.json_schema.request import ACTIONS, CREATE, DRAFT, UPDATE, request_definition
from generator.context.json_schema.update import definition_lines
from tests.context.building import Facts, connector, having, prop, step
from tests.vendors import ACME, shape

TEXT = {"type": "string", "description": ""}
FIXED = TEXT | {"description": "Cannot be changed later."}
PARTS = [
    step("config", prop("host", requirement="required", createOnly=True), prop("a"))
    | {"rules": [{"atMostOne": ["host", "token"]}]},
    step("auth", prop("token", requirement="required"), prop("key")) | {"rules": [{"atMostOne": ["token", "key"]}]},
]


def _definitions(made: ConnectorShape) -> dict[str, Any]:
    """The connector's definition in the bundle of each action."""
    found = {action: json.loads(f"{{{line}}}") for action, line in definition_lines(made)[DRAFT_2020_12.uri].items()}
    name = f"{made.connector.role}:{made.connector.type}"
    assert [list(each) for each in found.values()] == [[name]] * 3
    return {action: each[name] for action, each in found.items()}


def _fivetran(*steps: Facts) -> dict[str, Any]:
    return _definitions(shape(connector(*steps, vendor="fivetran", type_="acme")))


def _in(part: str, name: str) -> Facts:
    return {"properties": {part: {"type": "object"} | having(name)}, "required": [part]}


def _in_any(name: str) -> Facts:
    return {"anyOf": [_in("config", name), _in("auth", name)]}


ENVELOPE = {"$ref": "#/$defs/source"}


def test_a_request_that_creates_is_in_its_envelope() -> None:
    made = shape(connector(*PARTS, vendor="fivetran", type_="acme"))
    stated = request_definition(made)

    assert tuple(_definitions(made)) == ACTIONS
    assert _definitions(made)[CREATE] == stated | {"allOf": [*stated["allOf"], ENVELOPE]}


def test_of_a_draft_everything_may_be_missing() -> None:
    across = {"allOf": [_in("config", "host"), _in("auth", "token")]}
    found = _fivetran(*PARTS)[DRAFT]
    (exclusive, envelope) = found.pop("allOf")

    assert found == {
        "title": "X, draft",
        "type": "object",
        "properties": {
            "service": {"const": "acme"},
            "config": {
                "title": "X: config",
                "type": "object",
                "properties": {"host": FIXED, "a": TEXT},
                "additionalProperties": False,
            },
            "auth": {
                "title": "X: auth",
                "type": "object",
                "properties": {"token": TEXT, "key": TEXT},
                "additionalProperties": False,
                "allOf": [{"not": having("token", "key")}],
            },
        },
    }
    assert envelope == ENVELOPE
    merged = {
        "properties": across["allOf"][0]["properties"] | across["allOf"][1]["properties"],
        "required": ["config", "auth"],
    }
    assert exclusive == {"not": merged}


def test_an_update_takes_each_property_in_any_part_but_for_those_that_cannot_change() -> None:
    assert _fivetran(*PARTS)[UPDATE] == {
        "title": "X, update",
        "type": "object",
        "properties": {
            "service": {"const": "acme"},
            "config": {
                "title": "X: config",
                "type": "object",
                "properties": {"host": False, "a": TEXT, "token": TEXT, "key": TEXT},
                "additionalProperties": False,
            },
            "auth": {"$ref": "#/$defs/source:acme/properties/config"},
        },
        "allOf": [
            {"not": {"allOf": [_in_any("host"), _in_any("token")]}},
            {"not": {"allOf": [_in_any("token"), _in_any("key")]}},
            ENVELOPE,
        ],
    }


def test_an_update_of_a_vendor_with_one_part_keeps_the_rules_of_its_part() -> None:
    form = step("form", prop("a", requirement="required"), prop("b")) | {"rules": [{"atMostOne": ["a", "b"]}]}
    found = _definitions(shape(connector(form)))[UPDATE]

    assert found["properties"] == {
        "type": {"const": "platform.x"},
        "properties": {
            "title": "X: properties",
            "type": "object",
            "properties": {"a": TEXT, "b": TEXT},
            "additionalProperties": False,
            "allOf": [{"not": having("a", "b")}],
        },
    }
    given = [_in("properties", name) for name in "ab"]
    assert found["allOf"] == [{"not": {"allOf": given}}, ENVELOPE]


def test_the_id_inside_of_a_part_is_not_required_in_part() -> None:
    request = ACME.requests["source"]._replace(omitted_prefix="acme-")
    made = connector(step("main", prop("a", requirement="required")), vendor="acme", type_="acme-s3")
    vendor = ACME._replace(requests={"source": request._replace(parts={"settings": ("main",), "more": ()})})
    found = _definitions(shape_of(made, vendor))
    settings = {
        "title": "X: settings",
        "type": "object",
        "properties": {"sourceKind": {"const": "s3"}, "a": TEXT},
        "additionalProperties": False,
    }

    assert found[DRAFT]["properties"] == {"settings": settings, "more": {"type": "object", "maxProperties": 0}}
    assert found[UPDATE]["properties"] == {
        "settings": settings,
        "more": {"$ref": "#/$defs/source:acme-s3/properties/settings"},
    }


def test_a_reference_to_a_part_is_a_pointer_in_an_address() -> None:
    request = ACME.requests["source"]._replace(id_field="kind", parts={"a/b~c d": ("main",), "more": ()})
    made = connector(step("main", prop("a")), vendor="acme", type_="s3")
    found = _definitions(shape_of(made, ACME._replace(requests={"source": request})))

    assert found[UPDATE]["properties"]["more"] == {"$ref": "#/$defs/source:s3/properties/a~1b~0c%20d"}


def test_an_update_of_several_parts_has_no_rule_inside_of_one() -> None:
    config = step("config", prop("a"), prop("b")) | {"rules": [{"atMostOne": ["a", "b"]}]}

    assert "allOf" not in _fivetran(config, step("auth", prop("c")))[UPDATE]["properties"]["config"]
