"""A string that encodes a boolean: ``encoding: boolean``."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import place_of
from generator.records.record import Statement

_WORDING = re.compile(
    r"\bif(?:\s+(?:this\s+is\s+)?set\s+to)?\s+[`“\"](?:true|false)[`”\"]|(?<!\bis\s)(?<!\bare\s)\bset(?:\s+\w+){0,3}\s+to\s+[`“\"](?:true|false)[`”\"]"
    r"|[`“\"](?:true|false)[`”\"]\s+(?:if|to|when)\b|[`“\"]true[`”\"]\s+or\s+[`“\"]false[`”\"](?!\s*,)|\bdefaults?\s+(?:to|is|value\s+is)\s+[`“\"]?(?:true|false)\b"
    r"|\bspecify\s+[`“\"](?:true|false)[`”\"]",
    re.IGNORECASE,
)


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the encoding if a sentence treats the value as true or false."""
    place = place_of(_WORDING, blocks, coverage)
    return [Statement("encoding", "boolean", place)] if place is not None else []
