"""The values that a property accepts, as the items of a list: ``enum``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, List, Paragraph
from generator.records.coverage import Coverage
from generator.records.record import Statement

_LEAD = re.compile(
    r"\b(?:(?:accepted|possible|valid|allowed|permitted|supported|available)\s+(?:values?|options?|choices)"
    r"|one of(?: the following)?(?: values?)?)\b[^.:…]{0,30}:\s*$",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?:`(?P<code>[^`]+)`|[‘'\"“](?P<quoted>[^‘’'\"“”\s]+)[’'\"”])(?=$|[\s.,:;(–—-])")


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of a list after words such as "Accepted values are:", if each item begins with one."""
    for lead, listing in itertools.pairwise(blocks):
        if not isinstance(lead, Paragraph) or not isinstance(listing, List):
            continue
        announced = _LEAD.search(lead.text)
        found = [(item.lead, match) for item in listing.items if item.lead and (match := _VALUE.match(item.lead.text))]
        if announced is None or not found or len(found) < len(listing.items):
            continue
        coverage.read(lead, *announced.span())
        for paragraph, match in found:
            coverage.read(paragraph, *match.span())
        coverage.claim(*listing.items)
        values = list(dict.fromkeys(match["code"] or match["quoted"] for _, match in found))
        return [Statement("enum", values, lead.place)]
    return []
