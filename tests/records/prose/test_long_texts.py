"""Rules read long texts of odd words in reasonable time: no pattern tries many ways to match the same words."""

from __future__ import annotations

import time

import pytest

from generator.blocks.block import Paragraph
from generator.records.coverage import Coverage
from generator.records.prose import RULES_OF_USE
from generator.records.prose.description import Description, Phrase

TUNNEL = Phrase("box tunnel", "way", ("Tunnel",))
SPACES = " " * 6000


@pytest.mark.parametrize(
    "text",
    [
        "if " * 4000,
        "required if " * 1500,
        "required for a " * 1500,
        "required if `a` is `b` and " * 700,
        "required if " + "`a` is `b`, " * 700,
        "Required if a_b is " + "A " * 4000,
        "required if " + "aB" * 4000,
        "required if `" + "x" * 6000,
        "only if `a` is `b` or " * 1000,
        "use only if `a` is `b` " + "(c) " * 1600,
        "specify " + "word " * 4000 + "only if",
        "only (A only" * 800,
        "either " + "`a`, " * 1600 + "b",
        "`a` or " * 1600,
        "is required " * 1600,
        "is a b internal " * 1000,
        "note " * 1600 + "required if a",
        "\n" * 4000 + "required if `a`",
        ". " * 4000,
        "(" * 6000,
        "`" * 6001,
        *(word + SPACES + "x" for word in ("required if", "if", "if `a` is `b`,", "`a`", "this is", "specify", "`a`,")),
    ],
    ids=lambda text: " ".join(text[:24].split()),
)
def test_a_long_text_is_read_in_time(text: str):
    start = time.process_time()
    for rule in RULES_OF_USE:
        rule(Description((Paragraph(text, "p"),), Coverage(), "crate", (TUNNEL,)))
    assert time.process_time() - start < 5
