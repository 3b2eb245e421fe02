"""The only value that a property takes: ``const``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.literals import LITERAL, value_of
from generator.records.prose.sentences import wordings
from generator.records.record import Statement

_WORDING = re.compile(
    rf"(?:\bthis(?:\s+(?:value|property|field))?\s+(?:must|will|should)(?:\s+always)?\s+be(?:\s+set\s+to)?"
    rf"|\bmust\s+have\s+a\s+value\s+of"
    rf"|\bonly\s+(?:supported|accepted|possible|valid|allowed)\s+(?:option|value)\s+is)\s+"
    rf"(?P<value>{LITERAL})(?!\s*(?:,|/|or\b|and\b|if\b|when\b|for\b))",
    re.IGNORECASE,
)


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the only literal of "this will be ..."."""
    return [
        Statement("const", value_of(match["value"]), place) for match, place in wordings(_WORDING, blocks, coverage)
    ]
