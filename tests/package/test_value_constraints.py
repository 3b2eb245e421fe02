"""What is told about one value, for each constraint."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.acceptance import acceptor_of
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints


@pytest.mark.parametrize(
    ("constraints", "good", "bad", "fault"),
    [
        ({"min_length": 1}, ["x", 1, []], ["", ""], ("min-length", "expected at least 1 character")),
        ({"min_length": 2}, ["xy"], ["", "x"], ("min-length", "expected at least 2 characters")),
        ({"max_length": 0}, ["", 1], ["x"], ("max-length", "expected at most 0 characters")),
        ({"max_length": 1}, ["", "x"], ["xy"], ("max-length", "expected at most 1 character")),
        ({"minimum": 0}, [0, 0.0, 1, True, "x"], [-1, -0.5], ("minimum", "expected at least 0")),
        ({"maximum": 0}, [0, 0.0, -1, True, "x"], [1, 0.5], ("maximum", "expected at most 0")),
        ({"exclusive_minimum": 0}, [0.5, 1, True], [0, 0.0, -1], ("exclusive-minimum", "expected more than 0")),
        ({"exclusive_maximum": 0}, [-0.5, -1, True], [0, 0.0, 1], ("exclusive-maximum", "expected less than 0")),
        ({"min_items": 1}, [[None], {}, ""], [[]], ("min-items", "expected at least 1 item")),
        ({"min_items": 2}, [[1, 1]], [[], [1]], ("min-items", "expected at least 2 items")),
        ({"max_items": 0}, [[], {"a": 1}], [[1]], ("max-items", "expected at most 0 items")),
        ({"max_items": 1}, [[1]], [[1, 2]], ("max-items", "expected at most 1 item")),
        (
            {"unique_items": True},
            [[], [1], [1, "1"], [1, True], [[1], [True]]],
            [[1, 1.0], ["x", "x"], [{"a": 1}, {"a": 1}]],
            ("unique-items", "expected items that all differ"),
        ),
        ({"types": ("null",)}, [None], [0, "null"], ("type", "expected null")),
        ({"types": ("boolean", "integer")}, [True, 1], ["x"], ("type", "expected a boolean or an integer")),
        ({"values": ("x", 1, None)}, ["x", 1.0, None], [True, "1"], ("enum", "expected one of: 'x', 1, None")),
        ({"values": ("x",), "open": True}, ["x", "y", 1], [], ("", "")),
        ({"pattern": "^a"}, ["ab", 1], ["b", ""], ("pattern", "expected text that matches ^a")),
        ({"pattern": INTEGER}, ["-12", 1.5], ["", "1.5"], ("pattern", "expected a string of digits")),
        ({"pattern": DATE}, ["2026-02-31"], ["2026"], ("pattern", "expected a date such as 2026-01-31")),
        (
            {"pattern": DATE_TIME},
            ["2026-01-31T09:30:00Z"],
            ["2026-01-31"],
            ("pattern", "expected a date and time such as 2026-01-31T09:30:00Z"),
        ),
        (
            {"pattern": MIDNIGHT},
            ["2026-01-31T00:00:00Z"],
            ["2026-01-31T09:30:00Z"],
            ("pattern", "expected a date and time at midnight such as 2026-01-31T00:00:00Z"),
        ),
        (
            {"pattern": "^[^;]+(;[^;]+)*$", "encoding": "list", "separator": ";"},
            ["a;b"],
            ["a;;b"],
            ("pattern", "expected entries separated by ';', none of them empty"),
        ),
        (
            {"pattern": DATE, "format": "date"},
            ["2024-02-29", 1],
            ["2026-02-29"],
            ("format", "expected a date that exists"),
        ),
    ],
)
def test_each_constraint_tells_its_fault(
    constraints: dict[str, Any], good: list[Any], bad: list[Any], fault: tuple[str, str]
) -> None:
    own = ValueConstraints(**constraints)
    whole = ObjectConstraints({"a": own})
    accepts, validator = acceptor_of(whole), Validator(whole)

    assert [own.fault(each) for each in good] == [None] * len(good)
    assert [own.fault(each) for each in bad] == [fault] * len(bad)
    assert [validator.validate({"a": each}) for each in good] == [[]] * len(good)
    # Values beside an open list deserve a warning.
    assert all(accepts({"a": each}) for each in good if not own.open)
    for each in bad:
        assert not accepts({"a": each})
        (problem,) = validator.validate({"a": each})
        assert (problem.path, problem.code, problem.message) == ("a", *fault)


def test_many_lists_of_values_have_their_own_sentences() -> None:
    lists = [(number,) for number in range(1100)]

    assert [ValueConstraints(values=each).fault("x") for each in lists + lists] == [
        ("enum", f"expected one of: {number}") for number in (*range(1100), *range(1100))
    ]
    # Python takes these for one key.
    words = [(ValueConstraints(values=(value,)).fault("x") or ("", ""))[1] for value in (1, True, 1.0)]
    assert words == ["expected one of: 1", "expected one of: True", "expected one of: 1.0"]
