"""The values that a string encodes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.catalog.string_encoding import encoding_pattern, is_encoded, is_placeholder, list_pattern
from tests.catalog.building import Fields, as_property, prop


@pytest.mark.parametrize("value", ["", " ", "<PORT>", "<a b>", "XX", "XXX.XXX.X", "X1", "..."])
def test_a_placeholder(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize("value", ["x", "3306", "<A> <B>", "a<PORT>", "EXAMPLE", "true", "X1a", "¹", 3, None, [], {}])
def test_not_a_placeholder(value: Any) -> None:
    assert not is_placeholder(value)


ENCODED = [
    ({"encoding": "boolean"}, ["true", "false"], ["True", "yes", "1", "true\n"]),
    ({"encoding": "integer"}, ["3306", "-1"], ["1.0", "many", "1\n", ""]),
    ({"encoding": "list", "separator": ";"}, ["a", "a;b", "a, b"], ["a;", ";", "a;;b"]),
    ({"encoding": "list"}, ["a", "a,b"], ["a,"]),
    ({"encoding": "json"}, ["[]", '{"b": 1}'], ["[", "text", "3", "null", ""]),
    ({"encoding": "date-time"}, ["anything"], []),
    ({}, ["anything"], []),
]


@pytest.mark.parametrize(("fields", "good", "bad"), ENCODED)
def test_a_string_is_encoded(fields: Fields, good: list[str], bad: list[str]) -> None:
    found = as_property(prop("a", **fields))

    assert [value for value in good if not is_encoded(found, value)] == []
    assert [value for value in bad if is_encoded(found, value)] == []


@pytest.mark.parametrize("encoding", ["json", "date-time", None])
def test_an_encoding_without_a_pattern(encoding: str | None) -> None:
    assert encoding_pattern(as_property(prop("a", encoding=encoding))) is None


@pytest.mark.parametrize("separator", [",", ";", " ", "|", ".", "-", "^", "]"])
def test_the_pattern_of_a_list_matches_entries_that_are_not_empty(separator: str) -> None:
    pattern = list_pattern(separator)

    assert re.search(pattern, "a")
    assert re.search(pattern, separator.join(["a", "b", "c"]))
    for wrong in ("", separator, f"a{separator}", f"{separator}a", f"a{separator}{separator}b"):
        assert re.search(pattern, wrong) is None
    # ECMAScript has no escape of a line break or a hyphen.
    assert set(re.findall(r"\\(.)", pattern, re.DOTALL)) <= set("^$\\.*+?()[]{}|/nrt")
