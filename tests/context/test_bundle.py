"""The JSON Schema of a whole request: each property where the vendor looks for it, the rules where they can hold."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from generator.context.bundle import definition_name, envelope_definition, request_definition
from generator.context.schema import schema_context
from tests.context.building import Facts, as_property, connector, prop, step

TOKEN = prop("token", secret=True)


def _fivetran(*steps: Facts) -> dict[str, Any]:
    return request_definition(connector(*steps, vendor="fivetran", type_="acme"))


def _accepts(definition: dict[str, Any], **parts: Any) -> bool:
    Draft202012Validator.check_schema(definition)
    return bool(Draft202012Validator(definition).is_valid({"service": "acme"} | parts))


def _when(name: str, values: list[Any]) -> list[Facts]:
    return [{"property": name, "in": values}]


def test_definition_is_named_after_role_and_id() -> None:
    assert definition_name(connector(role="destination", type_="s3")) == "destination:s3"


def test_request_of_stitch_holds_the_connector_s_schema_without_its_examples() -> None:
    made = connector(step("form", prop("a", requirement="required"), examples=[{"a": "x"}]))
    definition = request_definition(made)
    body = schema_context(made, "").body

    assert body.pop("examples") == [{"a": "x"}]
    assert definition["properties"] == {"type": {"const": "platform.x"}, "properties": body}
    assert definition["required"] == ["type", "properties"]
    assert definition["title"] == "X"


def test_properties_of_fivetran_stand_in_their_parts() -> None:
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


def test_what_is_required_in_auth_is_required_there_only() -> None:
    found = _fivetran(step("config", prop("host")), step("auth", TOKEN | {"requirement": "required"}))

    assert found["properties"]["config"].get("required") is None
    assert found["properties"]["auth"]["required"] == ["token"]


def test_a_connector_without_auth_has_no_such_part() -> None:
    assert list(_fivetran(step("config", prop("host")))["properties"]) == ["service", "config"]


def test_a_condition_within_a_part_stands_in_that_part() -> None:
    conditional = prop("key", requiredWhen=_when("mode", ["k"]))
    found = _fivetran(step("config", prop("mode"), conditional), step("auth", TOKEN))

    assert "allOf" not in found
    assert "allOf" not in found["properties"]["auth"]
    assert not _accepts(found, config={"mode": "k"})
    assert _accepts(found, config={"mode": "k", "key": "x"})
    assert _accepts(found, config={"mode": "other"})


def test_a_condition_across_the_parts_stands_at_the_top() -> None:
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


def test_rules_of_a_step_stand_in_its_part() -> None:
    config = step("config", prop("a"), prop("b")) | {"rules": [{"anyOf": ["a", "b"]}]}
    auth = step("auth", TOKEN, prop("secret")) | {"rules": [{"dependentRequired": {"token": ["secret"]}}]}
    found = _fivetran(config, auth)

    assert not _accepts(found, config={})
    assert _accepts(found, config={"b": "x"}, auth={})
    assert not _accepts(found, config={"b": "x"}, auth={"token": "t"})
    assert _accepts(found, config={"b": "x"}, auth={"token": "t", "secret": "s"})


def test_a_condition_of_stitch_stands_among_its_properties() -> None:
    conditional = prop("key", requiredWhen=_when("mode", ["k"]))
    found = request_definition(connector(step("form", prop("mode"), conditional)))
    validator = Draft202012Validator(found)

    assert "allOf" not in found
    assert not validator.is_valid({"type": "platform.x", "properties": {"mode": "k"}})
    assert validator.is_valid({"type": "platform.x", "properties": {"mode": "k", "key": "x"}})


def test_envelope_has_what_a_request_that_creates_may_hold() -> None:
    found = envelope_definition(
        [
            as_property(prop("group", requirement="required", createOnly=True)),
            as_property(prop("paused", "boolean")),
            as_property(prop("id", requirement="readOnly", readOnly=True)),
            as_property(prop("again", "boolean", requirement="required", updateOnly=True)),
        ]
    )

    assert list(found["properties"]) == ["$schema", "group", "paused"]
    assert found["required"] == ["group"]
    # The bundle closes the request; here, that would shut the connector's parts out.
    assert "additionalProperties" not in found
