"""Find defaults that depend on other properties (``defaultWhen``)."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import (
    LITERAL,
    LITERALS,
    matches,
    paragraphs,
    record_match,
    value_of,
    values_of,
)
from generator.records.record import Statement

_GIVEN = r"(?:specified|given|provided|set|present|populated|filled(?:\s++in)?)"
_ANY = r"(?:any|at\s++least\s++one|one)(?:\s++of)?"
_OTHERS = (
    rf"(?:{_ANY}\s++)?(?:(?:the\s++)?(?:following\s++)?(?:\w+[’']?s?[’']?\s++){{0,2}}?)(?:values?\s++)?"
    rf"(?:(?:is|are)\s++{_GIVEN}\s*+:?\s*+)?"
)
# What follows "otherwise" is a sentence of its own, or the end of the same one.
_ELSE = (
    r"\s*+[.,;:]?\s*+otherwise,?\s++(?:(?:it|this|the\s++\w+|we)\s++)?"
    rf"(?:(?:is|defaults?|uses?|used|falls?\s++back)\s++(?:set\s++)?(?:to\s++)?)?(?P<{{0}}>{LITERAL})"
    r"(?:\s++is\s++(?:used|the\s++default))?"
)
_USED = re.compile(
    rf"(?P<read1>(?P<used>{LITERAL})\s++is\s++(?:used|the\s++default|taken)(?:\s++as\s++(?:a|the)(?:\s++default)?\s++value|\s++value)?\s++"
    rf"(?:if|when)\s++)(?:this(?:\s++\w+)?\s++is\s++omitted(?:\s++in\s++the\s++request)?\s++and\s++|…\s*+)?{_OTHERS}"
    rf"(?P<read2>(?P<names>{LITERALS})(?:\s++(?:is|are)\s++{_GIVEN})?(?:{_ELSE.format('rest')})?)",
    re.IGNORECASE,
)
_DEFAULTS = re.compile(
    rf"\bdefaults?\s++(?:to|is)\s++(?P<used>{LITERAL})(?:\s*+,)?\s++(?:if|when)\s++{_OTHERS}(?P<names>{LITERALS})"
    rf"(?:\s++(?:\w+\s++)?(?:is|are)\s++{_GIVEN})(?:{_ELSE.format('rest')}|\s*+(?:[,;]\s*+(?:and\s++)?|and\s++)(?:to\s++)?(?P<last>{LITERAL})\s++otherwise)?",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"\b(?:if|when)\s++{_OTHERS}(?P<names>{LITERALS})\s++(?:is|are)\s++{_GIVEN},\s++(?:(?:it|this|the\s++(?:value|default|property|parameter))\s++)?"
    rf"(?:(?:defaults?\s++to|the\s++default\s++is|is)\s++)?(?P<used>{LITERAL})(?:\s++is\s++(?:used|the\s++default))?{_ELSE.format('rest')}",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-z_*][\w.*]*")


def find_default_when(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the default that holds where some other property is given, and the one that holds otherwise.

    The names are returned as written; ``tunnel_*`` matches every name with that prefix.
    """
    for pattern in (_USED, _DEFAULTS, _FIRST):
        for paragraph in paragraphs(blocks):
            for match in matches(pattern, paragraph.text):
                statements = _statements(match, paragraph.place)
                if statements:
                    record_match(match, paragraph, coverage)
                    return statements
    return []


def _statements(match: re.Match[str], place: str) -> list[Statement]:
    """Return what a match states; nothing if its literals are no names of properties."""
    names = values_of(match["names"])
    if not all(_NAME.fullmatch(name) for name in names):
        return []
    groups = match.groupdict()
    otherwise = groups.get("rest") or groups.get("last")
    statements = [Statement("defaultWhen", [{"anyGiven": names, "value": value_of(match["used"])}], place)]
    return [*statements, Statement("default", value_of(otherwise), place)] if otherwise else statements
