"""Rows of values in a sentence: "`a`, `b` (the best) or `c`", "A, B and C", "`a` - this, `b` - that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records.prose.sentences import LITERAL, SEPARATOR, value_of

Span = tuple[int, int]
"""Start and end of a value in its text."""

EMPTY = "empty string"
"""The words for the empty value."""

# The name of a property, or the start of another sentence, is not a further value.
_END = r"(?!\s*+(?:\([^()]*+\)\s*+)?(?:(?:must|has|have|should|needs?|is|are|was|will|if|when)\b|[=]))"
_MARKED = rf"(?:{LITERAL}|(?:an\s++|the\s++)?{EMPTY}\b)"
_NOTE = r"(?:\s*+\((?:[^()]|\([^()]*\))*+\))?"
# Numbers and names in capitals or camel case need no marks to be known as values.
_CAPITALS = (
    r"\b(?:[0-9]+|[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)*+(?:-[A-Z0-9]++(?:_[A-Z0-9]++)*+){0,12}+"
    r"|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)\b(?![-.]\w)"
)
_PHRASE = r"\b[A-Z][A-Za-z0-9]*(?:[ ][A-Z][A-Za-z0-9]*)*\b"
# A capture has a gap where there were other words.
_CAPITALISED = r"\b[A-Z][A-Za-z0-9]*\b(?![-.]\w)"
# One such word among others in capitals, which a row does not end or begin with.
_AMONG_CAPITALS = r"(?<=[,/|]\s)[A-Z][a-z0-9]++(?=,\s++[A-Z]{2})"
_SEPARATED = re.compile(SEPARATOR)
_BETWEEN = rf"(?:{SEPARATOR}|\s*+…\s*+)"
_STEPS = {
    "marked": (re.compile(_MARKED + _END), re.compile(_NOTE + _BETWEEN)),
    "capitals": (re.compile(rf"(?:{_CAPITALS}|{_AMONG_CAPITALS}){_END}"), re.compile(_NOTE + _BETWEEN)),
    "words": (re.compile(_CAPITALISED + _END), re.compile(SEPARATOR)),
    "phrases": (re.compile(_PHRASE + _END), re.compile(SEPARATOR)),
}
_SAYS = r"(?:\s*+:|\s++[–—-](?=\s|$)|(?<=[`”\"'’])(?:[–—-]|\s++(?:for|to)\b(?!\s*+[`“\"'\d])))"
_EXPLAINED = re.compile(rf"(?:…\s*+)?(?:[-*•]\s*+)?(?P<value>(?:{LITERAL}|{_CAPITALS}){_SAYS})\s*+(?![`“])")
_NEXT = re.compile(
    rf"(?:[,;….]|(?<!\s)\n|\s-(?=\s)|\bor\b|\band\b)\s*+(?:or\s++|and\s++)?(?=(?:[-*•]\s*+)?(?:{LITERAL}|{_CAPITALS}){_SAYS}(?:\s|$))"
    r"|(?:[,;…]|(?<!\s)\n|\bor\b|\band\b)\s*+(?:or\s++|and\s++)?(?=`[^`]+`\s*+(?:[.;]|$))"
)
_LAST = re.compile(r"`(?P<value>[^`]+)`\s*+(?:[.;]|$)")


def row_at(text: str, start: int, kinds: tuple[str, ...] = ("marked", "capitals")) -> list[Span]:
    """Return the spans of a row of at least two values, by the first kind that matches; empty if none does."""
    for kind in kinds:
        spans = list(_spans(text, start, *_STEPS[kind]))
        if len({text[slice(*span)] for span in spans}) > 1:
            return spans
    return []


def _spans(text: str, start: int, value: re.Pattern[str], between: re.Pattern[str]) -> Iterator[Span]:
    match = value.match(text, start)
    while match is not None:
        yield match.span()
        gap = between.match(text, match.end())
        match = value.match(text, gap.end()) if gap is not None else None


def explained_at(text: str, start: int) -> list[Span]:
    """Return the spans of the values in "`a` - this, `b` - that"; empty if there are fewer than two."""
    spans = []
    match = _EXPLAINED.match(text, start)
    while match is not None:
        # A span includes the mark after the value, so that a capture has the same form.
        spans.append((match.start("value"), match.end("value")) if match.re is _EXPLAINED else match.span())
        gap = _NEXT.search(text, match.end())
        match = _EXPLAINED.match(text, gap.end()) or _LAST.match(text, gap.end()) if gap is not None else None
    return spans if len(spans) > 1 else []


def joined(text: str, spans: list[Span]) -> list[Span]:
    """Join the spans between which there is only a comma or a word such as "or"."""
    merged = spans[:1]
    for start, end in spans[1:]:
        if _SEPARATED.fullmatch(text, merged[-1][1], start):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def word_of(text: str) -> str:
    """Return the value in a span: a literal, a bare word, or the words for the empty value."""
    word = value_of(re.sub(r"(?<!\s)\s*+(?:[:–—-]|(?<=`)[.;]|(?<=[`”\"'’]\s)(?:for|to))\s*+$", "", text))
    return "" if word.endswith(EMPTY) else word
