"""Conditions and rules as JSON Schemas, whole."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.json_schema.dialects import Schema
from generator.context.json_schema.rules import (
    any_of,
    at_most_one,
    given_here,
    holds,
    requirement,
    step_begun,
)
from templates.connector_catalog.rules import Condition, ConditionalRequirement, StepRules
from tests.context.building import having

A, B, C = (having(name) for name in "abc")


def _in_part(name: str, schema: Schema | None = None) -> Schema:
    return {"properties": {"part": given_here(name, schema)}, "required": ["part"]}


def test_a_property_is_given() -> None:
    assert given_here("a") == A
    assert given_here("a", {"const": 1}) == {"properties": {"a": {"const": 1}}, "required": ["a"]}
    assert given_here("a", {}) == {"properties": {"a": {}}, "required": ["a"]}


def test_one_of_several_is_given() -> None:
    assert any_of(iter("ab")) == {"anyOf": [A, B]}
    assert any_of("a", _in_part) == {"anyOf": [{"properties": {"part": A}, "required": ["part"]}]}


def test_at_most_one_is_given() -> None:
    assert at_most_one("ab") == {"not": having("a", "b")}
    pairs = [having(*pair) for pair in ("ab", "ac", "bc")]
    assert at_most_one(iter("abc")) == {"not": {"anyOf": pairs}}
    assert at_most_one("ab", _in_part) == {"not": {"allOf": [_in_part("a"), _in_part("b")]}}


def test_a_step_has_begun() -> None:
    assert step_begun(StepRules("s", ("a", "b"), (), ())) == {"anyOf": [A, B]}
    assert step_begun(StepRules("s", ("a",), ("b", "c"), ())) == {"anyOf": [A, {"not": {"anyOf": [B, C]}}]}
    found = step_begun(StepRules("s", ("a",), ("b",), ()), _in_part)
    assert found == {"anyOf": [_in_part("a"), {"not": {"anyOf": [_in_part("b")]}}]}


IS_X: Schema = {"properties": {"a": {"enum": ["x", 1]}}, "required": ["a"]}


@pytest.mark.parametrize(
    ("more", "by_default"),
    [
        ({}, None),
        ({"default": False}, None),
        ({"default": True}, {"not": A}),
        ({"default_when": ((("b", "c"), True),)}, {"not": A, "anyOf": [B, C]}),
        ({"default_when": ((("b",), False),)}, None),
        ({"default": True, "default_when": ((("b",), True),)}, {"not": A}),
        ({"default": True, "default_when": ((("b",), False),)}, {"allOf": [{"not": A}, {"not": {"anyOf": [B]}}]}),
        (
            {"default": True, "default_when": ((("b",), True), (("c",), False))},
            {"not": A, "anyOf": [{"anyOf": [B]}, {"not": {"anyOf": [C]}}]},
        ),
        (
            {"default_when": ((("b",), False), (("c",), True))},
            {"allOf": [{"not": A}, {"not": {"anyOf": [B]}, "anyOf": [C]}]},
        ),
    ],
)
def test_a_condition_holds_by_its_value_or_by_default(more: dict[str, Any], by_default: Schema | None) -> None:
    expected = IS_X if by_default is None else {"anyOf": [IS_X, by_default]}

    assert holds(Condition("a", ("x", 1), **more)) == expected


def test_a_condition_looks_where_the_property_is() -> None:
    has_value = _in_part("a", {"enum": ["x"]})
    found = holds(Condition("a", ("x",), default=False, default_when=((("b",), True),)), _in_part)

    assert found == {"anyOf": [has_value, {"not": _in_part("a"), "anyOf": [_in_part("b")]}]}


def test_a_requirement_of_several_conditions_is_one_schema_where_that_says_the_same() -> None:
    both = ConditionalRequirement("c", (Condition("a", ("x",)), Condition("b", (1,))))
    merged = {"properties": {"a": {"enum": ["x"]}, "b": {"enum": [1]}}, "required": ["a", "b"]}
    apart = {"allOf": [_in_part("a", {"enum": ["x"]}), _in_part("b", {"enum": [1]})]}

    assert requirement(both) == {"if": merged, "then": C}
    assert requirement(both, _in_part) == {"if": apart, "then": _in_part("c")}
    twice = ConditionalRequirement("c", (Condition("a", ("x",)), Condition("a", ("y",))))
    values = [{"properties": {"a": {"enum": [value]}}, "required": ["a"]} for value in "xy"]
    assert requirement(twice) == {"if": {"allOf": values}, "then": C}
    default = Condition("b", (1,), default=True)
    by_default = {"anyOf": [{"properties": {"b": {"enum": [1]}}, "required": ["b"]}, {"not": B}]}
    one_open = ConditionalRequirement("c", (Condition("a", ("x",)), default))
    is_x = {"properties": {"a": {"enum": ["x"]}}, "required": ["a"]}
    assert requirement(one_open) == {"if": is_x | by_default, "then": C}
