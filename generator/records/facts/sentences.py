"""Looks for a wording in the paragraphs of a description and marks what it read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.blocks.block import Block, Paragraph
from generator.records.ledger import Ledger


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The description's own paragraphs; not those inside its lists and tables."""
    return (block for block in blocks if isinstance(block, Paragraph))


def wordings(
    pattern: re.Pattern[str], blocks: tuple[Block, ...], ledger: Ledger
) -> Iterator[tuple[re.Match[str], str]]:
    """Each match of ``pattern`` in the description's own paragraphs, with its place; the words are marked as read."""
    for paragraph in paragraphs(blocks):
        for match in pattern.finditer(paragraph.text):
            ledger.read(paragraph, match.start(), match.end())
            yield match, paragraph.place


def says(pattern: re.Pattern[str], blocks: tuple[Block, ...], ledger: Ledger) -> str | None:
    """The place of the first match of ``pattern``, or ``None``."""
    return next((place for _, place in wordings(pattern, blocks, ledger)), None)
