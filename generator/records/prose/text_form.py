"""The form of a string: date, cron expression, list with a separator, JSON, prefix."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.literals import LITERAL, value_of
from generator.records.prose.sentences import place_of, wordings
from generator.records.record import Statement

_DATE_TIME = re.compile(r"ISO[\s-]?8601", re.IGNORECASE)
_DATE = re.compile(r"\bYYYY-MM-DD(?!T)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"\bmust be midnight\b", re.IGNORECASE)
_CRON = re.compile(r"\bcron expression representing\b", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?P<word>comma|space|semicolon|semi-colon|pipe|newline)[\s-](?:delimited|delineated|separated)\b"
    r"|\b(?:delimited|separated)\s+by\s+(?:a\s+)?(?P<plain>comma|space|semicolon|semi-colon|pipe)s?\b",
    re.IGNORECASE,
)
_JSON = re.compile(
    r"\bJSON\s+(?:object|array|string|blob|document)\b|\bas\s+(?:a\s+)?JSON\b|\bin\s+JSON\s+format\b|\bJSON\s+(?:\w+\s+)?key\s+file\b"
    r"|\btyped\s+as\s+a\s+`STRING`\s+and\s+takes\b|\bJSON-(?:formatted|encoded)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(rf"\b(?:begins?|starts?|prefixed)\s+with\s+(?P<value>{LITERAL})(?!\s*(?:,|or\b))", re.IGNORECASE)
_SEPARATORS = {"comma": ",", "space": " ", "semicolon": ";", "semi-colon": ";", "pipe": "|", "newline": "\n"}


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the format, midnight, list, JSON and prefix that sentences state."""
    found = []
    for pattern, name in ((_DATE_TIME, "date-time"), (_DATE, "date"), (_CRON, "cron")):
        place = place_of(pattern, blocks, coverage)
        if place is not None:
            found.append(Statement("format", name, place))
            break
    place = place_of(_MIDNIGHT, blocks, coverage)
    found += [Statement("midnight", value=True, place=place)] if place is not None else []
    for match, where in wordings(_LIST, blocks, coverage):
        separator = _SEPARATORS[(match["word"] or match["plain"]).lower()]
        found += [Statement("encoding", "list", where), Statement("separator", separator, where)]
        break
    place = place_of(_JSON, blocks, coverage)
    found += [Statement("encoding", "json", place)] if place is not None else []
    for match, where in wordings(_PREFIX, blocks, coverage, in_lists=True):
        found.append(Statement("prefix", value_of(match["value"]), where))
        break
    return found
