"""Constraints as JSON."""

from __future__ import annotations

from generator.context.builder.constraint_data import constraint_data
from templates.connector_catalog.rules import Condition, ConditionalRequirement, Rules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints


def test_what_has_its_default_is_left_out() -> None:
    assert constraint_data(ValueConstraints()) == {}
    assert constraint_data(ValueConstraints(("string",), min_length=0)) == {"types": ["string"], "minLength": 0}


def test_zero_is_not_taken_for_false() -> None:
    assert constraint_data(Condition("a", (0, False, None), default=False)) == {
        "name": "a",
        "values": [0, False, None],
        "default": False,
    }
    assert constraint_data(ValueConstraints(minimum=0)) == {"minimum": 0}


def test_objects_and_rules_are_nested() -> None:
    when = ConditionalRequirement("b", (Condition("a", ("x",)),))
    found = ObjectConstraints({"a_b": ValueConstraints(secret=True)}, rules=Rules((when,), any_of=(("a", "b"),)))

    assert constraint_data(found) == {
        "properties": {"a_b": {"secret": True}},
        "rules": {"conditions": [{"name": "b", "when": [{"name": "a", "values": ["x"]}]}], "anyOf": [["a", "b"]]},
    }
