"""The bounds that a sentence states: ``minimum``, ``maximum`` and ``unit``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import (
    NUMBER,
    UNITS,
    clause_before,
    is_distributed,
    is_example,
    matches,
    number_of,
    paragraphs,
    record_match,
)
from generator.records.record import Statement

# A number of characters or bytes bounds a text or a file, not the value.
_SIZE = r"(?!\s*+-?\s*+(?:\w+\s++)?(?:characters?|chars?|digits?|letters?|symbols?|words?|bytes?|bits?|[kmgt]i?b)\b)"
_UNIT = rf"(?:\s*+-?(?P<unit{{}}>{UNITS})s?\b)?"
_TO = r"\s*+(?:-|–|to|and|through)\s*+"
_DUTY = r"(?:must|should|shall|can|may|has\s++to|have\s++to|needs?\s++to)"
_NOT = r"(?:(?:can|may|must|should)(?:\s++not|n?['’]t)|cannot)"
_BE = r"(?:be|have\s++a\s++value(?:\s++of)?|equal)"
_LESS = r"(?:less(?:er)?|lower|fewer|smaller|shorter)"
_MORE = r"(?:more|greater|larger|higher|longer|bigger)"
_ABOUT = r"(?:\s++(?!length|size|is\b|of\b)[a-z]+){0,4}?"
_ENDS = rf"\s*+(?:(?:{UNITS})s?\b)?\s*+(?:[.,;)…]|$)"

_SUBJECT = rf"(?:{_DUTY}\s++{_BE}(?:\s++an?\s++\w+)?|(?:integer|number|value))"
# Words about the length of a text, or about dates.
_NO_VALUE = re.compile(r"\b(?:lengths?|characters|dates?|years)\b", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_RANGE = re.compile(
    rf"(?:\bbetween\s++(?P<low1>{NUMBER})(?:\s++(?:and|to)\s++|\s*+[–-]\s*+)(?P<high1>{NUMBER})"
    rf"|\bfrom\s++(?P<low2>{NUMBER})\s++(?:(?:up\s++)?to|through)\s++(?P<high2>{NUMBER})(?=\s*+(?:(?:{UNITS})s?\b|percent|%|[.,;)…]|$|inclusive))"
    rf"|\b(?:range|values?|interval|allowed|limits?)\b[^.:\d`…(]{{0,24}}[:\s(]\s*+(?:from\s++)?(?P<low3>{NUMBER})(?:\s++(?:{UNITS})s?)?{_TO}(?P<high3>{NUMBER})"
    rf"|(?<!characters\s)(?<!digits\s)\(\s*+(?:from\s++)?(?P<low4>{NUMBER})(?:\s++to\s++|\s*+[–-]\s*+)(?P<high4>{NUMBER})(?=\s*+(?:(?:{UNITS})s?)?\s*+\))"
    rf"){_SIZE}(?!\s*+,?\s*+(?:or\s++)?\d){_UNIT.format(1)}(?:\s*+\))?",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"(?:(?:\b{_DUTY}\s++{_BE}|\bis|:|\bvalue\s++of|\bset\s++(?:it\s++|this\s++)?to)\s++(?:at\s++least|no\s++{_LESS}\s++than|not\s++{_LESS}\s++than)\s++(?P<value1>{NUMBER})"
    rf"|\b{_NOT}\s++{_BE}\s++{_LESS}\s++than\s++(?P<value2>{NUMBER})"
    rf"|\b(?:{_SUBJECT}\s++)(?:{_MORE}\s++than\s++or\s++equal\s++to|>=|≥)\s*+(?P<value3>{NUMBER})"
    rf"|\b{_DUTY}\s++{_BE}\s++(?:an?\s++\w+\s++)?(?P<above>(?:strictly\s++)?{_MORE}\s++than|above|over|>)\s*+(?P<value4>{NUMBER})"
    rf"|\b(?<!default\s)min(?:imum|imal|\.)?\b{_ABOUT}\s*+(?:(?:is|of|will\s++be)\s++|[:=]\s*+)?(?P<value5>{NUMBER})"
    rf"|(?:^|[.…]\s++|\()(?:at\s++least|no\s++{_LESS}\s++than)\s++(?P<value7>{NUMBER})(?={_ENDS})"
    rf"|\b(?:enter|specify|set|use|provide|{_DUTY}\s++be|value\s++of|is)\s++(?P<value6>{NUMBER})\s++or\s++(?:{_MORE}|above|over)\b"
    rf"){_SIZE}{_UNIT.format(1)}",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"(?:(?:\b{_DUTY}\s++{_BE}|\bis|:|\bvalue\s++of|\bset\s++(?:it\s++|this\s++)?to)\s++(?:at\s++most|no\s++{_MORE}\s++than|not\s++{_MORE}\s++than|up\s++to)\s++(?P<value1>{NUMBER})"
    rf"|\b{_NOT}\s++(?:{_BE}\s++{_MORE}\s++than|exceed)\s++(?P<value2>{NUMBER})"
    rf"|\b(?:{_SUBJECT}\s++|(?<=\d\s)and\s++)(?:{_LESS}\s++than\s++or\s++equal\s++to|<=|≤)\s*+(?P<value3>{NUMBER})"
    rf"|\b(?:{_DUTY}\s++{_BE}\s++(?:an?\s++\w+\s++)?|(?<=\d\s)and\s++)(?P<below>(?:strictly\s++)?{_LESS}\s++than(?!\s++or\b)|below|under|<)\s*+(?P<value4>{NUMBER})"
    rf"|\b(?<!default\s)max(?:imum|imal|\.)?\b{_ABOUT}\s*+(?:(?:is|of|will\s++be)\s++|[:=]\s*+)?(?P<value5>{NUMBER})"
    rf"|\((?P<value10>{NUMBER})\s++max(?:imum)?\)"
    rf"|(?:^|[.…]\s++|\(|\b(?:integer|number|value),?\s++)(?:at\s++most|up\s++to|no\s++{_MORE}\s++than)\s++(?P<value9>{NUMBER})(?={_ENDS})"
    rf"|\b(?:enter|specify|set|use|provide|{_DUTY}\s++be|value\s++of|is)\s++(?P<value6>{NUMBER})\s++or\s++(?:{_LESS}|below|under)\b"
    rf"|\b(?:enter|specify|choose|select|set)\s++(?:it\s++|a\s++\w+\s++(?:of\s++)?|this\s++)?(?:to\s++)?up\s++to\s++(?P<value8>{NUMBER})"
    rf"){_SIZE}{_UNIT.format(1)}",
    re.IGNORECASE,
)
# The words in between are not recorded, so that a capture holds no whole sentence of the page.
_MOST_IN_WORDS = re.compile(
    rf"(?P<read1>\bmax(?:imum)?\s++)(?:(?:(?!length|size\b)[a-z]+\s++){{1,12}}?|…\s*+)"
    rf"(?P<read2>is\s++(?P<value1>{NUMBER}){_SIZE}{_UNIT.format(1)})",
    re.IGNORECASE,
)
_SIGN = re.compile(
    rf"\b{_DUTY}\s++be\s++an?\s++(?:(?P<positive>positive)|non-negative)\s++(?:integer|whole\s++number)\b|\b{_NOT}\s++be\s++negative\b",
    re.IGNORECASE,
)


def find_bounds(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the bounds that the first sentence of each kind states.

    "Greater than 0" is a minimum of 1, because bounded values are whole numbers.
    """
    statements: dict[str, Statement] = {}
    for paragraph in paragraphs(blocks):
        for match in matches(_SIGN, paragraph.text)[:1]:
            record_match(match, paragraph, coverage)
            statements["minimum"] = Statement("minimum", 1 if match["positive"] else 0, paragraph.place)
        for match in _bound_matches(paragraph.text):
            fields = _stated_fields(match) if _is_about_value(match) else {}
            if fields and statements.keys().isdisjoint(fields.keys() - {"unit"}):
                record_match(match, paragraph, coverage)
                for field, value in fields.items():
                    statements.setdefault(field, Statement(field, value, paragraph.place))
    return list(statements.values())


def _bound_matches(text: str) -> Iterator[re.Match[str]]:
    if _DIGIT.search(text) is not None:
        for pattern in (_RANGE, _LEAST, _MOST, _MOST_IN_WORDS):
            yield from matches(pattern, text)


def _is_about_value(match: re.Match[str]) -> bool:
    if is_distributed(match):
        return False
    return not is_example(match) and _NO_VALUE.search(clause_before(match.string, match.start())) is None


def _stated_fields(match: re.Match[str]) -> dict[str, Any]:
    numbers = {
        name: number_of(text)
        for name, text in match.groupdict().items()
        if text and name.startswith(("value", "low", "high"))
    }
    unit = {"unit": match["unit1"].lower()} if match["unit1"] else {}
    if match.re is _RANGE:
        low, high = numbers.values()
        return {"minimum": low, "maximum": high} | unit if low < high else {}
    (value,) = numbers.values()
    if match.re is _LEAST:
        return {"minimum": value + 1 if match["above"] else value} | unit
    return {"maximum": value - 1 if match.groupdict().get("below") else value} | unit
