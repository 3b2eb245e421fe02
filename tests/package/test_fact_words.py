"""Facts of the catalog in words."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.fact_words import (
    CONDITIONS,
    ENCODINGS,
    conditions_in_words,
    default_in_words,
    encoding_in_words,
    type_in_words,
    value_in_words,
)
from templates.connector_catalog.paths import NOT_GIVEN
from templates.connector_catalog.rules import Condition

OTHERS = [(["b"], 2), (["b", "c", "d"], None)]


def code(value: Any) -> str:
    return f"`{value}`"


@pytest.mark.parametrize(
    ("value", "text"), [("x", "x"), ("", '""'), (True, "true"), (None, "null"), (3, "3"), (["\u00fc"], '["\u00fc"]')]
)
def test_values(value: Any, text: str) -> None:
    assert value_in_words(value) == text


@pytest.mark.parametrize(
    ("conditions", "text"),
    [
        ([], ""),
        ([("b", ["x"])], "b is x"),
        ([("b", ["x", "y", 1])], "b is x, y or 1"),
        ([("b", [True]), ("c", [""]), ("d", [1])], 'b is true, c is "" and d is 1'),
    ],
)
def test_conditions(conditions: list[tuple[str, list[Any]]], text: str) -> None:
    assert conditions_in_words(conditions) == text


def test_names_and_values_are_written_as_the_output_writes_them() -> None:
    assert conditions_in_words([("b", ["x", 1])], repr, code) == "`b` is 'x' or 1"
    assert (
        default_in_words("x", OTHERS, repr, code)
        == "2 if `b` is given, None if `b`, `c` or `d` is given, otherwise 'x'"
    )
    assert Condition("b", ("x", 1)).words == "b is 'x' or 1"


@pytest.mark.parametrize(
    ("default", "others", "text"),
    [
        (NOT_GIVEN, [], ""),
        (None, [], "null"),
        ("", [], '""'),
        (NOT_GIVEN, OTHERS, "2 if b is given, null if b, c or d is given"),
        ("a, b", OTHERS[:1], "2 if b is given, otherwise a, b"),
    ],
)
def test_defaults(default: Any, others: Any, text: str) -> None:
    assert default_in_words(default, others) == text


@pytest.mark.parametrize(
    ("encoding", "separator", "text"),
    [
        ("boolean", "", "A string that is true or false."),
        ("list", "", "A list separated by commas."),
        ("list", "\n", "A list separated by line breaks."),
        ("list", "::", "A list separated by ::."),
        ("date-time", "", "A string with date and time."),
        ("", "", ""),
        ("another", "", ""),
    ],
)
def test_encodings(encoding: str, separator: str, text: str) -> None:
    assert encoding_in_words(encoding, separator) == text


def test_types() -> None:
    words = list(map(type_in_words, ("string", "integer", "number", "boolean", "array", "object", "null")))
    assert words == ["a string", "an integer", "a number", "a boolean", "an array", "an object", "null"]


def test_every_kind_of_condition_and_encoding_has_words() -> None:
    assert list(CONDITIONS) == ["requiredWhen", "appliesWhen", "expectedWhen"]
    assert set(ENCODINGS) == {"boolean", "integer", "json", "list", "date-time"}
