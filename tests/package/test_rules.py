"""The meaning of conditions and rules between properties."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.rules import Condition, ConditionalRequirement, Rules, StepRules

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
