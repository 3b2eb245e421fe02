"""The format of a string that a sentence names: ``format``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.noun_phrases import head_pattern
from generator.records.prose.sentences import (
    LITERAL,
    Rule,
    clause_before,
    first_statements,
    matches,
    paragraphs,
    record_match,
)
from generator.records.record import Statement

# "In the format 2001-12-31": an example shows the form.
_IN_FORMAT = r"\bformat(?:\s++is|\s++of|\s*+:)?\s++[`“\"']?"
_DAY = r"[12]\d{3}-[01]\d-[0-3]\d"
_DATES: tuple[Rule, ...] = (
    (re.compile(r"ISO[\s-]?8601(?![\w\s-]{0,12}\bdurations?\b)", re.IGNORECASE), {"format": "date-time"}),
    (re.compile(r"\bYYYY-MM-DD['\"]?T['\"]?(?:HH|\d\d:)", re.IGNORECASE), {"format": "date-time"}),
    (
        re.compile(rf"{_IN_FORMAT}{_DAY}T\d\d:\d\d:\d\d(?:\.\d{{1,9}})?(?:Z|[+-]\d\d:\d\d)", re.IGNORECASE),
        {"format": "date-time"},
    ),
    (re.compile(rf"{_IN_FORMAT}{_DAY}(?![\w:-]|\s++\d)", re.IGNORECASE), {"format": "date"}),
    (re.compile(r"\bYYYY-MM-DD(?!['\"]?T|\s++HH)", re.IGNORECASE), {"format": "date"}),
)
_NAMED_FORMATS = (
    (head_pattern(r"(?:(?<!relative\s)URL|URI|web\s++address)(?:\s++or\s++(?:\w+\s++){0,2}(?:URL|URI))?"), "uri"),
    (head_pattern(r"e-?mail(?:\s++(?:address|ID))?|(?:login|user)\s++e-?mail"), "email"),
    (head_pattern(r"host(?:\s?name|\s++address)?"), "hostname"),
    (head_pattern(r"UUID|GUID|universally\s++unique\s++(?:ID|identifier)"), "uuid"),
    (head_pattern(r"cron\s++(?:expression|schedule|string)"), "cron"),
    (head_pattern(r"regexp?(?:\s++pattern)?|regular\s++expression"), "regex"),
    (re.compile(r"\bin\s++(?P<read>cron\s++(?:format|syntax))\b", re.IGNORECASE), "cron"),
    (re.compile(r"\b(?P<read>(?:an?|as)\s++(?:valid\s++)?(?:UUID|GUID))\b(?!\s++or\b)", re.IGNORECASE), "uuid"),
    (
        re.compile(r"\b(?:an?|in|the)\s++(?:\w+\s++)?(?P<read>(?:IANA|Olson)\s++(?:time\s?zone|tz))", re.IGNORECASE),
        "time-zone",
    ),
    (re.compile(r"\b(?P<read>time\s?zone\b[^.…]{0,30}\b(?:IANA|Olson|tz\s++database))\b", re.IGNORECASE), "time-zone"),
)
_HINT = re.compile("ur[il]|web|mail|host|uid|unique|cron|iana|olson|regex|regular|database", re.IGNORECASE)
# "It must match the regular expression `a*`" is about another kind of value.
_REGEX = re.compile(
    rf"\b(?P<read>(?:this|an?|the)\s++(?:valid\s++|\w+\s++)?(?:regular\s++expression|regexp?))\b(?!\s*+:?\s*+{LITERAL})(?!\s++or\b)",
    re.IGNORECASE,
)
_NO_REGEX = re.compile(r"\b(?:must|should|has\s++to|needs\s++to)\s++match\b|\b(?:or|and)\s*+$|\bnot\b", re.IGNORECASE)
# "The address of the box, or its name" may be either.
_OTHERWISE = re.compile(
    r"[^.…]*\bor\s++(?:the|its|an?|your)\s++(?:\w+\s++){0,2}(?:ID|IP|name|number|key|path|domain)\b", re.IGNORECASE
)


def find_format(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the format that the first of several rules finds."""
    for rule in _DATES:
        if statements := first_statements(rule, blocks, coverage):
            return statements
    for paragraph in paragraphs(blocks):
        for match, name in _named_formats(paragraph.text):
            record_match(match, paragraph, coverage)
            return [Statement("format", name, paragraph.place)]
    return []


def _named_formats(text: str) -> Iterator[tuple[re.Match[str], str]]:
    if _HINT.search(text) is None:
        return
    for pattern, name in _NAMED_FORMATS:
        for match in matches(pattern, text):
            if _OTHERWISE.match(text, match.end()) is None:
                yield match, name
    for match in matches(_REGEX, text):
        if _NO_REGEX.search(clause_before(text, match.start())) is None:
            yield match, "regex"
