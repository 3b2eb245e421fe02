"""The JSON Schema of a whole request: each property in its part, each rule where it can hold."""

from __future__ import annotations

import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.context.connector_shape import shape_of
from generator.context.constraints import object_constraints
from generator.context.json_schema.connector import schema_context
from generator.context.json_schema.request import (
    CREATE,
    DRAFT,
    UPDATE,
    definition_line,
    envelope_definition,
    id_condition,
    request_definition,
    with_id,
)
from templates.connector_catalog.checking import Validator
from tests.context.building import Facts, connector, envelope, having, prop, step
from tests.vendors import ACME, shape

TOKEN = prop("token", secret=True)


def _fivetran(*steps: Facts) -> dict[str, Any]:
    return request_definition(shape(connector(*steps, vendor="fivetran", type_="acme")))


def _accepts(definition: dict[str, Any], **parts: Any) -> bool:
    Draft202012Validator.check_schema(definition)
    return bool(Draft202012Validator(definition).is_valid({"service": "acme"} | parts))


def _when(name: str, values: list[Any]) -> list[Facts]:
    return [{"property": name, "in": values}]


def test_the_only_part_has_the_connector_s_schema_without_its_examples() -> None:
    made = connector(step("form", prop("a", requirement="required"), examples=[{"a": "x"}]))
    definition = request_definition(shape(made))
    body = schema_context(shape(made), "").body

    assert body.pop("examples") == [{"a": "x"}]
    assert definition["properties"] == {
        "type": {"const": "platform.x"},
        "properties": {"title": "X: properties"} | body,
    }
    assert definition["required"] == ["type", "properties"]
    assert definition["title"] == "X"


def test_properties_are_in_their_parts() -> None:
    found = _fivetran(step("config", prop("host", requirement="required")), step("auth", TOKEN))

    assert list(found["properties"]) == ["service", "config", "auth"]
    assert list(found["properties"]["config"]["properties"]) == ["host"]
    assert list(found["properties"]["auth"]["properties"]) == ["token"]
    assert found["required"] == ["service", "config"]
    assert _accepts(found, config={"host": "h"}, auth={"token": "t"})
    assert not _accepts(found, config={"host": "h", "token": "t"})
    assert not _accepts(found, config={"host": "h"}, auth={"host": "h"})
    assert not _accepts(found, config={}, auth={})
    assert not _accepts(found, auth={"token": "t"})
    assert not _accepts(found, config={"host": "h"}, service="other")


def test_a_property_is_required_in_its_part_only() -> None:
    found = _fivetran(step("config", prop("host")), step("auth", TOKEN | {"requirement": "required"}))

    assert found["properties"]["config"].get("required") is None
    assert found["properties"]["auth"]["required"] == ["token"]


def test_a_connector_without_auth_has_nothing_in_it() -> None:
    found = _fivetran(step("config", prop("host")))

    assert found["properties"]["auth"] == {"type": "object", "maxProperties": 0}
    assert _accepts(found, config={"host": "h"}, auth={})
    assert not _accepts(found, config={"host": "h"}, auth={"host": "h"})


def test_a_condition_within_a_part_is_in_that_part() -> None:
    conditional = prop("key", requiredWhen=_when("mode", ["k"]))
    found = _fivetran(step("config", prop("mode"), conditional), step("auth", TOKEN))

    assert "allOf" not in found
    assert "allOf" not in found["properties"]["auth"]
    assert not _accepts(found, config={"mode": "k"})
    assert _accepts(found, config={"mode": "k", "key": "x"})
    assert _accepts(found, config={"mode": "other"})


def test_a_condition_across_parts_is_at_the_top() -> None:
    conditional = TOKEN | {"requiredWhen": _when("mode", ["token", "both"])}
    found = _fivetran(step("config", prop("mode")), step("auth", conditional))

    assert "allOf" not in found["properties"]["config"]
    assert not _accepts(found, config={"mode": "token"})
    assert not _accepts(found, config={"mode": "both"}, auth={})
    assert _accepts(found, config={"mode": "both"}, auth={"token": "t"})
    assert _accepts(found, config={"mode": "none"})
    assert _accepts(found, config={})


def test_a_condition_that_looks_at_both_parts_holds_where_both_do() -> None:
    when = [*_when("mode", ["k"]), *_when("token", ["t"])]
    found = _fivetran(step("config", prop("mode"), prop("key", requiredWhen=when)), step("auth", TOKEN))

    assert not _accepts(found, config={"mode": "k"}, auth={"token": "t"})
    assert _accepts(found, config={"mode": "k", "key": "x"}, auth={"token": "t"})
    assert _accepts(found, config={"mode": "k"}, auth={"token": "other"})
    assert _accepts(found, config={"mode": "k"})
    assert _accepts(found, config={}, auth={"token": "t"})


