"""The values that a property accepts, as the items of a list: ``enum``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, Item, List, Paragraph
from generator.records.coverage import Coverage, Span
from generator.records.record import Statement

_LEAD = re.compile(
    r"\b(?:(?:accepted|possible|valid|allowed|permitted|supported|available)\s+(?:values?|options?|choices)"
    r"|one of(?: the following)?(?: values?)?)\b[^.:…]{0,30}:\s*$",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?:`(?P<code>[^`]+)`|[‘'\"“](?P<quoted>[^‘’'\"“”\s]+)[’'\"”])(?=$|[\s.,:;(–—-])")


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of a list after words such as "Accepted values are:", if each item begins with one.

    Args:
        blocks: A property's description.
        coverage: Records the words and the items that are read.

    Returns:
        One statement with the values in the order of the page, or none.
    """
    for lead, listing in itertools.pairwise(blocks):
        if not isinstance(lead, Paragraph) or not isinstance(listing, List):
            continue
        announced = _LEAD.search(lead.text)
        spans = [_literal_of(item) for item in listing.items]
        if announced is None or not spans or None in spans:
            continue
        coverage.read(lead, announced.start(), announced.end())
        coverage.read_spans(span for span, _ in filter(None, spans))
        coverage.claim(*listing.items)
        values = list(dict.fromkeys(value for _, value in filter(None, spans)))
        return [Statement("enum", values, lead.place)]
    return []


def _literal_of(item: Item) -> tuple[Span, str] | None:
    """Return the literal that an item begins with, and its place."""
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        return None
    paragraph = item.blocks[0]
    match = _VALUE.match(paragraph.text)
    if match is None:
        return None
    return Span(paragraph.place, match.start(), match.end()), match["code"] or match["quoted"]
