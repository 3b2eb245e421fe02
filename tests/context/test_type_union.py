"""A value of several types has a schema for each of them."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from generator.context.json_schema.type_union import with_single_types
from tests.context.building import Facts


@pytest.mark.parametrize(
    "node", [{"enum": ["x"]}, {"type": "string", "pattern": "x"}, {"type": ["array", "null"], "items": {}}]
)
def test_a_schema_of_one_type_stays(node: Facts) -> None:
    assert with_single_types(node) is node


def test_each_type_has_its_keywords() -> None:
    node = {"title": "T", "type": ["integer", "string", "array", "null"], "maximum": 3, "pattern": "^x", "items": {}}

    assert with_single_types(node | {"default": 1}) == {
        "title": "T",
        "default": 1,
        "anyOf": [
            {"type": "integer", "maximum": 3},
            {"type": "string", "pattern": "^x"},
            {"type": "array", "items": {}},
            {"type": "null"},
        ],
    }


def test_clauses_are_about_the_properties_or_about_a_string() -> None:
    clauses = [{"pattern": "x"}]
    text = with_single_types({"type": ["string", "integer"], "format": "date", "allOf": clauses})
    both = with_single_types({"type": ["string", "object"], "properties": {}, "required": [], "allOf": clauses})

    assert text["anyOf"] == [{"type": "string", "format": "date", "allOf": clauses}, {"type": "integer"}]
    assert both["anyOf"] == [{"type": "string"}, {"type": "object", "properties": {}, "required": [], "allOf": clauses}]


@pytest.mark.parametrize("value", ["x", "y", 1, 5, 5.0, 1.5, True, None, [], [1], {}])
def test_the_same_values_are_accepted(value: object) -> None:
    node = {"type": ["integer", "string", "array"], "enum": ["x", 1, 5, [], [1]], "maximum": 3, "maxItems": 0}
    accepts = Draft202012Validator(node).is_valid(value)

    assert Draft202012Validator(with_single_types(node)).is_valid(value) is accepts
