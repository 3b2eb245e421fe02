from __future__ import annotations

import re

import pytest

from generator.records.prose.sentences import LITERAL, LITERALS, value_of, values_of


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
