"""What constraints mean: types, equality and patterns."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from templates.connector_catalog.constraints import (
    DATE,
    DATE_TIME,
    INTEGER,
    MIDNIGHT,
    are_unique,
    has_format,
    has_type,
    is_among,
    is_integer,
    is_number,
    is_same,
    matches,
    python_pattern,
    type_of,
)

VALUES: dict[str, Any] = {
    "null": None,
    "boolean": True,
    "integer": 1,
    "number": 1.5,
    "string": "1",
    "array": [1],
    "object": {"a": 1},
}


@pytest.mark.parametrize("type_", VALUES)
def test_a_value_has_its_own_type_and_an_integer_is_a_number_too(type_: str) -> None:
    value = VALUES[type_]

    assert type_of(value) == type_
    expected = {type_, "number"} if type_ == "integer" else {type_}
    assert {each for each in VALUES if has_type(value, (each,))} == expected


def test_a_float_without_a_fraction_is_an_integer() -> None:
    assert has_type(1.0, ("integer",))
    assert not has_type(1.5, ("integer",))
    assert not has_type(float("nan"), ("integer",))
    assert type_of(1.0) == "number"


def test_one_of_several_types_is_enough() -> None:
    assert has_type("a", ("integer", "string"))
    assert not has_type([], ("integer", "string"))
    assert not has_type("a", ())


def test_a_value_that_is_not_json_has_no_type() -> None:
    assert not any(has_type(each, VALUES) for each in ((1,), {1}, datetime.date(2026, 1, 1), b"a"))


def test_true_is_no_number() -> None:
    assert not is_integer(VALUES["boolean"])
    assert not is_number(VALUES["boolean"])
    assert is_number(1)
    assert is_number(0.5)


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, 1.0), ("a", "a"), ([1, {"a": 2}], [1.0, {"a": 2.0}]), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (None, None)],
)
def test_equal_values_are_the_same(one: Any, other: Any) -> None:
    assert is_same(one, other)
    assert is_same(other, one)
    assert is_among(one, [0, other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, False),
        ("1", 1),
        ([1], [True]),
        ([1], [1, 1]),
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, {"a": 1, "b": 1}),
        ("", None),
        (True, False),
    ],
)
def test_other_values_are_not_the_same(one: Any, other: Any) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)
    assert not is_among(one, [other])
    assert not is_among(other, (one,))


def test_a_dollar_does_not_match_before_a_line_break() -> None:
    assert matches("^a$", "a")
    assert not matches("^a$", "a\n")
    assert python_pattern("^a$") == r"^a\Z"


def test_a_pattern_without_a_dollar_stays_as_it_is_and_is_not_anchored() -> None:
    assert python_pattern("a") == "a"
    assert matches("a", "xay\n")


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (DATE, ["2026-01-31", "0001-12-01"], ["2026-13-01", "0000-01-01", "2026-1-1", "2026-01-31T00:00:00Z", "²"]),
        (
            DATE_TIME,
            ["2026-01-31T23:59:59Z", "2026-01-31T00:00:00.25+14:30"],
            ["2026-01-31T24:00:00Z", "2026-01-31T00:00:00", "2026-01-31 00:00:00Z", "2026-01-31T00:00:00+24:00"],
        ),
        (MIDNIGHT, ["2026-01-31T00:00:00Z", "2026-01-31T00:00:00.000-05:00"], ["2026-01-31T00:00:01Z"]),
        (INTEGER, ["0", "-12"], ["", "1.0", "+1", "²", "1\n"]),
    ],
)
def test_patterns_accept_their_form_alone(pattern: str, good: list[str], bad: list[str]) -> None:
    assert [each for each in good if not matches(pattern, each)] == []
    assert [each for each in bad if matches(pattern, each)] == []


def test_a_date_of_the_calendar_exists() -> None:
    assert has_format("2024-02-29", "date")
    assert has_format("2026-01-31T09:30:00.5+02:00", "date-time")
    assert not has_format("2026-02-29", "date")
    assert not has_format("2026-02-30T00:00:00Z", "date-time")
    assert not has_format("2026-01-31", "date-time")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (0.0, -0.0),
        (None, None),
        ([1, [2]], [1.0, [2]]),
        ({"a": 1, "b": [True]}, {"b": [True], "a": 1}),
        ([], []),
        ({}, {}),
    ],
)
def test_values_that_are_the_same_are_not_unique(one: Any, other: Any) -> None:
    assert not are_unique([one, "other", other])
    assert not are_unique([[one], [other]])
    assert are_unique([one])


def test_values_of_other_types_are_unique() -> None:
    values = [0, 1, True, False, None, "1", "", [], [1], [True], [[1]], {}, {"a": 1}, {"a": True}, {"b": 1}, ["a", 1]]

    assert are_unique(values)
    assert are_unique([*values, [["a", 1]]])
    assert are_unique([])
