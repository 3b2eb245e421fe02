"""The JSON Schema of a payload."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.context.schema import schema_context
from tests import cases
from tests.context.building import Facts, connector, prop, step
from tests.vendors import shape


def _node(facts: Facts) -> dict[str, Any]:
    return schema_context(shape(connector(step("form", facts))), "comment").body["properties"][facts["name"]]


def test_id_is_made_from_the_key_alone() -> None:
    ids = [schema_context(shape(each), "").id for each in (connector(), connector(step("form", prop("a"))))]

    assert ids == ["https://connector-catalog.invalid/schemas/v1/stitch/source/platform.x.json"] * 2


@pytest.mark.parametrize("case", cases.CASES)
def test_schema_of_every_case_is_a_schema(case: str) -> None:
    Draft202012Validator.check_schema(schema_context(shape(cases.load(case)), "comment").body)


def test_unknown_names_are_refused_at_every_level() -> None:
    body = schema_context(shape(cases.load("nested_object")), "").body

    assert body["additionalProperties"] is False
    assert body["properties"]["server"]["additionalProperties"] is False
    assert body["properties"]["server"]["properties"]["tls"]["additionalProperties"] is False


def test_required_names_are_at_their_level() -> None:
    body = schema_context(shape(cases.load("list_of_objects")), "").body

    assert body["required"] == ["reports"]
    assert body["properties"]["reports"]["items"]["required"] == ["id"]


def test_nothing_required_leaves_the_keyword_out() -> None:
    assert "required" not in schema_context(shape(connector(step("form", prop("a")))), "").body


@pytest.mark.parametrize(
    ("facts", "keyword", "value"),
    [
        ({"title": "T"}, "title", "T"),
        ({"description": "D."}, "description", "D."),
        ({"enum": ["a", 1, True]}, "enum", ["a", 1, True]),
        ({"const": "k"}, "const", "k"),
        ({"default": False}, "default", False),
        ({"format": "date-time"}, "format", "date-time"),
        ({"pattern": "^a$"}, "pattern", "^a$"),
        ({"examples": ["a"]}, "examples", ["a"]),
        ({"readOnly": True}, "readOnly", True),
        ({"deprecated": True}, "deprecated", True),
        ({"secret": True}, "writeOnly", True),
        ({"writeOnly": True}, "writeOnly", True),
    ],
)
def test_fact_becomes_a_keyword(facts: Facts, keyword: str, value: Any) -> None:
    assert _node(prop("a") | facts)[keyword] == value


@pytest.mark.parametrize("keyword", ["type", "enum", "default", "const", "format", "pattern", "writeOnly", "readOnly"])
def test_keywords_that_are_not_stated_are_left_out(keyword: str) -> None:
    assert keyword not in _node({"name": "a"})


def test_types_are_the_catalog_s() -> None:
    assert _node(prop("a", ["integer", "string"]))["anyOf"] == [{"type": "integer"}, {"type": "string"}]
    assert _node(prop("a", ["integer", "null"]))["type"] == ["integer", "null"]


def test_items_are_a_schema() -> None:
    assert _node(prop("a", "array", items={"type": "string"}))["items"] == {"type": "string"}
    # The values say of which type they are.
    assert _node(prop("a", "array", items={"type": "string", "enum": ["x"]}))["items"] == {"enum": ["x"]}


def test_examples_of_all_steps_are_the_schema_s_examples() -> None:
    made = connector(step("form", prop("a"), examples=[{"a": "1"}]), step("oauth", prop("b"), examples=[{"b": "2"}]))

    assert schema_context(shape(made), "").body["examples"] == [{"a": "1"}, {"b": "2"}]


def test_examples_of_steps_that_go_together_have_what_the_others_require() -> None:
    made = connector(
        step("config", prop("a"), examples=[{"a": "1"}, {"a": "2"}]),
        step("auth", prop("b", requirement="required"), examples=[{"b": "3"}]),
        step("more", prop("c", requirement="required"), prop("d")),
        vendor="fivetran",
    )
    examples = schema_context(shape(made), "").body["examples"]

    # The documents' own value is better than a placeholder.
    assert examples == [{"a": "1", "b": "3", "c": "<C>"}, {"a": "2", "b": "3", "c": "<C>"}, {"b": "3", "c": "<C>"}]
    assert made.steps[0].examples == ({"a": "1"}, {"a": "2"})


@pytest.mark.parametrize(
    ("form", "oauth"),
    [
        ([prop("a"), prop("b")], [prop("b", requirement="required")]),
        ([prop("b", requirement="required")], [prop("a"), prop("b")]),
        ([prop("b", requirement="required")], [prop("b", requirement="required")]),
    ],
)
def test_steps_that_share_their_properties_give_a_schema(form: list[Facts], oauth: list[Facts]) -> None:
    body = schema_context(shape(connector(step("form", *form), step("oauth", *oauth))), "").body

    Draft202012Validator.check_schema(body)


def test_first_step_is_due_where_no_other_step_has_a_property_of_its_own() -> None:
    form = step("form", prop("a", requirement="required"), prop("b"))
    body = schema_context(shape(connector(form, step("oauth", prop("b")))), "").body

    assert not Draft202012Validator(body).is_valid({})


def test_an_object_without_properties_in_a_list_gives_a_schema() -> None:
    body = schema_context(
        shape(connector(step("form", prop("a", "array", items={"type": "object", "properties": []})))), ""
    ).body

    Draft202012Validator.check_schema(body)
