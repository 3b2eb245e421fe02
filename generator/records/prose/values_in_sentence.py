"""The values that a property accepts, in a sentence: ``enum``."""

from __future__ import annotations

import re

from generator.blocks.block import Block, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose.literals import LITERAL, LITERALS, values_of
from generator.records.prose.sentences import paragraphs
from generator.records.record import Statement

_LEAD = re.compile(
    r"\b(?:(?:accepted|possible|valid|allowed|permitted|supported|available)\s+(?:values?|options?|choices)"
    r"(?:\s+(?:are|include|is))?\s*:?"
    r"|(?:value|property|field|this)\s+(?:will|must|should|can|may)\s+be(?:\s+set\s+to)?(?:\s+either)?(?:\s+one\s+of)?"
    r"|either\s+(?:one\s+)?of|one\s+of(?:\s+the\s+following)?\s*:?)\s*",
    re.IGNORECASE,
)
# "either `a` or `b` must be provided" names properties, not values.
_ROW = re.compile(rf"{LITERALS}(?!\s+(?:must|has\s+to|should|needs\s+to)\b)")
# Numbers, and names in capitals, need no marks to be known as values.
_BARE = r"\b(?:[0-9]+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\b"
_BARE_ROW = re.compile(rf"{_BARE}(?:,\s*{_BARE})*,?\s+(?:or|and)\s+{_BARE}(?!\s+(?:must|has\s+to|should)\b)")
_NEXT = re.compile(
    rf"[^`]*?(?:[,;\n…]|\s-\s|\.\s|\bor\b|\band\b)\s*(?:or\s+|and\s+)?(?={LITERAL}\s*(?:[:,.;–—-]|$|\)|or\b|and\b))"
)
_EXPLAINED = re.compile(rf"(?:-\s+)?(?P<value>{LITERAL})\s*[:–—-]\s*")


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of the first sentence that announces at least two."""
    for paragraph in paragraphs(blocks):
        for lead in _LEAD.finditer(paragraph.text):
            values = _explained(paragraph, lead, coverage) or _row(paragraph, lead, coverage)
            if values:
                return [Statement("enum", values, paragraph.place)]
    return []


def _row(paragraph: Paragraph, lead: re.Match[str], coverage: Coverage) -> list[str]:
    """Return the values of "`a`, `b` or `c`"."""
    row = _ROW.match(paragraph.text, lead.end()) or _BARE_ROW.match(paragraph.text, lead.end())
    values = (values_of(row[0]) or re.findall(_BARE, row[0])) if row is not None else []
    if row is None or len(values) < 2:
        return []
    coverage.read(paragraph, lead.start(), row.end())
    return values


def _explained(paragraph: Paragraph, lead: re.Match[str], coverage: Coverage) -> list[str]:
    """Return the values of "`a` - this, `b` - that"."""
    found = [_EXPLAINED.match(paragraph.text, lead.end())]
    while found[-1] is not None:
        gap = _NEXT.match(paragraph.text, found[-1].end())
        found.append(_EXPLAINED.match(paragraph.text, gap.end()) if gap is not None else None)
    matches = [match for match in found if match is not None]
    if len(matches) < 2:
        return []
    coverage.read(paragraph, *lead.span())
    for match in matches:
        coverage.read(paragraph, *match.span())
    return values_of(" ".join(match["value"] for match in matches))
