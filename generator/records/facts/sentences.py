"""Looks for a wording in the paragraphs of a description and marks what it read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.blocks.block import Block, Paragraph
from generator.records.ledger import Ledger


def wordings(pattern: re.Pattern[str], blocks: tuple[Block, ...], ledger: Ledger) -> Iterator[re.Match[str]]:
    """Each match of ``pattern`` in the description's own paragraphs; the words matched are marked as read."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        for match in pattern.finditer(block.text):
            ledger.read(block, match.start(), match.end())
            yield match
