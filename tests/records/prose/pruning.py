"""Runs one rule on the words of a description that it has read itself, as in a capture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.blocks.block import Block, Page, Section
from generator.records.coverage import Coverage
from generator.records.prune import prune
from tests.blocks.reading import html

Found = TypeVar("Found")


def found_whole_and_pruned(
    rule: Callable[[tuple[Block, ...], Coverage], Found], description: str
) -> tuple[Found, Found, tuple[Block, ...]]:
    """The findings in a description in HTML, those in what is left of it, and what is left."""
    blocks, coverage = html(description), Coverage()
    coverage.count(blocks)
    whole = rule(blocks, coverage)
    coverage.sections.add("#a")
    page = prune(Page((Section(2, "Title", "a", "#a", blocks),)), coverage)
    left = page.sections[0].blocks if page.sections else ()
    return whole, rule(left, Coverage()), left
