"""The JSON Schemas of requests that may leave out what is required."""

from __future__ import annotations

import json
from typing import Any

from generator.context.partial_requests import definition_lines

from generator.context.connector_shape import ConnectorShape, shape_of
from tests.context.building import Facts, connector, prop, step
from tests.vendors import ACME, shape

TEXT = {"type": "string", "description": ""}
OBJECT = prop("o", "object", properties=[prop("x", requirement="required")])
PARTS = [
    step("config", prop("host", requirement="required", createOnly=True), prop("a/b~c d"), OBJECT)
    | {"rules": [{"atMostOne": ["host", "token"]}]},
    step("auth", prop("token", requirement="required"), prop("key")) | {"rules": [{"atMostOne": ["token", "key"]}]},
]


def _definitions(made: ConnectorShape) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(f"{{{definition_lines(made)}}}")
    return found


def _fivetran(*steps: Facts) -> dict[str, Any]:
    return _definitions(shape(connector(*steps, vendor="fivetran", type_="acme")))


def _reference(path: str) -> Facts:
    return {"$ref": f"#/$defs/{path}"}


def _in(part: str, name: str) -> Facts:
    return {"properties": {part: {"required": [name]}}, "required": [part]}


def _in_any(name: str) -> Facts:
    return {"anyOf": [_in("config", name), _in("auth", name)]}


def test_each_action_has_a_definition_on_a_line_of_its_own() -> None:
    made = shape(connector(*PARTS, vendor="fivetran", type_="acme"))
    starts = [line.partition(":{")[0] for line in definition_lines(made).split("\n")]

    assert starts == ['"source:acme"', '"draft:source:acme"', '"update:source:acme"']
    assert definition_lines(made).count(",\n") == 2


def test_a_draft_leads_to_the_create_request_for_what_is_the_same() -> None:
    config, auth = (f"source:acme/properties/{part}/properties" for part in ("config", "auth"))

    assert _fivetran(*PARTS)["draft:source:acme"] == {
        "title": "X, draft",
        "type": "object",
        "properties": {
            "service": {"const": "acme"},
            "config": {
                "type": "object",
                "properties": {
                    "host": _reference(f"{config}/host"),
                    "a/b~c d": _reference(f"{config}/a~1b~0c%20d"),
                    "o": {
                        "type": "object",
                        "description": "",
                        "properties": {"x": TEXT},
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
            "auth": {
                "type": "object",
                "properties": {"token": _reference(f"{auth}/token"), "key": _reference(f"{auth}/key")},
                "additionalProperties": False,
                "allOf": [{"not": {"required": ["token", "key"]}}],
            },
        },
        "allOf": [
            {
                "not": {
                    "properties": {"config": {"required": ["host"]}, "auth": {"required": ["token"]}},
                    "required": ["config", "auth"],
                }
            }
        ],
    }


def test_an_update_takes_each_property_in_any_part_but_for_those_that_cannot_change() -> None:
    assert _fivetran(*PARTS)["update:source:acme"] == {
        "title": "X, update",
        "type": "object",
        "properties": {
            "service": {"const": "acme"},
            "config": {
                "type": "object",
                "properties": {
                    "a/b~c d": _reference("source:acme/properties/config/properties/a~1b~0c%20d"),
                    "o": _reference("draft:source:acme/properties/config/properties/o"),
                    "token": _reference("source:acme/properties/auth/properties/token"),
                    "key": _reference("source:acme/properties/auth/properties/key"),
                },
                "additionalProperties": False,
            },
            "auth": _reference("update:source:acme/properties/config"),
        },
        "allOf": [
            _reference("update:source"),
            {"not": {"allOf": [_in_any("host"), _in_any("token")]}},
            {"not": {"allOf": [_in_any("token"), _in_any("key")]}},
        ],
        "unevaluatedProperties": False,
    }


def test_a_part_of_a_draft_that_requires_nothing_leads_to_the_create_request() -> None:
    found = _fivetran(step("config", prop("a")), step("auth", prop("b"), prop("c", requirement="required")))

    assert found["draft:source:acme"]["properties"]["config"] == _reference("source:acme/properties/config")
    assert found["update:source:acme"]["properties"]["config"]["properties"] == {
        name: _reference(f"source:acme/properties/{part}/properties/{name}")
        for name, part in (("a", "config"), ("b", "auth"), ("c", "auth"))
    }


def test_an_update_of_a_connector_with_one_part_leads_to_its_draft() -> None:
    found = _fivetran(step("config", prop("a"), prop("b")))["update:source:acme"]["properties"]
    fixed = _fivetran(step("config", prop("a", createOnly=True), prop("b")))["update:source:acme"]["properties"]
    body = _reference("draft:source:acme/properties/config")
    id_and_auth = {"service": {"const": "acme"}, "auth": _reference("update:source:acme/properties/config")}

    assert found == id_and_auth | {"config": body}
    assert fixed == id_and_auth | {"config": body | {"properties": {"a": False}}}


def test_requests_of_a_vendor_with_one_part_have_no_choice_of_it() -> None:
    form = step("form", prop("a"), prop("b")) | {"rules": [{"atMostOne": ["a", "b"]}]}
    exclusive = {"not": {"required": ["a", "b"]}}
    body = {"type": "object", "properties": {"a": TEXT, "b": TEXT}, "additionalProperties": False, "allOf": [exclusive]}
    found = _definitions(shape(connector(form)))
    draft, update = (found[f"{action}:source:platform.x"] for action in ("draft", "update"))

    assert found["source:platform.x"]["properties"] == {"type": {"const": "platform.x"}, "properties": body}
    assert draft == {
        "title": "X, draft",
        "type": "object",
        "properties": {
            "type": {"const": "platform.x"},
            "properties": _reference("source:platform.x/properties/properties"),
        },
    }
    assert update == {
        "title": "X, update",
        "type": "object",
        "properties": {
            "type": {"const": "platform.x"},
            "properties": _reference("draft:source:platform.x/properties/properties"),
        },
        "allOf": [
            _reference("update:source"),
            {"not": {"allOf": [_in("properties", "a"), _in("properties", "b")]}},
        ],
        "unevaluatedProperties": False,
    }


def test_the_id_inside_of_a_part_is_not_required_in_part() -> None:
    request = ACME.requests["source"]._replace(omitted_prefix="acme-")
    main = step("main", prop("a", requirement="required"))
    made = connector(main, vendor="acme", type_="acme-s3")
    found = _definitions(shape_of(made, ACME._replace(requests={"source": request})))
    draft, update = (found[f"{action}:source:acme-s3"] for action in ("draft", "update"))
    same = "source:acme-s3/properties/settings"

    assert draft["properties"]["settings"] == {
        "type": "object",
        "properties": {"sourceKind": {"const": "s3"}, "a": _reference(f"{same}/properties/a")},
        "additionalProperties": False,
    }
    assert update["properties"] == {
        "settings": _reference(f"draft:{same}") | {"properties": {"sourceKind": {"const": "s3"}}}
    }
