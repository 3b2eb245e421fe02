"""The meaning of conditions and rules between properties."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules, StepRules

CONDITION = ConditionalRequirement("key", (Condition("ssh", (True,)), Condition("mode", ("a", "b"))))


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ({"ssh": True, "mode": "b"}, True),
        ({"ssh": 1, "mode": "b"}, False),
        ({"ssh": True, "mode": "c"}, False),
        ({"ssh": True}, False),
        ({}, False),
    ],
)
def test_a_condition_holds_where_all_its_properties_have_such_a_value(given: dict[str, Any], holds: bool) -> None:
    assert CONDITION.holds(given) is holds


def test_rules_find_what_is_missing() -> None:
    rules = Rules((CONDITION,), (("a", ("b", "c")),), (("x", "y"), ("z",)))

    assert rules.missing({"ssh": True, "mode": "a", "a": 1, "c": 1}) == ["key", "b"]
    assert rules.missing({"ssh": True, "mode": "a", "key": None}) == []
    assert rules.missing({"b": 1}) == []
    assert rules.unmet({"y": None}) == [("z",)]
    assert rules.unmet({"x": 1, "z": 1}) == []


@pytest.mark.parametrize(
    ("unless", "given", "applies"),
    [
        ((), {"own": 1}, True),
        ((), {}, False),
        (("other",), {}, True),
        (("other",), {"other": 1}, False),
        (("other",), {"other": 1, "own": 1}, True),
    ],
)
def test_a_step_applies_where_it_is_begun_or_no_other_is(
    unless: tuple[str, ...], given: dict[str, Any], applies: bool
) -> None:
    step = StepRules("form", ("own", "own2"), unless, ("own2",), (("p", "q"),))

    assert step.applies(given) is applies
    assert step.missing(given) == (["own2"] if applies else [])
    assert step.unmet(given) == ([("p", "q")] if applies else [])
    assert step.missing({**given, "own2": 1}) == []
    assert step.unmet({**given, "q": 1}) == []


@pytest.mark.parametrize(
    ("condition", "given", "holds"),
    [
        (Condition("mode", ("a",)), {}, None),
        (Condition("mode", ("a",), default=True), {}, True),
        (Condition("mode", ("a",), default=False), {}, False),
        (Condition("mode", ("a",), default=True), {"mode": "b"}, False),
        (Condition("mode", ("a",), default=False), {"mode": "a"}, True),
        (Condition("mode", ("a",), default=True), {"mode": None}, False),
        (Condition("mode", ("a",), default=True, default_when=((("x", "y"), False),)), {"y": 1}, False),
        (Condition("mode", ("a",), default=True, default_when=((("x", "y"), False),)), {"y": 1, "mode": "a"}, True),
        (Condition("mode", ("a",), default=True, default_when=((("x", "y"), False),)), {"z": 1}, True),
        (Condition("mode", ("a",), default_when=((("x",), True),)), {"x": None}, True),
        (Condition("mode", ("a",), default_when=((("x",), True),)), {}, None),
        (Condition("mode", ("a",), default_when=((("x",), True), (("y",), False))), {"x": 1, "y": 1}, True),
        (Condition("mode", ("a",), default_when=((("y",), False), (("x",), True))), {"x": 1, "y": 1}, False),
    ],
)
def test_a_default_decides_where_the_property_is_not_given(
    condition: Condition, given: dict[str, Any], holds: bool | None
) -> None:
    assert condition.holds(given) is holds


def test_a_requirement_needs_conditions_that_are_known_to_hold() -> None:
    known, unknown = Condition("a", (1,), default=True), Condition("b", (1,))

    assert ConditionalRequirement("x", (known,)).holds({})
    assert not ConditionalRequirement("x", (known, unknown)).holds({})
    assert ConditionalRequirement("x", (known, unknown)).holds({"b": 1})
    assert Rules((ConditionalRequirement("x", (known,)),)).missing({}) == ["x"]


def test_a_property_applies_unless_a_condition_is_known_not_to_hold() -> None:
    default, unknown = Condition("a", (1,), default=False), Condition("b", (1,))
    applicability = Applicability("x", (default, unknown))

    assert applicability.unmet({"x": 1}) == [default]
    assert applicability.unmet({"a": 1}) == []
    assert applicability.unmet({"a": 1, "b": 2}) == [unknown]
    assert applicability.unmet({"a": 2, "b": 2}) == [default, unknown]
    assert applicability.unmet({"x": 1}, partial=True) == []
    assert applicability.unmet({"a": 2}, partial=True) == [default]


def test_a_condition_in_words() -> None:
    assert Condition("mode", ("a",)).words == "mode is 'a'"
    assert Condition("mode", ("a", True, 1)).words == "mode is 'a', True or 1"


def test_several_of_a_group_of_which_at_most_one_is_accepted_exceed_it() -> None:
    rules = Rules(at_most_one=(("a", "b", "c"), ("c", "d")))

    assert rules.exceeded({}) == []
    assert rules.exceeded({"a": 1, "d": 1}) == []
    assert rules.exceeded({"a": None, "b": 1}) == [("a", "b", "c")]
    assert rules.exceeded({"a": 1, "c": 1, "d": 1}) == [("a", "b", "c"), ("c", "d")]