def test_rules_of_a_step_are_in_its_part() -> None:
    config = step("config", prop("a"), prop("b")) | {"rules": [{"anyOf": ["a", "b"]}]}
    auth = step("auth", TOKEN, prop("secret")) | {"rules": [{"dependentRequired": {"token": ["secret"]}}]}
    found = _fivetran(config, auth)

    assert not _accepts(found, config={})
    assert _accepts(found, config={"b": "x"}, auth={})
    assert not _accepts(found, config={"b": "x"}, auth={"token": "t"})
    assert _accepts(found, config={"b": "x"}, auth={"token": "t", "secret": "s"})


def test_rules_across_the_parts_are_at_the_top() -> None:
    config = step("config", prop("a"), prop("b")) | {"rules": [{"anyOf": ["a", "token"]}]}
    auth = step("auth", TOKEN, prop("secret")) | {"rules": [{"dependentRequired": {"secret": ["b", "token"]}}]}
    found = _fivetran(config, auth)

    assert not _accepts(found, config={})
    assert _accepts(found, config={"a": "x"})
    assert _accepts(found, config={}, auth={"token": "t"})
    assert not _accepts(found, config={"a": "x"}, auth={"secret": "s"})
    assert not _accepts(found, config={"a": "x"}, auth={"secret": "s", "token": "t"})
    assert _accepts(found, config={"b": "x"}, auth={"secret": "s", "token": "t"})


def test_alternative_steps_can_be_in_several_parts() -> None:
    parts = {"settings": ("form",), "login": ("oauth",)}
    request = ACME.requests["source"]._replace(parts=parts)
    vendor = ACME._replace(steps="alternative", requests={"source": request})
    form = step("form", prop("host", requirement="required"), prop("user"))
    oauth = step("oauth", prop("client", requirement="required"), prop("token")) | {"rules": [{"anyOf": ["token"]}]}
    found = request_definition(shape_of(connector(form, oauth, type_="acme"), vendor))
    Draft202012Validator.check_schema(found)

    def accepts(settings: Facts, login: Facts) -> bool:
        given = {"settings": settings | {"sourceKind": "acme"}, "login": login}
        return bool(Draft202012Validator(found).is_valid(given))

    assert accepts({"host": "h"}, {})
    assert accepts({}, {"client": "c", "token": "t"})
    assert not accepts({}, {})
    assert not accepts({"user": "u"}, {})
    assert not accepts({}, {"token": "t"})
    assert not accepts({}, {"client": "c"})


@pytest.mark.parametrize("role", ["source", "destination"])
def test_an_id_inside_of_a_part_is_one_of_its_properties(role: str) -> None:
    made = connector(step("main", prop("a", requirement="required")), role=role, type_="s3")
    found = request_definition(shape_of(made, ACME))
    validator = Draft202012Validator(found)

    assert found["required"] == ["settings"]
    assert list(found["properties"]["settings"]["properties"]) == [f"{role}Kind", "a"]
    assert validator.is_valid({"settings": {f"{role}Kind": "s3", "a": "x"}})
    assert not validator.is_valid({"settings": {f"{role}Kind": "gcs", "a": "x"}})
    assert not validator.is_valid({"settings": {"a": "x"}})
    assert not validator.is_valid({"settings": {f"{role}Kind": "s3"}})
    assert not validator.is_valid({"settings": {f"{role}Kind": "s3", "a": "x", "b": "y"}})


def test_an_id_can_be_inside_of_another_object() -> None:
    request = ACME.requests["source"]._replace(id_field="head.kind")
    vendor = ACME._replace(requests={"source": request})
    found = request_definition(shape_of(connector(step("main", prop("a")), type_="s3"), vendor))

    assert found["required"] == ["head", "settings"]
    assert Draft202012Validator(found).is_valid({"head": {"kind": "s3", "x": 1}, "settings": {}})
    assert not Draft202012Validator(found).is_valid({"head": {}, "settings": {}})


def test_a_condition_looks_at_the_value_at_a_path() -> None:
    validator = Draft202012Validator(id_condition("a.b", {"const": 1}))

    assert validator.is_valid({"a": {"b": 1}})
    assert not any(validator.is_valid(each) for each in ({}, {"a": {}}, {"a": {"b": 2}}))


def test_a_condition_is_in_the_only_part() -> None:
    conditional = prop("key", requiredWhen=_when("mode", ["k"]))
    found = request_definition(shape(connector(step("form", prop("mode"), conditional))))
    validator = Draft202012Validator(found)

    assert "allOf" not in found
    assert not validator.is_valid({"type": "platform.x", "properties": {"mode": "k"}})
    assert validator.is_valid({"type": "platform.x", "properties": {"mode": "k", "key": "x"}})


