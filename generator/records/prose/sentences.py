"""Finds wordings and literals in the paragraphs of a description and records what has been read."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.blocks.block import Block, List, Paragraph
from generator.records.coverage import Coverage
from generator.records.record import Statement

LITERAL = r"(?:`[^`]+`|“[^”]+”|\"[^\"\s]+\"|(?<!\w)'[^'\s]+'(?!\w))"
"""A pattern for one literal, a value in code or quotation marks; no groups."""

LITERALS = rf"{LITERAL}(?:\s*(?:,(?:\s*(?:or|and)\b)?|/|\bor\b|\band\b)\s*{LITERAL})*"
"""A pattern for one literal or several, with commas or words between; no groups."""

NO_SUBJECT = (
    r"(?!\s*(?:(?:parameter|property|field|option|setting)\s+)?(?:is|are|was|has|must|should|equals?)\b|\s*[=:])"
)
"""A pattern for the end of a literal that is not the subject of what follows."""

ALTERNATIVES = rf"{LITERAL}(?:\s*(?:,(?:\s*(?:or|and)\b)?|/|\bor\b|\band\b)\s*{LITERAL}{NO_SUBJECT})*"
"""A pattern for the values of one condition, without a literal that is the subject of the next condition."""

Rule = tuple[re.Pattern[str], Mapping[str, Any] | Callable[[re.Match[str]], Mapping[str, Any]]]
"""A pattern and the fields that a match of it states: the same for every match, or computed from the match."""

_QUOTES = "`“”\"'‘’"


def value_of(literal: str) -> str:
    """Return a literal's value, without backticks and quotation marks, also without those inside the backticks."""
    return literal.strip().strip("`").strip().strip(_QUOTES).strip()


def values_of(text: str) -> list[str]:
    """Return the values of all literals in a text, each once, in order."""
    return list(dict.fromkeys(value_of(found) for found in re.findall(LITERAL, text)))


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


def first(rule: Rule, blocks: tuple[Block, ...], coverage: Coverage, *, in_lists: bool = False) -> list[Statement]:
    """Return the statements of a rule's first match."""
    pattern, stated = rule
    for match, place in wordings(pattern, blocks, coverage, in_lists=in_lists):
        fields = stated(match) if callable(stated) else stated
        return [Statement(field, value, place) for field, value in fields.items()]
    return []


def first_of_each(rules: tuple[Rule, ...], blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the statements of each rule's first match."""
    return [each for rule in rules for each in first(rule, blocks, coverage)]
