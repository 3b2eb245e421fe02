"""Several lists of the values of one property."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.listed_values import join_values, spells_number


@pytest.mark.parametrize(
    ("lists", "joined", "added"),
    [
        ([["A"]], ["A"], []),
        ([["A"], ["B"], ["C", "A"]], ["A", "B", "C"], ["B", "C"]),
        ([["FULL_COPY"], ["full-copy", "Full Copy"]], ["FULL_COPY"], []),
        ([["FULL"], ["Everything at once"]], ["FULL"], []),
        ([["full"], ["DELTA"]], ["full"], []),
        ([["Full"], ["DELTA"]], ["Full", "DELTA"], ["DELTA"]),
        ([["FULL"], ["7"]], ["FULL", "7"], ["7"]),
        ([["1"], ["", " ", 2]], ["1"], []),
    ],
)
def test_lists_are_joined(lists: list[list[Any]], joined: list[Any], added: list[Any]) -> None:
    assert join_values(lists) == (joined, added)


@pytest.mark.parametrize(
    ("value", "digits", "spelt"),
    [
        ("SEVEN", "7", True),
        ("SIX_MONTHS", "6", True),
        ("SIXTY", "6", False),
        ("SEVEN", "8", False),
        ("ALL", "1", False),
    ],
)
def test_a_value_may_spell_a_number(value: str, digits: str, spelt: bool) -> None:
    assert spells_number(value, digits) is spelt
