"""The constraints of properties: all of them for validators, those beside the type hint for models."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.string_encoding import list_pattern
from generator.context.constraints import field_constraints, object_constraints, value_constraints
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.rules import Rules, StepRules
from templates.connector_catalog.value_constraints import ValueConstraints
from tests.context.building import Facts, as_property, prop


def _field(type_: Any = "string", **facts: Any) -> ValueConstraints:
    return field_constraints(as_property(prop("a", type_, **facts)))


def _value(type_: Any = "string", **facts: Any) -> ValueConstraints:
    return value_constraints(as_property(prop("a", type_, **facts)))


@pytest.mark.parametrize("type_", ["string", "integer", "boolean", "array", "object"])
def test_a_type_hint_is_enough_for_one_type(type_: str) -> None:
    assert _field(type_) == ValueConstraints()


@pytest.mark.parametrize(
    ("type_", "facts"),
    [
        ("string", {"pattern": "^a"}),
        ("string", {"format": "date"}),
        ("string", {"encoding": "json"}),
        ("integer", {"minimum": 0}),
        ("integer", {"maximum": 0}),
        ("integer", {"enum": [1]}),
        ("number", {}),
        (["integer", "string"], {}),
        (None, {}),
    ],
)
def test_a_model_checks_what_the_type_hint_does_not_say(type_: Any, facts: Facts) -> None:
    assert _field(type_, **facts) != ValueConstraints()


def test_a_list_is_separated_by_commas_unless_stated() -> None:
    assert _field(encoding="list", pattern=list_pattern(",")).separator == ","
    assert _field(encoding="list", separator=";").separator == ";"
    assert _field().separator == ""


@pytest.mark.parametrize(("format_", "kept"), [("date", "date"), ("date-time", "date-time"), ("cron", ""), (None, "")])
def test_only_dates_and_times_have_to_exist(format_: str | None, kept: str) -> None:
    assert _field(format=format_).format == kept


@pytest.mark.parametrize(
    ("type_", "facts", "encoding"),
    [
        ("string", {"encoding": "boolean"}, "boolean"),
        (["integer", "string"], {"encoding": "integer"}, "integer"),
        ("string", {"encoding": "json"}, "json"),
        ("string", {"format": "date-time", "encoding": "list"}, ""),
        ("integer", {"encoding": "integer"}, ""),
        ("string", {}, ""),
    ],
)
def test_only_a_string_encodes_something(type_: Any, facts: Facts, encoding: str) -> None:
    assert _field(type_, **facts).encoding == encoding


@pytest.mark.parametrize(("enum", "values"), [(["x"], ()), ([1, 2], (1, 2)), (["x", None], ("x", None)), (None, ())])
def test_values_are_checked_where_a_type_hint_does_not_tell_them_apart(
    enum: list[Any] | None, values: tuple[Any, ...]
) -> None:
    assert _field("string", enum=enum).values == values


@pytest.mark.parametrize(
    ("type_", "facts", "types"),
    [
        (["integer", "string"], {}, ("integer", "string")),
        ("number", {}, ("number",)),
        ("integer", {}, ()),
        (None, {}, ("array", "boolean", "null", "number", "object", "string")),
        (["integer", "string"], {"enum": [1, "1"]}, ()),
        ("number", {"const": 1.5}, ()),
    ],
)
def test_types_are_checked_where_one_type_hint_does_not_say_it_all(
    type_: Any, facts: Facts, types: tuple[str, ...]
) -> None:
    assert _field(type_, **facts).types == types


def test_limits_are_kept() -> None:
    constraints = _field("number", minimum=0.5, maximum=7)

    assert (constraints.minimum, constraints.maximum) == (0.5, 7)


def test_a_model_checks_the_limits_of_items() -> None:
    limited = _field("array", items={"type": "integer", "minimum": 3}).items

    assert limited is not None
    assert limited.minimum == 3
    assert _field("array", items={"type": "integer"}).items is None


def test_a_validator_checks_types_and_values_too() -> None:
    assert _value("string").types == ("string",)
    assert _value(["integer", "string"]).types == ("integer", "string")
    assert _value(None).types == ()
    assert _value("string", enum=["x"]).values == ("x",)
    assert _value("string", const="x").values == ("x",)


def test_nested_properties_and_items_are_constrained() -> None:
    nested = [prop("b", requirement="required"), prop("c", requiredWhen=[{"property": "b", "in": ["x"]}])]
    requirements = requirements_of_object(map(as_property, nested))
    expected = object_constraints(requirements)

    assert list(expected.properties) == ["b", "c"]
    assert (expected.required, expected.rules) == (requirements.required, requirements.rules)
    assert _value("object", properties=nested).object == expected
    items = _value("array", items={"type": "object", "properties": nested}).items
    assert items == ValueConstraints(types=("object",), object=expected)
    assert _value("array", items={"type": ["integer", "string"], "enum": [1]}).items == ValueConstraints(
        types=("integer", "string"), values=(1,)
    )


def test_a_string_that_encodes_json_is_not_parsed() -> None:
    assert _value("string", encoding="json", items={"type": "object", "properties": [prop("b")]}).items is None
    assert _value("string", encoding="json", properties=[prop("b")]).object is None


def test_requirements_of_steps_are_kept() -> None:
    steps = (StepRules("form", ("a",), (), ("a",)),)
    made = object_constraints(Requirements((as_property(prop("a")),), (), Rules(), steps))

    assert made.steps == steps
