"""The values that the items of a list begin with: ``enum``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, List, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose.values import ACCEPTED
from generator.records.record import Statement

_BEFORE_LIST = re.compile(
    rf"\b(?:{ACCEPTED}|following\s++(?:values?|options?)|(?:must|can|should|may)\s++be(?:\s++set\s++to)?(?:\s++either)?"
    r"|one\s++of(?:\s++the\s++following)?(?:\s++values?)?|either(?:\s++of)?|options)\b[^.:…]{0,30}:\s*+$"
    rf"|\b(?:{ACCEPTED}|one\s++of\s++the\s++following(?:\s++values)?)(?:\s++(?:are|is|include))?\s*+$",
    re.IGNORECASE,
)
# Any words with a colon announce values in capitals, unless they are about something else.
_COLON = re.compile(r":\s*+$")
_CAPITAL = re.compile(r"[A-Z][A-Za-z0-9_]*")
_OTHERS = re.compile(
    r"\b(?:keys?|propert(?:y|ies)|parameters?|fields?|columns?|tables?|streams?|permissions?|privileges?|roles?|scopes?|grants?"
    r"|elements?|needs?|requires?|for\s++example|such\s++as|e\.g|see|steps?)\b",
    re.IGNORECASE,
)
_AFTER = r"(?=$|[\s.,:;(–—-])"
VALUE = re.compile(
    rf"(?:\*\*)?(?:`(?P<code>[^`]+)`|[‘'\"“](?P<quoted>[^‘’'\"“”\s]+)[’'\"”])(?:\*\*)?{_AFTER}"
    rf"|\*\*(?P<strong>[^*\s]+?)\s*+:?\s*+\*\*{_AFTER}"
    r"|(?P<bare>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[A-Z0-9]+_[A-Z0-9_]+|[0-9]+)(?=$|\s*+[:;(–—]|\s++-\s|\s*+[.,]?\s*+$)"
)
"""A pattern for the value at the beginning of a list item."""


def find_listed(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of a list after words such as "Accepted values are:", if each item begins with one."""
    for lead, listing in itertools.pairwise(blocks):
        if not isinstance(lead, Paragraph) or not isinstance(listing, List):
            continue
        items = [(item.lead, match) for item in listing.items if item.lead and (match := VALUE.match(item.lead.text))]
        values = [listed_value(match) for _, match in items]
        announcement = _announcement(lead.text, values)
        if announcement is None or not items or len(items) < len(listing.items):
            continue
        coverage.read(lead, *announcement.span())
        for paragraph, match in items:
            coverage.read(paragraph, *match.span())
        coverage.claim(*listing.items)
        return [Statement("enum", list(dict.fromkeys(values)), lead.place)]
    return []


def _announcement(text: str, values: list[str]) -> re.Match[str] | None:
    """Return the words that announce a list of values."""
    match = _BEFORE_LIST.search(text)
    if match is not None or len(values) < 2 or not all(map(_CAPITAL.fullmatch, values)):
        return match
    return None if _OTHERS.search(text[-80:]) else _COLON.search(text)


def listed_value(match: re.Match[str]) -> str:
    """Return the value that :data:`VALUE` has matched."""
    return match["code"] or match["quoted"] or match["strong"] or match["bare"]
