"""Runs one rule on a property's description."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.blocks.block import Block, Paragraph, walk
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.prose.description import Description, Phrase
from generator.records.record import Statement
from tests.blocks.reading import html

Rule = Callable[[tuple[Block, ...], Coverage], list[Statement]]


def found(rule: Rule, description: str) -> dict[str, Any]:
    """Return what a rule finds in a description in HTML, by field."""
    found = rule(html(description), Coverage())
    assert len({each.field for each in found}) == len(found)
    return {each.field: each.value for each in found}


def words_read(rule: Rule, description: str) -> list[str]:
    """Return the words that a rule records as read: those that a capture keeps."""
    coverage, blocks = Coverage(), html(description)
    rule(blocks, coverage)
    paragraphs = (block for block in walk(blocks) if isinstance(block, Paragraph))
    return [each.text[start:end] for each in paragraphs for start, end in coverage.spans(each.place)]


def unclaimed(rule: Rule, description: str) -> int:
    """Return how many rows, items and code blocks of a description a rule does not claim."""
    coverage, blocks = Coverage(), html(description)
    coverage.count(blocks)
    rule(blocks, coverage)
    return coverage.report_unaccounted(Diagnostics())


def all_of(*rules: Rule) -> Rule:
    """Return several rules as one."""
    return lambda blocks, coverage: [each for rule in rules for each in rule(blocks, coverage)]


def about(rule: Callable[[Description], list[Statement]], name: str = "", phrases: tuple[Phrase, ...] = ()) -> Rule:
    """Return a rule about a property's use as a function of blocks, for the functions above."""
    return lambda blocks, coverage: rule(Description(blocks, coverage, name, phrases))
