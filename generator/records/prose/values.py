"""The values that a sentence names (``enum``), and the only value (``const``)."""

from __future__ import annotations

import re

from generator.blocks.block import Block, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose.rows import Span, explained_at, joined, row_at, word_of
from generator.records.prose.sentences import (
    LITERAL,
    SEPARATOR,
    clause_before,
    is_example,
    matches,
    paragraphs,
    record_match,
    value_of,
    values_of,
)
from generator.records.record import Statement

ACCEPTED = (
    r"(?:accepted|acceptable|possible|valid|allowed|permitted|supported|available)\s++(?:values?|options?|choices)"
)
"""A pattern for the words that announce values; no groups."""

_LEAD = re.compile(
    rf"\b(?:{ACCEPTED}(?:\s++(?:for|of)\s++(?:this|the)\s++\w+)?(?:\s++(?:are|include|is|can\s++be))?\s*+[:=–-]?"
    r"|(?:accepted|possible|valid|allowed|permitted|available|supported)\s*+:"
    r"|supported\s++(?:[a-z]+\s++)?(?!only\b|for\b)[a-z]+s\s*+(?::|(?:are|include)\b\s*+:?|(?=[`“\"]))"
    r"|(?:accepted|possible|valid|allowed|permitted|available)\s++(?:[a-z]+\s++)?[a-z]+s\s*+(?::|are\b|include\b)\s*+:?"
    r"|(?:is|specify|use|select|choose|enter|provide|set(?:\s++(?:it|this))?(?:\s++to)?|(?<![a-z] ))"
    r"\s*+either(?=\s++[`“\"'](?-i:[A-Z0-9]))"
    r"|(?<=[,:;.(…]\s)either(?=\s++[`“\"'])|^either(?=\s++[`“\"'])|either(?=\s++(?-i:[A-Z][A-Z0-9_]*)\s++or\s++(?-i:[A-Z][A-Z0-9_]*)\s*+(?:[.,;)…]|$))"
    r"|(?:^|(?<=[.)…]\s))supported(?=\s++[`“\"'])"
    r"|(?P<subject>value|property|parameter|setting|field|option|this|it)\s++(?:will|must|should|can|may)\s++be(?:\s++set\s++to)?(?:\s++either)?(?:\s++one\s++of)?"
    r"|either\s++(?:one\s++)?of(?:\s++the\s++(?:two|following)\s++values)?|(?:any\s++)?one\s++(?:or\s++(?:more|many|several)\s++)?of(?:\s++(?:the\s++)?(?:two|three|four|following))?(?:\s++values)?\s*+:?"
    r"|(?:accepts|takes)(?:\s++(?:either(?!\s++(?:one\s++)?of\b)|only))?(?:\s++(?:one\s++of\s++)?the\s++(?:following\s++)?values?)?\s*+:?"
    r"|following\s++(?:values|options)(?:\s++(?:are|is)\s++\w+)?\s*+:"
    r"|(?:select|choose|pick)\s++(?:[a-z]+\s++){0,4}?(?:from|between)(?:\s++either)?"
    r"|(?:values|options)(?:\s*+:|\s++[–-]\s|\s++(?:are|include)\b))\s*+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[.!?)…]\s++)(?P<lead>(?:can|may|must|should)\s++be(?:\s++set\s++to)?(?:\s++either)?(?:\s++one\s++of)?(?:\s*+:)?\s++)",
    re.IGNORECASE,
)
"""A sentence whose subject, the property, is left out."""

# Values in capitals that a sentence begins with, and explains: "`A` - this, `B` - that".
_VALUES = re.compile(rf"{ACCEPTED}(?:\s++(?:are|include))?\s*+:?\s*+$")
_SINGLE = re.compile(rf"(?P<value>{LITERAL})\s*+(?:[.…]|$)")
_BEFORE = re.compile(
    rf"(?P<row>{LITERAL}(?:{SEPARATOR}{LITERAL}){{1,30}}+)\s++are\s++(?:the\s++)?(?:only\s++)?{ACCEPTED}(?=\s*+(?:[.,;…]|$))",
    re.IGNORECASE,
)
_UNANNOUNCED = re.compile(r"(?:^|[.!?:…]\s++)(?=`[A-Z0-9][A-Za-z0-9_]*`(?:\s*+:|\s++[–—-]|-)\s*+[^`\s])")

_WORD = r"`(?!\"?(?:true|false)\b)[^`\s]+`"
_IF = frozenset({"if", "when", "unless", "where"})
_ONLY = re.compile(
    rf"(?:(?:\bthis(?:\s++(?:value|property|field|parameter))?\s++(?:must|will|should)(?:\s++always)?\s++be(?:\s++set\s++to)?"
    rf"|\bmust\s++have\s++a\s++value\s++of|\bthe\s++only\s++\w+\s++value\s++is"
    rf"|\bonly\s++(?:supported|accepted|possible|valid|allowed)\s++(?:option|value)\s++is)\s++"
    rf"(?P<value>{LITERAL})(?!{SEPARATOR}|\s*+(?:if|when|for|unless|where)\b|\s*+,\s*+(?:unless|if|when)\b)"
    rf"|\bset\s++(?:this|the)(?:\s++(?:value|property|field|parameter))?\s++to\s++(?P<set>{_WORD})\s*+(?:\.(?=\s|$)|$))",
    re.IGNORECASE,
)


def find_in_sentence(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of the first sentence that announces them."""
    for paragraph in paragraphs(blocks):
        values = _announced_values(paragraph, coverage)
        if values:
            return [Statement("enum", values, paragraph.place)]
    return []


def _announced_values(paragraph: Paragraph, coverage: Coverage) -> list[str]:
    text = paragraph.text
    leads = [(*lead.span(), lead) for lead in _LEAD.finditer(text)]
    leads += [(*lead.span("lead"), lead) for lead in _OPENING.finditer(text)]
    for start, end, lead in sorted(leads, key=lambda candidate: candidate[:2]):
        words = lead[0].lower()
        if is_example(lead) or not _IF.isdisjoint(clause_before(text, start).lower().split()):
            continue
        has_noun = "values" in words or "options" in words
        kinds = ("marked", "capitals", "phrases") if has_noun else ("marked", "capitals")
        spans = explained_at(text, end) or row_at(text, end, kinds)
        if not spans and (single := _SINGLE.match(text, end)) is not None and _VALUES.search(words):
            spans = [single.span("value")]
        if spans:
            coverage.read(paragraph, start, end)
            return _record_values(paragraph, spans, coverage)
    for row in _BEFORE.finditer(text):
        coverage.read(paragraph, *row.span())
        return values_of(row["row"])
    for lead in _UNANNOUNCED.finditer(text):
        spans = [] if is_example(lead) else explained_at(text, lead.end())
        if spans:
            return _record_values(paragraph, spans, coverage)
    return []


def _record_values(paragraph: Paragraph, spans: list[Span], coverage: Coverage) -> list[str]:
    for start, end in joined(paragraph.text, spans):
        coverage.read(paragraph, start, end)
    return list(dict.fromkeys(word_of(paragraph.text[slice(*span)]) for span in spans))


def find_only(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the only literal of "this will be ..."."""
    statements = []
    for paragraph in paragraphs(blocks):
        for match in matches(_ONLY, paragraph.text):
            if not is_example(match) and _IF.isdisjoint(clause_before(paragraph.text, match.start()).lower().split()):
                record_match(match, paragraph, coverage)
                statements.append(Statement("const", value_of(match["value"] or match["set"]), paragraph.place))
    return statements
