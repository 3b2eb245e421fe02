"""What is checked of a value beside its type hint; the same for models and validators."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.string_encoding import list_pattern
from generator.context.checks import Check, check_of
from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT
from tests.context.building import Facts, as_property, prop


def _check(type_: Any = "string", **facts: Any) -> Check:
    return check_of(as_property(prop("a", type_, **facts)))


@pytest.mark.parametrize("type_", ["string", "integer", "boolean", "array", "object"])
def test_a_type_alone_needs_no_further_check(type_: str) -> None:
    assert not _check(type_)


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
def test_a_fact_is_a_check(type_: Any, facts: Facts) -> None:
    assert _check(type_, **facts)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (DATE_TIME, "expected a date and time such as 2026-01-31T09:30:00Z"),
        (MIDNIGHT, "expected a date and time at midnight such as 2026-01-31T00:00:00Z"),
        (DATE, "expected a day such as 2026-01-31"),
        (INTEGER, "expected a string of digits"),
        ("^a", "expected text that matches ^a"),
    ],
)
def test_what_a_pattern_wants_is_said_in_words(pattern: str, words: str) -> None:
    check = _check(pattern=pattern)

    assert (check.pattern, check.expected) == (pattern, words)


def test_what_a_list_wants_is_said_with_its_separator() -> None:
    check = _check(encoding="list", separator=";", pattern=list_pattern(";"))

    assert check.expected == "expected entries with ';' between them, none of them empty"


def test_a_list_has_commas_where_nothing_else_is_said() -> None:
    check = _check(encoding="list", pattern=list_pattern(","))

    assert check.separator == ","
    assert "','" in check.expected


@pytest.mark.parametrize(("format_", "dated"), [("date", True), ("date-time", True), ("cron", False), (None, False)])
def test_only_days_and_times_must_exist(format_: str | None, dated: bool) -> None:
    assert _check(format=format_).dated is dated


@pytest.mark.parametrize(
    ("type_", "facts", "carries"),
    [
        ("string", {"encoding": "boolean"}, "boolean"),
        (["integer", "string"], {"encoding": "integer"}, "integer"),
        ("string", {"encoding": "json"}, "json"),
        ("string", {"format": "date"}, "date"),
        ("string", {"format": "date-time", "encoding": "list"}, "date-time"),
        ("string", {"format": "cron"}, ""),
        ("integer", {"encoding": "integer"}, ""),
        ("string", {}, ""),
    ],
)
def test_only_a_string_carries_something(type_: Any, facts: Facts, carries: str) -> None:
    assert _check(type_, **facts).carries == carries


@pytest.mark.parametrize(("enum", "values"), [(["x"], ()), ([1, 2], (1, 2)), (["x", None], ("x", None)), (None, ())])
def test_values_are_checked_where_a_type_hint_does_not_tell_them_apart(
    enum: list[Any] | None, values: tuple[Any, ...]
) -> None:
    assert _check("string", enum=enum).values == values


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
    assert _check(type_, **facts).types == types


def test_limits_are_taken_as_they_are() -> None:
    check = _check("number", minimum=0.5, maximum=7)

    assert (check.minimum, check.maximum) == (0.5, 7)
