"""Strings that encode another value."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.connector_catalog.string_values import (
    boolean_in,
    decoded,
    json_in,
    json_text,
    list_in,
    list_text,
    natural,
    number_in,
    text_of,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.integers(-(10**308), 10**308) | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back(number: float) -> None:
    found = number_in(text_of(number))

    assert found == number
    assert not isinstance(found, bool)


@given(JSON)
def test_json_comes_back(value: Any) -> None:
    text = json_text(value)

    assert json_in(text) == value
    assert decoded(text, "json") == (text if isinstance(value, str) else value)


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1)), st.sampled_from(["", ",", ";", " ", "\n"]))
def test_a_list_comes_back(items: list[str], separator: str) -> None:
    assert list_in(list_text(items, separator), separator) == items


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3306", 3306),
        ("-1", -1),
        ("0", 0),
        ("1.0", 1.0),
        ("1e3", 1000.0),
        ("1e-07", 1e-07),
        (" 5\n", 5),
        ("9" * 300, 10**300 - 1),
    ],
)
def test_numbers(text: str, number: float) -> None:
    found = number_in(text)

    assert (found, type(found)) == (number, type(number))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "007",
        "+5",
        "1_000",
        "\u0663",
        "0x1f",
        "1.",
        ".5",
        "nan",
        "inf",
        "-Infinity",
        "1e400",
        "9" * 311,
        "1 2",
        "true",
        5,
        None,
    ],
)
def test_no_numbers(text: Any) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("FALSE", False),
        (" True ", True),
        ("yes", None),
        ("1", None),
        ("", None),
        (True, None),
        (None, None),
    ],
)
def test_booleans(text: Any, value: bool | None) -> None:
    assert boolean_in(text) is value


@pytest.mark.parametrize(
    ("text", "value"), [("[1]", [1]), ('{"a": null}', {"a": None}), ("3", 3), ("{", None), (3, None), (None, None)]
)
def test_json(text: Any, value: Any) -> None:
    assert json_in(text) == value


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "[1e400]", "[" * 100_000, "9" * 5000])
def test_what_is_no_json_or_no_number_is_not_parsed(text: str) -> None:
    assert json_in(text) is None
    assert decoded(text, "json") == text


@pytest.mark.parametrize(
    ("value", "encoding", "separator", "expected"),
    [
        ("a, b,,c ", "list", "", ["a", "b", "c"]),
        ("a b,c", "list", "", ["a b", "c"]),
        ("a, b;c", "list", ";", ["a, b", "c"]),
        ("a b", "list", " ", ["a", "b"]),
        (12, "list", "", ["12"]),
        (12.0, "list", "", ["12"]),
        (True, "list", "", ["true"]),
        ("", "list", "", ""),
        (["a"], "list", "", ["a"]),
        (None, "list", "", None),
        ("{", "json", "", "{"),
        ('"\\u0061"', "json", "", '"a"'),
        ("null", "json", "", None),
        ({"a": 1}, "json", "", {"a": 1}),
        ("true", "boolean", "", "true"),
        ("1", "integer", "", "1"),
        ("a,b", "", "", "a,b"),
    ],
)
def test_lists_and_json_are_decoded(value: Any, encoding: str, separator: str, expected: Any) -> None:
    found = decoded(value, encoding, separator)

    assert (found, type(found)) == (expected, type(expected))


def test_an_integer_that_python_refuses_to_print_is_no_list() -> None:
    assert decoded(10**5000, "list") == 10**5000


def test_numbers_in_json_may_be_parsed_in_another_way() -> None:
    assert decoded("[0.1, 1e400]", "json", parse_float=Decimal) == [Decimal("0.1"), Decimal("1e400")]
    assert decoded("[0.10000000000000000000001]", "json") == [0.1]


@pytest.mark.parametrize(
    ("value", "encoding", "expected"),
    [
        ("true", "boolean", True),
        (True, "boolean", True),
        ("maybe", "boolean", "maybe"),
        ("5", "integer", 5),
        (5, "integer", 5),
        ("many", "integer", "many"),
        ("[1]", "json", [1]),
        ("a,b", "list", ["a", "b"]),
        ("5", "", "5"),
        (5, "list", 5),
        ("true", "", "true"),
    ],
)
def test_the_value_that_a_string_encodes(value: Any, encoding: str, expected: Any) -> None:
    found = natural(value, encoding)

    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (5, "5"),
        (5.0, "5"),
        (1.5, "1.5"),
        (-0.0, "0"),
        (math.inf, "inf"),
        ("a", "a"),
        (None, "None"),
    ],
)
def test_text(value: Any, text: str) -> None:
    assert text_of(value) == text


def test_a_list_of_scalars_as_text() -> None:
    assert list_text(["a", 1, 2.0, True], "|") == "a|1|2|true"
    assert list_text(["a", "b"]) == "a,b"