REQUEST = ACME.requests["source"]
PARTS_AND_ID: Facts = dict.fromkeys((REQUEST.id_field.partition(".")[0], *REQUEST.parts), True)


def test_the_envelope_of_a_create_request_leaves_out_what_it_cannot_set() -> None:
    found = envelope_definition(
        envelope(
            prop("group", requirement="required", createOnly=True),
            prop("paused", "boolean"),
            prop("id", requirement="readOnly", readOnly=True),
            prop("again", "boolean", requirement="required", updateOnly=True),
        ),
        CREATE,
        REQUEST,
    )

    assert list(found["properties"]) == ["$schema", *PARTS_AND_ID, "group", "paused"]
    assert found["required"] == ["group"]
    assert found["additionalProperties"] is False


def _with_defaults() -> list[Facts]:
    config = step(
        "config",
        prop("mode", default="a"),
        prop("route", default="near", defaultWhen=[{"anyGiven": ["token", "gate"], "value": "far"}]),
        prop("gate"),
        prop("toll", requiredWhen=_when("route", ["far"])),
    )
    auth = step(
        "auth",
        prop("token"),
        prop("key", requiredWhen=_when("mode", ["a"])),
        prop("kind", default="k"),
        prop("phrase", requiredWhen=_when("kind", ["k"])),
    )
    config["rules"] = [{"atMostOne": ["gate", "token"]}, {"atMostOne": ["token", "key"]}]
    return [config, auth]


def test_defaults_decide_in_a_request_as_they_do_for_all_properties_together() -> None:
    made = shape(connector(*_with_defaults(), vendor="fivetran", type_="acme"))
    definition, constraints = request_definition(made), object_constraints(made.requirements)
    values = {"mode": "az", "route": ["near", "far"], "gate": "g", "toll": "t", "token": "t", "key": "k", "kind": "kz"}
    schema, chance, accepted = Draft202012Validator(definition), random.Random(3), 0
    for _ in range(1000):
        drawn = {name: chance.choice(each) for name, each in values.items() if chance.random() < 0.5}
        drawn |= {"phrase": "p"} if chance.random() < 0.7 else {}
        own = [{name: value for name, value in drawn.items() if name in names} for names in made.parts.values()]
        parts = dict(zip(made.parts, own, strict=True))
        if not parts["auth"] and chance.random() < 0.5:
            del parts["auth"]
        problems = Validator(constraints).validate(drawn)
        assert schema.is_valid({"service": "acme"} | parts) is (problems == []), (parts, problems)
        accepted += not problems
    assert 100 < accepted < 900


def test_what_auth_requires_is_required_though_there_is_no_auth() -> None:
    auth = step("auth", TOKEN | {"requirement": "required"}, prop("a"), prop("b"))
    auth["rules"] = [{"anyOf": ["a", "b"]}]
    found = _fivetran(step("config", prop("host")), auth)

    assert not _accepts(found, config={})
    assert not _accepts(found, config={}, auth={"token": "t"})
    assert _accepts(found, config={}, auth={"token": "t", "a": "x"})


def test_the_line_of_a_definition_is_compact_json() -> None:
    assert definition_line('a"b', {"type": "object", "required": ["é"]}) == (
        '"a\\"b":{"type":"object","required":["\\u00e9"]}'
    )


TEXT = {"type": "string", "description": ""}


def test_the_definition_of_a_request_is_stated_whole() -> None:
    config = step("config", prop("a", requirement="required"), prop("b"), prop("c", requiredWhen=_when("key", ["x"])))
    auth = step("auth", prop("key", requirement="required"), prop("d"), prop("e"))
    config["rules"] = [{"anyOf": ["b", "key"]}, {"atMostOne": ["a", "e"]}]
    auth["rules"] = [{"anyOf": ["d", "e"]}, {"dependentRequired": {"d": ["b"]}}, {"dependentRequired": {"d": ["e"]}}]
    conditional = TEXT | {"description": "Required when key is x."}

    def given(part: str, name: str) -> Facts:
        return {"properties": {part: {"type": "object"} | having(name)}, "required": [part]}

    assert _fivetran(config, auth) == {
        "title": "X",
        "type": "object",
        "properties": {
            "service": {"const": "acme"},
            "config": {
                "title": "X: config",
                "type": "object",
                "properties": {"a": TEXT, "b": TEXT, "c": conditional},
                "required": ["a"],
                "additionalProperties": False,
            },
            "auth": {
                "title": "X: auth",
                "type": "object",
                "properties": {"key": TEXT, "d": TEXT, "e": TEXT},
                "required": ["key"],
                "additionalProperties": False,
                "dependentRequired": {"d": ["e"]},
                "allOf": [{"anyOf": [having("d"), having("e")]}],
            },
        },
        "required": ["service", "config"],
        "allOf": [
            given("auth", "key"),
            {
                "if": {
                    "properties": {
                        "auth": {"type": "object", "properties": {"key": {"enum": ["x"]}}, "required": ["key"]}
                    },
                    "required": ["auth"],
                },
                "then": given("config", "c"),
            },
            {"if": given("auth", "d"), "then": {"allOf": [given("config", "b")]}},
            {"anyOf": [given("config", "b"), given("auth", "key")]},
            {"anyOf": [given("auth", "d"), given("auth", "e")]},
            {
                "not": {
                    "properties": given("config", "a")["properties"] | given("auth", "e")["properties"],
                    "required": ["config", "auth"],
                }
            },
        ],
    }


