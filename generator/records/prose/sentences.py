"""Finds a wording in the paragraphs of a description and records what has been read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from generator.blocks.block import Block, List, Paragraph
from generator.records.coverage import Coverage


def paragraphs(blocks: tuple[Block, ...], *, in_lists: bool = False) -> Iterator[Paragraph]:
    """Yield the description's own paragraphs, and on demand those of list items, but not those in tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, List) and in_lists:
            for item in block.items:
                yield from paragraphs(item.blocks)


def wordings(
    pattern: re.Pattern[str], blocks: tuple[Block, ...], coverage: Coverage, *, in_lists: bool = False
) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each match in the description's paragraphs with its place, and record its words as read."""
    for paragraph in paragraphs(blocks, in_lists=in_lists):
        for match in _matches(pattern, paragraph.text):
            coverage.read(paragraph, *match.span())
            yield match, paragraph.place


@functools.cache
def _matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    # Vendors repeat whole sentences in a hundred connectors.
    return tuple(pattern.finditer(text))


def place_of(pattern: re.Pattern[str], blocks: tuple[Block, ...], coverage: Coverage) -> str | None:
    """Return the place of the first match, or ``None``."""
    return next((place for _, place in wordings(pattern, blocks, coverage)), None)
