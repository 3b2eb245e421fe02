"""The properties of a JSON object that a string encodes, as the items of a list: ``properties``."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, Item, List, Paragraph, markdown
from generator.records.coverage import Coverage
from generator.records.record import PropertyRecord

_LEAD = re.compile(
    r"\b(?:JSON|an?)\s+object\s+with\s+(?:the\s+following|these)\s+(?:properties|keys|fields)\b", re.IGNORECASE
)
_NAMED = re.compile(r"(?:\*\*(?P<strong>[A-Za-z_][\w.-]*)\*\*|`(?P<code>[A-Za-z_][\w.-]*)`)\s*[-–—:]\s")


def find(blocks: tuple[Block, ...], coverage: Coverage) -> list[tuple[PropertyRecord, tuple[Block, ...]]]:
    """Return a record and the blocks for each item of a list of properties.

    Each item must begin with a name, and a sentence before the list, not necessarily next to it, must announce it.
    """
    announced = next(
        ((block, match) for block in blocks if isinstance(block, Paragraph) if (match := _LEAD.search(block.text))),
        None,
    )
    if announced is None:
        return []
    for listing in itertools.dropwhile(lambda block: block is not announced[0], blocks):
        if not isinstance(listing, List):
            continue
        found = [_record(item) for item in listing.items]
        if found and all(found):
            coverage.read(announced[0], announced[1].start(), announced[1].end())
            for item in listing.items:
                _read(item, coverage)
            pairs = zip(found, listing.items, strict=True)
            return [(record, item.blocks) for record, item in pairs if record is not None]
    return []


def _record(item: Item) -> PropertyRecord | None:
    paragraph = item.blocks[0] if item.blocks else None
    match = _NAMED.match(paragraph.text + " ") if isinstance(paragraph, Paragraph) else None
    if match is None or not isinstance(paragraph, Paragraph):
        return None
    rest = Paragraph(paragraph.text[match.end() :], paragraph.place)
    description = markdown((rest, *item.blocks[1:]))
    return PropertyRecord(match["strong"] or match["code"], item.place, description=description, named_in_example=True)


def _read(item: Item, coverage: Coverage) -> None:
    paragraph = item.blocks[0]
    match = _NAMED.match(paragraph.text + " ") if isinstance(paragraph, Paragraph) else None
    if match is not None and isinstance(paragraph, Paragraph):
        coverage.claim(item)
        coverage.read(paragraph, match.start(), min(match.end(), len(paragraph.text)))
