"""The properties of a JSON object that a string encodes, as the items of a list: ``properties``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, Item, List, Paragraph, markdown
from generator.records.coverage import Coverage
from generator.records.record import PropertyRecord

_LEAD = re.compile(
    r"\b(?:JSON|an?)\s++object\s++with\s++(?:the\s++following|these)\s++(?:properties|keys|fields)\b", re.IGNORECASE
)
_NAMED = re.compile(r"(?:\*\*(?P<strong>[A-Za-z_][\w.-]*)\*\*|`(?P<code>[A-Za-z_][\w.-]*)`)\s*+[-–—:]\s")


def find_properties(blocks: tuple[Block, ...], coverage: Coverage) -> list[tuple[PropertyRecord, tuple[Block, ...]]]:
    """Return a record and the blocks for each item of a list of properties.

    Each item must begin with a name, and a sentence before the list, not necessarily next to it, must announce it.
    """
    announcements = (
        (paragraph, match)
        for paragraph in blocks
        if isinstance(paragraph, Paragraph) and (match := _LEAD.search(paragraph.text)) is not None
    )
    paragraph, announcement = next(announcements, (None, None))
    if paragraph is None or announcement is None:
        return []
    for block in itertools.dropwhile(lambda block: block is not paragraph, blocks):
        items = block.items if isinstance(block, List) else ()
        # An item may consist of a name and nothing else.
        named = [
            (item, item.lead, match) for item in items if item.lead and (match := _NAMED.match(item.lead.text + " "))
        ]
        if named and len(named) == len(items):
            coverage.read(paragraph, *announcement.span())
            return [_record(item, lead, match, coverage) for item, lead, match in named]
    return []


def _record(
    item: Item, lead: Paragraph, match: re.Match[str], coverage: Coverage
) -> tuple[PropertyRecord, tuple[Block, ...]]:
    coverage.claim(item)
    coverage.read(lead, match.start(), min(match.end(), len(lead.text)))
    description = markdown((Paragraph(lead.text[match.end() :], lead.place), *item.blocks[1:]))
    name = match["strong"] or match["code"]
    return PropertyRecord(name, item.place, description=description, named_in_example=True), item.blocks
