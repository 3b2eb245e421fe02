"""Quantities: ``unit``, ``minimum`` and ``maximum``, and a string that encodes an integer."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import wordings
from generator.records.record import Statement

_UNITS = "second|minute|hour|day|week|month|year|percent|byte|kilobyte|megabyte|record|row|page|millisecond|object"
_UNIT = re.compile(
    rf"\b(?:(?:maximum\s+|total\s+)?(?:number|amount|count)\s+of\s+(?:\w+\s+)?(?P<counted>{_UNITS})s?\b"
    rf"|(?:how\s+\w+,\s+)?(?<!for\s)(?<!\d\s)\bin\s+(?P<named>{_UNITS})s\b|\b(?P<share>percentage)\s+of\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\bbetween\s+[`“]?(?P<low>-?\d+)[`”]?\s+and\s+[`“]?(?P<high>-?\d+)[`”]?"
    r"|\bfrom\s+[`“]?(?P<first>\d+)[`”]?\s+to\s+[`“]?(?P<last>\d+)[`”]?(?=\s*(?:days|months|percent|%|[.)]|$))",
    re.IGNORECASE,
)
_INTEGER = re.compile(
    r"\b(?:the|a|maximum|total)\s+(?:maximum\s+|total\s+)?(?:number|amount|count)\s+of\b|\bnumber\s+of\s+(?:days|months|rows|records)"
    r"|\b(?:the|server|SSH|host)\s+port\s+(?:of|for|number|used|on)\b|\b(?:must|should)\s+be\s+(?:an?\s+)?(?:positive\s+)?(?:integer|number)\b"
    r"|\b(?:window|number),\s+in\s+(?:days|minutes|hours|seconds|months)\b",
    re.IGNORECASE,
)


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the unit, the range and the integer encoding that sentences state."""
    found = []
    for match, place in wordings(_UNIT, blocks, coverage):
        word = (match["counted"] or match["named"] or "percent").lower()
        found.append(Statement("unit", word, place))
        break
    for match, place in wordings(_RANGE, blocks, coverage):
        found.append(Statement("minimum", int(match["low"] or match["first"]), place))
        found.append(Statement("maximum", int(match["high"] or match["last"]), place))
        break
    for _, place in wordings(_INTEGER, blocks, coverage):
        found.append(Statement("encoding", "integer", place))
        break
    return found
