"""JSON values and the words for their types."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.values import TypeWord, escaped, is_accepted, literal, type_of_word, type_word


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("STRING", "string"),
        ("INTEGER", "integer"),
        ("INT", "integer"),
        ("NUMBER", "number"),
        ("BOOLEAN", "boolean"),
        ("ARRAY", "array"),
        ("LIST", "array"),
        ("OBJECT", "object"),
        ("BOOL", "boolean"),
        ("DECIMAL", "number"),
        ("DOUBLE", "number"),
        ("FLOAT", "number"),
        ("LONG", "integer"),
        ("NULL", "null"),
        ("MAP", "object"),
        ("BLOB", None),
        ("", None),
        ("string", None),
    ],
)
def test_type_of_a_word(word: str, type_: str | None) -> None:
    assert type_of_word(word) == type_


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "integer"),
        (1.5, "number"),
        ("1", "string"),
        ([], "array"),
        ({}, "object"),
    ],
)
def test_type_of_a_value(value: Any, type_: str) -> None:
    assert type_word(value) == type_


@pytest.mark.parametrize(
    ("value", "types", "accepted"),
    [
        (1, ("integer",), True),
        (1, ("number",), True),
        (1.5, ("integer",), False),
        (True, ("integer",), False),
        (1, ("boolean",), False),
        ("1", ("integer", "string"), True),
        (None, ("string",), False),
        (None, (), True),
    ],
)
def test_a_value_is_accepted_by_types(value: Any, types: tuple[TypeWord, ...], accepted: bool) -> None:
    assert is_accepted(value, types) is accepted


@pytest.mark.parametrize(
    ("word", "types", "value"),
    [
        ("30", ("string",), "30"),
        ("30", ("integer",), 30),
        ("-3", ("integer",), -3),
        ("30", ("integer", "string"), "30"),
        ("30", (), "30"),
        ("true", ("boolean",), True),
        ("false", ("boolean",), False),
        ("true", ("string",), "true"),
        ("a", ("integer",), "a"),
    ],
)
def test_literal_of_a_word(word: str, types: tuple[TypeWord, ...], value: Any) -> None:
    found = literal(word, types)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("word", ["-", "--3", "²", "1-"])
def test_a_word_that_is_no_number_stays_a_word(word: str) -> None:
    assert literal(word, ("integer",)) == word


@pytest.mark.parametrize(
    ("word", "types", "value"),
    [
        ("0.5", ("number",), 0.5),
        ("30", ("number",), 30),
        ("-3.25", ("number",), -3.25),
        ("1.", ("number",), "1."),
        ("0.5", ("integer",), "0.5"),
        ("TRUE", ("boolean",), True),
        ("true", ("integer",), "true"),
        ("3", ("boolean",), "3"),
        ("3", ("array",), "3"),
        ("3", (), "3"),
        ("yes", ("boolean",), "yes"),
        (3, ("boolean",), 3),
        (None, ("integer",), None),
    ],
)
def test_literal_of_a_number_or_a_boolean(word: Any, types: tuple[TypeWord, ...], value: Any) -> None:
    found = literal(word, types)

    assert (found, type(found)) == (value, type(value))


def test_special_characters_are_escaped() -> None:
    assert escaped("a.b*c^d$e|f?g+h(i)j{k}l[m]n\\") == r"a\.b\*c\^d\$e\|f\?g\+h\(i\)j\{k\}l\[m\]n\\"
    assert escaped("a\nb\rc\td") == r"a\nb\rc\td"
    assert escaped("a-b c&d#e~f/g") == "a-b c&d#e~f/g"
