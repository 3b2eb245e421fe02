"""Finds wordings and literals in a description's paragraphs, and records the words that have been read."""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.blocks.block import Block, List, Paragraph
from generator.records.coverage import Coverage
from generator.records.record import Statement

LITERAL = r"(?:`[^`]+`|“[^“”]+”|\"[^\"\s]+\"|(?<!\w)'[^'\s]+'(?!\w))"
"""A pattern for one literal, a value in code or quotation marks; no groups."""

# Possessive, so that a space is matched in one place only: otherwise long lists take exponential time.
SEPARATOR = r"\s*+(?:,\s*+(?:(?:and/or|or|and)\b\s*+)?|[/|]\s*+|(?:and/or|or|and)\b\s*+)"
"""A pattern for the text between two literals of a row, with surrounding spaces; no groups."""

LITERALS = rf"{LITERAL}(?:{SEPARATOR}{LITERAL})*"
"""A pattern for one literal or several, with commas or words between; no groups."""

NO_SUBJECT = (
    r"(?!\s*+(?:(?:(?:parameter|property|field|option|setting)\s++)?(?:is|are|was|has|must|should|equals?)\b|[=:]))"
)
"""A pattern for the end of a literal that is not the subject of the following words."""

_BETWEEN = r"\s*+(?:,\s*+(?:(?:or|and)\b\s*+)?|/\s*+|(?:or|and)\b\s*+)"
ALTERNATIVES = rf"{LITERAL}(?:{_BETWEEN}{LITERAL}{NO_SUBJECT})*"
"""A pattern for the values of one condition, without a literal that is the subject of the next condition."""

# It begins at its first digit and ends in one way only, so that long runs of digits take linear time.
NUMBER = (
    r"(?:[`“]?-?(?<!\d)(?<!\d[.,])(?!0\d)(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?+(?![\w.,:]{0,40}\d)"
    r"(?:[kKM]\b|\s(?:thousand|million|billion)\b)?+[`”]?)"
)
"""A pattern for one number, in code or not, such as 10,000 and 10k; no groups."""

_MAGNITUDES = {"k": 1000, "thousand": 1000, "m": 10**6, "million": 10**6, "billion": 10**9}

UNITS = "millisecond|second|minute|hour|day|week|month|quarter|year"
"""The units of time in the singular; alternatives without a group."""

Rule = tuple[re.Pattern[str], Mapping[str, Any] | Callable[[re.Match[str]], Mapping[str, Any]]]
"""A pattern and the fields that a match of it states: the same for every match, or computed from the match."""

LONGEST_SENTENCE = 1000
"""The most characters before a position that are searched for the beginning of its sentence or clause."""

_QUOTES = "`“”\"'‘’"
_RESPECTIVELY = re.compile(r"[^.!?…;]{0,200}\brespectively\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"\b(?:for\s++(?:example|instance)|such\s++as|e\.\s?g\b)", re.IGNORECASE)


def value_of(literal: str) -> str:
    """Return a literal's value, without backticks and quotation marks, also without those inside the backticks."""
    return literal.strip().strip("`").strip().strip(_QUOTES).strip()


def values_of(text: str) -> list[str]:
    """Return the values of all literals in a text, each once, in order."""
    return list(dict.fromkeys(value_of(literal) for literal in re.findall(LITERAL, text)))


def number_of(text: str) -> int | float:
    """Return the number that :data:`NUMBER` matches."""
    digits = text.strip("`“”").replace(",", "")
    number = digits.rstrip(string.ascii_letters).rstrip()
    factor = _MAGNITUDES.get(digits.removeprefix(number).strip().lower(), 1)
    value = float(number) * factor if "." in number else int(number) * factor
    return int(value) if factor > 1 and value == int(value) else value


def clause_before(text: str, position: int) -> str:
    """Return the text that precedes a position in its clause; a gap of a capture ends a clause, too."""
    first = max(position - LONGEST_SENTENCE, 0)
    end = max(text.rfind(mark, first, position) for mark in (". ", "! ", "? ", "; ", ": ", "…", "\n"))
    return text[max(end + 1, first) : position].lstrip()


def is_example(match: re.Match[str]) -> bool:
    """Return whether words such as "for example" precede a match in its sentence, at most 60 characters away."""
    before = match.string[max(match.start() - 60, 0) : match.start()]
    *_, rest = _EXAMPLE.split(before)
    return rest != before and re.search(r"[.!?…]\s", rest.lstrip(".")) is None


def is_distributed(match: re.Match[str]) -> bool:
    """Return whether a sentence says "respectively" after a match, which is then one of several cases."""
    return _RESPECTIVELY.match(match.string, match.end()) is not None


def paragraphs(blocks: tuple[Block, ...], *, in_lists: bool = False) -> Iterator[Paragraph]:
    """Yield the description's paragraphs and, with ``in_lists``, those of list items, but none inside tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, List) and in_lists:
            for item in block.items:
                yield from paragraphs(item.blocks)


def wordings(
    pattern: re.Pattern[str], blocks: tuple[Block, ...], coverage: Coverage
) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each match in the description's paragraphs with its place, after :func:`record_match` has recorded it.

    It is for rules that use every match that they take from it. A rule that rejects some records the others itself:
    a capture would keep the words of a rejected match without those that it was rejected for.
    """
    for paragraph in paragraphs(blocks):
        for match in matches(pattern, paragraph.text):
            record_match(match, paragraph, coverage)
            yield match, paragraph.place


def record_match(match: re.Match[str], paragraph: Paragraph, coverage: Coverage) -> None:
    """Record the words of a match as read, or only its groups whose names begin with ``read``."""
    names = [name for name in match.re.groupindex if name.startswith("read")]
    spans = [match.span(name) for name in names if match[name] is not None]
    for start, end in spans or [match.span()]:
        if start < end:
            coverage.read(paragraph, start, end)


@functools.cache
def matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Return the matches of a pattern in a text."""
    # Cached, because vendors repeat whole sentences in a hundred connectors.
    return tuple(pattern.finditer(text))


def first_statements(rule: Rule, blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the statements of a rule's first match."""
    pattern, fields = rule
    for match, place in wordings(pattern, blocks, coverage):
        stated = fields(match) if callable(fields) else fields
        return [Statement(field, value, place) for field, value in stated.items()]
    return []