def test_a_step_across_parts_is_stated_with_its_groups() -> None:
    parts = {"settings": ("form",), "login": ("oauth",)}
    request = ACME.requests["source"]._replace(parts=parts, id_field="kind")
    vendor = ACME._replace(steps="alternative", requests={"source": request})
    form = step("form", prop("host", requirement="required")) | {"rules": [{"anyOf": ["host", "user"]}]}
    oauth = step("oauth", prop("client", requirement="required"), prop("user"))
    found = request_definition(shape_of(connector(form, oauth, type_="acme"), vendor))
    host, client, user = (
        {"properties": {part: {"type": "object"} | having(name)}, "required": [part]}
        for part, name in (("settings", "host"), ("login", "client"), ("login", "user"))
    )

    assert found["allOf"] == [
        {
            "if": {"anyOf": [host, {"not": {"anyOf": [client, user]}}]},
            "then": {"allOf": [host, {"anyOf": [host, user]}]},
        }
    ]


AGAIN = {"type": "boolean", "description": "Only accepted by updates."}
GROUP = TEXT | {"description": "Cannot be changed later."}


@pytest.mark.parametrize(
    ("action", "properties", "required"),
    [
        (CREATE, {"group": GROUP, "name": TEXT}, {"required": ["group", "name"]}),
        (DRAFT, {"group": GROUP, "name": TEXT}, {}),
        (UPDATE, {"name": TEXT, "again": AGAIN, "group": False}, {}),
    ],
)
def test_the_envelope_of_an_action_has_what_the_action_can_set(action: str, properties: Facts, required: Facts) -> None:
    made = envelope(
        prop("group", requirement="required", createOnly=True),
        prop("name", requirement="required"),
        prop("again", "boolean", requirement="required", updateOnly=True),
        prop("id", readOnly=True, createOnly=True),
    )

    assert (
        envelope_definition(made, action, REQUEST)
        == {
            "type": "object",
            "properties": {"$schema": {}} | PARTS_AND_ID | properties,
            "additionalProperties": False,
        }
        | required
    )
    assert envelope_definition(None, action, REQUEST) == {"type": "object", "additionalProperties": True}


@pytest.mark.parametrize(
    ("path", "is_required", "expected"),
    [
        ("id", True, {"id": {"const": "x"}, "a": {"required": ["b"]}}),
        ("id", False, {"id": {"const": "x"}, "a": {"required": ["b"]}}),
        ("a.id", True, {"a": {"required": ["id", "b"], "properties": {"id": {"const": "x"}}}}),
        ("a.b", True, {"a": {"required": ["b"], "properties": {"b": {"const": "x"}}}}),
        ("a.id", False, {"a": {"required": ["b"], "properties": {"id": {"const": "x"}}}}),
        (
            "n.m.id",
            True,
            {
                "a": {"required": ["b"]},
                "n": {
                    "type": "object",
                    "properties": {
                        "m": {"type": "object", "properties": {"id": {"const": "x"}}, "required": ["id"]},
                    },
                    "required": ["m"],
                },
            },
        ),
        (
            "n.m.id",
            False,
            {
                "a": {"required": ["b"]},
                "n": {
                    "type": "object",
                    "properties": {"m": {"type": "object", "properties": {"id": {"const": "x"}}}},
                },
            },
        ),
    ],
)
def test_the_id_is_put_at_its_path(path: str, is_required: bool, expected: Facts) -> None:
    assert with_id({"a": {"required": ["b"]}}, path, "x", is_required=is_required) == expected


def test_the_id_comes_first() -> None:
    assert list(with_id({"a": {}}, "id", "x")) == ["id", "a"]
    assert list(with_id({"a": {"properties": {"b": {}}}}, "a.id", "x")["a"]["properties"]) == ["id", "b"]
