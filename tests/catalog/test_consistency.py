"""Facts that cannot hold together: each is a diagnostic with its place, and is left out."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.connector import Connector, Property
from generator.catalog.consistency import make_consistent
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import KEY, Facts, codes, connector, only, prop

SOURCE = {"document": "stitch/page", "place": "#x/a"}


def _consistent(*properties: Facts, rules: list[Facts] | None = None) -> tuple[Connector, Diagnostics]:
    found, diagnostics = connector(*properties), Diagnostics("stitch/page")
    found.steps[0].rules = rules
    make_consistent([found], diagnostics)
    return found, diagnostics


def _condition(name: str, *values: Any) -> Facts:
    when = {"property": name, "in": list(values)}
    facts = {"requiredWhen": [when], "inferred": ["requiredWhen", "requirement"], "sources": [SOURCE]}
    return prop("a", requirement="conditional", **facts)


def _first(found: Connector) -> Property:
    return found.steps[0].properties[0]


def _assert_told(diagnostics: Diagnostics, code: str) -> None:
    (warning,) = diagnostics
    assert (warning.level, warning.code, warning.place) == (Level.WARNING, code, "#x/a")
    assert warning.subject == f"{KEY} form.a"
    assert "left out" in warning.message


def test_what_holds_together_stays_as_it_is() -> None:
    table = [
        _condition("b", "x"),
        prop("b", enum=["x", "y"], default="y"),
        prop("c", "integer", minimum=1, maximum=1, default=1),
        prop("d", const="k", default="k"),
    ]
    found, diagnostics = _consistent(*table, rules=[{"anyOf": ["a", "b"]}])

    assert found.steps[0].to_json()["properties"] == table
    assert found.steps[0].rules == [{"anyOf": ["a", "b"]}]
    assert list(diagnostics) == []


@pytest.mark.parametrize("name", ["c", "a"])
def test_a_condition_that_names_no_other_property_of_the_step_is_left_out(name: str) -> None:
    found, diagnostics = _consistent(_condition(name, "x"), prop("b"))

    assert _first(found).to_json() == prop("a", inferred=[], sources=[SOURCE])
    _assert_told(diagnostics, "condition-property")


@pytest.mark.parametrize(
    "other",
    [
        prop("b", enum=["y"]),
        prop("b", const="y"),
        prop("b", "integer"),
        prop("b", pattern="^[0-9]+$"),
        prop("b", "boolean"),
    ],
)
def test_a_condition_on_a_value_that_the_other_property_cannot_have_is_left_out(other: Facts) -> None:
    found, diagnostics = _consistent(_condition("b", "x"), other)

    assert _first(found).to_json() == prop("a", inferred=[], sources=[SOURCE])
    _assert_told(diagnostics, "condition-value")


def test_one_condition_of_two_that_cannot_hold_and_neither_is_guessed() -> None:
    both = [{"property": "b", "in": ["x"]}, {"property": "c", "in": ["x"]}]
    found, diagnostics = _consistent(prop("a", requirement="conditional", requiredWhen=both), prop("b"))

    assert _first(found).to_json() == prop("a")
    assert codes(diagnostics) == ["condition-property"]


@pytest.mark.parametrize(
    ("named", "other", "when"),
    [
        ("sync-mode", prop("sync_mode"), {"property": "sync_mode", "in": ["X"]}),
        ("syncMode", prop("sync_mode"), {"property": "sync_mode", "in": ["X"]}),
        ("b", prop("b", enum=["x", "y"]), {"property": "b", "in": ["x"]}),
        ("b", prop("b", "boolean"), {"property": "b", "in": ["X"]}),
    ],
)
def test_another_spelling_is_put_into_the_one_of_the_step(named: str, other: Facts, when: Facts) -> None:
    value = "True" if other["type"] == "boolean" else "X"
    found, diagnostics = _consistent(_condition(named, value), other)

    conditions = [each.to_json() for each in _first(found).required_when or []]
    assert conditions == [when if other["type"] != "boolean" else {"property": "b", "in": [True]}]
    assert list(diagnostics) == []


@pytest.mark.parametrize("facts", [{"enum": ["x", "y"]}, {"const": "x"}])
def test_a_default_outside_the_listed_values_is_left_out(facts: Facts) -> None:
    table = prop("a", default="z", inferred=["default"], sources=[SOURCE], **facts)
    found, diagnostics = _consistent(table)

    assert only(found).to_json() == prop("a", inferred=[], sources=[SOURCE], **facts)
    _assert_told(diagnostics, "default-outside")


@pytest.mark.parametrize(("default", "listed"), [("One Day", "ONE_DAY"), ("TRUE", "true"), (30, "30")])
def test_a_default_that_is_nearly_a_listed_value_is_that_value(default: Any, listed: str) -> None:
    found, diagnostics = _consistent(prop("a", default=default, enum=["other", listed]))

    assert only(found).default == listed
    assert list(diagnostics) == []


def test_a_default_that_is_nearly_two_listed_values_is_left_out() -> None:
    found, diagnostics = _consistent(prop("a", default="a b", enum=["a_b", "a-b"]))

    assert "default" not in only(found).to_json()
    assert codes(diagnostics) == ["default-outside"]


def test_a_default_of_another_type_is_left_out() -> None:
    found, diagnostics = _consistent(prop("a", "integer", default="many", sources=[SOURCE]))

    assert only(found).to_json() == prop("a", "integer", sources=[SOURCE])
    _assert_told(diagnostics, "default-type")


@pytest.mark.parametrize(("default", "values"), [(True, [1, 2]), (0, [False])])
def test_true_is_not_among_numbers_and_zero_is_not_false(default: Any, values: list[Any]) -> None:
    found, diagnostics = _consistent({"name": "a", "default": default, "enum": values})

    assert "default" not in only(found).to_json()
    assert codes(diagnostics) == ["default-outside"]


def test_no_default_and_the_default_null_stay_two_things() -> None:
    found, diagnostics = _consistent({"name": "a", "default": None}, prop("b", enum=["x"]))

    assert [("default" in each.to_json()) for each in found.steps[0].properties] == [True, False]
    assert list(diagnostics) == []


def test_a_range_that_holds_no_number_is_left_out() -> None:
    found, diagnostics = _consistent(prop("a", "integer", minimum=7, maximum=1, sources=[SOURCE]))

    assert only(found).to_json() == prop("a", "integer", sources=[SOURCE])
    _assert_told(diagnostics, "empty-range")


def test_nested_properties_are_held_against_their_own_siblings() -> None:
    nested = prop("o", "object", properties=[_condition("b", "x"), prop("c")])
    found, diagnostics = _consistent(nested, prop("b"))

    assert only_nested(found).required_when is None
    assert codes(diagnostics) == ["condition-property"]


def only_nested(found: Connector) -> Property:
    return found.steps[0].properties[0].children[0]


@pytest.mark.parametrize(
    "rule",
    [
        {"anyOf": ["a", "z"]},
        {"dependentRequired": {"a": ["z"]}},
        {"dependentRequired": {"z": ["a"]}},
    ],
)
def test_a_rule_that_names_an_unknown_property_is_left_out(rule: Facts) -> None:
    kept = {"anyOf": ["a", "b"]}
    found, diagnostics = _consistent(prop("a"), prop("b"), rules=[rule, kept])

    assert found.steps[0].rules == [kept]
    (warning,) = diagnostics
    assert (warning.level, warning.code, warning.subject) == (Level.WARNING, "rule-property", f"{KEY} form")
    assert "z" in warning.message


def test_a_step_without_a_rule_that_holds_states_none() -> None:
    found, _ = _consistent(prop("a"), rules=[{"anyOf": ["a", "z"]}])

    assert "rules" not in found.steps[0].to_json()


def test_making_consistent_twice_finds_nothing_more() -> None:
    found, _ = _consistent(_condition("z", "x"), prop("b", enum=["x"], default="y"), rules=[{"anyOf": ["a", "z"]}])
    again = Diagnostics()
    make_consistent([found], again)

    assert list(again) == []
