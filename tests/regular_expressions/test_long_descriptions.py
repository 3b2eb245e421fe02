"""A whole description of many thousand characters is read in linear time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from generator.blocks.openapi import read_markdown
from generator.blocks.text import read_text
from generator.catalog.listed_values import spelling_key
from generator.catalog.nouns import share_noun
from generator.catalog.synonyms import Synonyms
from generator.context.literals import markdown_code, markdown_text
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.prose import find_statements

UNITS = (
    *(" ", "\u00a0", "`a`, ", "`a` or ", "<code>v</code>, ", ",", "(", "“", "“a”, ", "'a' ", "A1-", "1,", "[](", "<"),
    *("required if ", "must be at least 5 ", "one of `a`, ", "default is `a` ", "set to `a` ", "Values: `A`, "),
)
LONG = 16_000


def seconds(unit: str, size: int) -> float:
    text = "One of " + unit * (size // len(unit)) + "x"
    start = time.process_time()
    find_statements(read_markdown(text, "/description"), Coverage(), "crate")
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_a_description_is_read_in_linear_time(unit: str) -> None:
    long = seconds(unit, LONG)
    assert long < 3
    assert long < 0.1 or min(long, seconds(unit, LONG + 1)) < 2.8 * seconds(unit, LONG // 2)


@pytest.mark.parametrize("unit", [*UNITS, "# ", "|-", "| - ", "\n", "**", "a_", "](", "<!--", "- "])
@pytest.mark.parametrize(
    "read",
    [
        lambda text: read_text("# Boxes\n\n" + text, Diagnostics()),
        lambda text: share_noun(text, text, Synonyms()),
        lambda text: [spelling_key(text), markdown_text(text), markdown_code(text)],
    ],
    ids=["page", "nouns", "names"],
)
def test_a_long_text_is_read_in_time(unit: str, read: Callable[[str], object]) -> None:
    start = time.process_time()
    read(unit * (100_000 // len(unit)) + "x")
    assert time.process_time() - start < 1
