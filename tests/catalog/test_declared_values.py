"""What a document declares beside a type that cannot have it, and patterns of dates."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.declared_values import with_format_of_pattern, with_types_of_values
from generator.catalog.precedence import combine
from generator.diagnostics import Diagnostics
from generator.records.record import PropertyRecord

DAY, SECONDS = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}:[0-9]{2}"


def _kept(format_: str, pattern: str) -> tuple[dict[str, Any], list[str]]:
    diagnostics = Diagnostics("acme")
    stated = with_format_of_pattern({"format": format_, "pattern": pattern}, PropertyRecord("a", "#"), diagnostics, "x")
    return stated, [each.code for each in diagnostics]


@pytest.mark.parametrize(
    ("format_", "pattern"),
    [
        ("date", f"^{DAY}$"),
        ("date-time", f"^{DAY}T{SECONDS}Z$"),
        ("date-time", f"^{DAY}T{SECONDS}.[0-9]{{3}}Z$"),
        ("email", "@"),
    ],
)
def test_a_format_stays_beside_a_pattern_of_its_form(format_: str, pattern: str) -> None:
    assert _kept(format_, pattern) == ({"format": format_, "pattern": pattern}, [])


@pytest.mark.parametrize(
    ("format_", "pattern"),
    [
        ("date", f"^$|^{DAY}$"),
        ("date", "^[0-9]{2}-[0-9]{2}-[0-9]{4}$"),
        ("date-time", f"^{DAY}$"),
        ("date-time", f"^{DAY}T{SECONDS}Z?$"),
        ("date-time", f"^{DAY}[T ]{SECONDS}Z$"),
        ("date-time", "."),
    ],
)
def test_a_format_is_left_out_where_the_pattern_accepts_another_form(format_: str, pattern: str) -> None:
    assert _kept(format_, pattern) == ({"pattern": pattern}, ["format-against-pattern"])


def test_the_declared_pattern_of_a_date_is_not_replaced() -> None:
    declared = {"format": "date-time", "pattern": f"^{DAY}T{SECONDS}Z$"}
    record = PropertyRecord("a", "#", declared=declared)

    assert combine(record, {"type": "string"} | declared, Diagnostics("acme"), "x") == (
        {"type": "string"} | declared,
        [],
    )


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ({"type": "integer", "pattern": "^[0-9]$"}, ["limit-without-meaning"]),
        ({"type": "string", "minimum": 3}, ["limit-without-meaning"]),
        ({"type": "string", "pattern": "a", "enum": ["a"]}, ["limit-without-meaning"]),
        ({"type": "integer", "default": "5"}, ["default-as-text"]),
        ({"type": "string", "default": "5", "pattern": "5"}, []),
    ],
)
def test_what_is_left_out_or_put_right_is_noted(declared: dict[str, Any], code: list[str]) -> None:
    diagnostics = Diagnostics("acme")
    combine(PropertyRecord("a", "#", declared=declared), declared, diagnostics, "x")

    assert [each.code for each in diagnostics] == code


def test_a_type_is_also_that_of_the_listed_values() -> None:
    diagnostics = Diagnostics("acme")
    stated = {"type": "integer", "enum": [None, 1]}
    found = with_types_of_values(stated, PropertyRecord("a", "#", declared=stated), diagnostics, "x")

    assert found == {"type": ["integer", "null"], "enum": [None, 1]}
    assert [each.code for each in diagnostics] == ["values-of-other-type"]
