from __future__ import annotations

import re
import time

import pytest

from generator.records.prose.sentences import (
    ALTERNATIVES,
    LITERAL,
    LITERALS,
    NUMBER,
    clause_before,
    is_example,
    number_of,
    value_of,
    values_of,
)


@pytest.mark.parametrize(
    ("literal", "value"), [("`a`", "a"), ("“a b”", "a b"), ('"a"', "a"), ('`"OFF"`', "OFF"), ("` a `", "a")]
)
def test_the_value_has_no_marks(literal: str, value: str):
    assert re.fullmatch(LITERAL, literal)
    assert value_of(literal) == value


@pytest.mark.parametrize("text", ["a", "``", '"two words"', "`open"])
def test_other_text_is_not_a_literal(text: str):
    assert re.fullmatch(LITERAL, text) is None


def test_several_literals_in_a_row():
    text = "`a`, `b`/`c`, or `a` and “d”"
    assert re.fullmatch(LITERALS, text)
    assert values_of(text) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("pattern", [LITERALS, ALTERNATIVES])
@pytest.mark.parametrize("separator", [", ", " , or ", " or ", "  ,  "])
def test_a_long_row_takes_no_longer_than_a_short_one(pattern: str, separator: str):
    row = separator.join(f"`v{number}`" for number in range(60))
    begin = time.perf_counter()
    assert re.compile(rf"{pattern}(?!\s*,)$").match(f"{row} , x") is None
    assert re.fullmatch(pattern, row)
    assert time.perf_counter() - begin < 0.1


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("`7`", 7), ("150,000", 150000), ("1,250,000", 1250000), ("-3", -3), ("0.5", 0.5), ("2000", 2000)],
)
def test_a_number_may_have_separators_of_thousands(text: str, number: float):
    assert re.fullmatch(NUMBER, text)
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["1,2", "3.1.2", "a7", "7a", "007"])
def test_other_text_is_not_a_number(text: str):
    assert re.fullmatch(NUMBER, text) is None


@pytest.mark.parametrize(
    ("text", "clause"),
    [("A box. If open, X", "If open, "), ("A box: X", ""), ("e.g. … if X", "if "), ("v1.5 of X", "v1.5 of ")],
)
def test_a_clause_ends_with_a_sentence_or_a_gap(text: str, clause: str):
    assert clause_before(text, text.index("X")) == clause


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("For example, X", True),
        ("Boxes such as X", True),
        ("Boxes (e.g. small X", True),
        ("For example: three. Then X", False),
        ("A box X", False),
    ],
)
def test_an_example_is_announced_in_the_same_sentence(text: str, example: bool):
    match = re.search("X", text)
    assert match is not None
    assert is_example(match) is example
