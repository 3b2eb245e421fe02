"""Conditions with what defaults decide, and the schemas of objects for which they hold."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.context.conditions import Conditions
from generator.context.json_schema.rules import at_most_one, holds, requirement
from generator.context.requirements import requirements_of_steps
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules
from tests.context.building import Facts, as_property, connector, prop, step

WHEN = [{"property": "mode", "in": ["a", "b"]}]


def _condition(**mode: Any) -> Condition:
    own = [prop("mode", **mode), prop("x", requiredWhen=WHEN)]
    return Conditions(map(as_property, own)).required[0].when[0]


@pytest.mark.parametrize(
    ("mode", "default"),
    [
        ({}, None),
        ({"default": "a"}, True),
        ({"default": "c"}, False),
        ({"default": None}, None),
        ({"default": 1}, False),
    ],
)
def test_a_default_is_among_the_values_or_not(mode: Facts, default: bool | None) -> None:
    assert _condition(**mode) == Condition("mode", ("a", "b"), default)


def test_a_default_may_be_null() -> None:
    own = [{"name": "mode", "default": None}, prop("x", requiredWhen=[{"property": "mode", "in": [None]}])]

    assert Conditions(map(as_property, own)).required[0].when[0].default is True


def test_other_defaults_are_kept_in_their_order() -> None:
    others = [{"anyGiven": ["g", "h"], "value": "b"}, {"anyGiven": ["i"], "value": "c"}]

    assert _condition(default="c", defaultWhen=others) == Condition(
        "mode", ("a", "b"), default=False, default_when=((("g", "h"), True), (("i",), False))
    )


@pytest.mark.parametrize(
    ("encoding", "default", "values", "expected"),
    [
        ("boolean", "true", [True], True),
        ("boolean", True, ["true"], True),
        ("boolean", "false", [True], False),
        ("integer", "10", [10], True),
        ("integer", 10, ["10"], True),
        ("integer", "010", [10], False),
        ("json", "[1, 2]", ["[1,2]"], True),
        (None, "10", [10], False),
        ("list", "1", [1], False),
    ],
)
def test_a_default_of_an_encoded_string_compares_as_its_value(
    encoding: str | None, default: Any, values: list[Any], expected: bool
) -> None:
    own = [prop("s", default=default, encoding=encoding), prop("x", requiredWhen=[{"property": "s", "in": values}])]

    assert Conditions(map(as_property, own)).required[0].when[0].default is expected


def test_all_three_kinds_of_conditions_are_found() -> None:
    own = [prop("mode", default="a"), prop("x", appliesWhen=WHEN), prop("y", expectedWhen=WHEN)]
    found = Conditions(map(as_property, own))
    condition = Condition("mode", ("a", "b"), default=True)

    assert found.required == ()
    assert found.applies == (Applicability("x", (condition,)),)
    assert found.expected == (ConditionalRequirement("y", (condition,)),)


def _of_steps(*steps: Facts, together: bool) -> Rules:
    return requirements_of_steps(connector(*steps).steps, together=together).rules


def test_a_default_says_nothing_where_its_step_may_not_apply() -> None:
    mode, needed = prop("mode", default="a"), prop("x", requiredWhen=WHEN)
    alone = [step("form", mode, needed), step("oauth", prop("o"))]
    shared = [step("form", mode, needed), step("oauth", mode, needed, prop("o"))]
    half = [step("form", mode, needed), step("oauth", mode, prop("o"))]

    def default(*steps: Facts, together: bool = False) -> bool | None:
        return _of_steps(*steps, together=together).conditions[0].when[0].default

    assert default(*alone) is None
    assert default(*half) is None
    assert default(*shared) is True
    assert default(*alone, together=True) is True
    assert default(alone[0]) is True


def test_a_default_that_differs_between_steps_is_none() -> None:
    needed = prop("x", requiredWhen=WHEN)
    steps = [step("form", prop("mode", default="a"), needed), step("oauth", prop("mode", default="c"), needed)]

    assert _of_steps(*steps, together=False).conditions[0].when[0].default is None


@pytest.mark.parametrize("together", [True, False])
def test_groups_of_which_at_most_one_is_accepted_are_those_of_all_steps(together: bool) -> None:
    form = step("form", prop("a"), prop("b")) | {"rules": [{"atMostOne": ["a", "b"]}]}
    oauth = step("oauth", prop("c")) | {"rules": [{"atMostOne": ["a", "c"]}]}

    assert _of_steps(form, oauth, together=together).at_most_one == (("a", "b"), ("a", "c"))


NAMES = ("mode", "g", "h")
OBJECTS: list[dict[str, Any]] = [
    {name: value for name, value in zip(NAMES, values, strict=True) if value is not None}
    for values in itertools.product((None, "a", "z"), (None, 1), (None, 1))
]
DEFAULTS = (None, True, False)
OTHERS = ((), (("g",), True), (("g",), False), (("h", "g"), True), (("h",), False))


@pytest.mark.parametrize("default", DEFAULTS)
def test_a_schema_holds_where_the_condition_does(default: bool | None) -> None:
    seen = set()
    for one, other in itertools.product(OTHERS, OTHERS):
        condition = Condition("mode", ("a",), default, tuple(each for each in (one, other) if each))
        schema = holds(condition)
        Draft202012Validator.check_schema(schema)
        for given in OBJECTS:
            assert Draft202012Validator(schema).is_valid(given) is bool(condition.holds(given)), (condition, given)
            seen.add(condition.holds(given))
    assert seen >= {True, False}


def test_the_schema_of_a_requirement_with_several_conditions() -> None:
    found = ConditionalRequirement(
        "x",
        (
            Condition("mode", ("a",), default=True),
            Condition("g", (1,), default=False, default_when=((("h",), True),)),
            Condition("mode", ("a", "z")),
        ),
    )
    schema = Draft202012Validator(requirement(found))
    for given in OBJECTS:
        assert schema.is_valid(given) is (not found.holds(given))
        assert schema.is_valid({**given, "x": 1})


def test_the_schema_of_properties_that_exclude_each_other() -> None:
    for group in (NAMES, NAMES[:2]):
        schema = Draft202012Validator(at_most_one(group))
        for given in OBJECTS:
            assert schema.is_valid(given) is (Rules(at_most_one=(group,)).exceeded(given) == [])
