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
    record,
    value_of,
    values_of,
    wordings,
)
from generator.records.record import Statement

ACCEPTED = (
    r"(?:accepted|acceptable|possible|valid|allowed|permitted|supported|available)\s+(?:values?|options?|choices)"
)
"""A pattern for the words that announce values; no groups."""

_LEAD = re.compile(
    rf"\b(?:{ACCEPTED}(?:\s+(?:for|of)\s+(?:this|the)\s+\w+)?(?:\s+(?:are|include|is|can\s+be))?\s*[:=–-]?"
    r"|supported\s+(?:[a-z]+\s+)?(?!only\b|for\b)[a-z]+s(?:\s+(?:are|include))?\s*:?"
    r"|(?:accepted|possible|valid|allowed|permitted|available)\s+(?:[a-z]+\s+)?[a-z]+s\s*(?::|are\b|include\b)\s*:?"
    r"|(?:is|specify|use|select|choose|enter|provide|set(?:\s+(?:it|this))?(?:\s+to)?|(?<![a-z] ))"
    r"\s*either(?=\s+[`“\"'](?-i:[A-Z0-9]))"
    r"|(?P<subject>value|property|parameter|setting|field|option|this|it)\s+(?:will|must|should|can|may)\s+be(?:\s+set\s+to)?(?:\s+either)?(?:\s+one\s+of)?"
    r"|either\s+(?:one\s+)?of(?:\s+the\s+(?:two|following)\s+values)?|(?:any\s+)?one\s+of(?:\s+(?:the\s+)?(?:two|three|four|following))?(?:\s+values)?\s*:?"
    r"|(?:accepts|takes)(?:\s+(?:either(?!\s+(?:one\s+)?of\b)|only))?(?:\s+(?:one\s+of\s+)?the\s+(?:following\s+)?values?)?\s*:?"
    r"|following\s+(?:values|options)(?:\s+(?:are|is)\s+\w+)?\s*:"
    r"|(?:select|choose|pick)\s+(?:[a-z]+\s+){0,4}?(?:from|between)(?:\s+either)?"
    r"|(?:values|options)\s*(?::|\s[–-]\s|\s(?:are|include)\b))\s*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[.!?)…]\s+)(?P<lead>(?:can|may|must|should)\s+be(?:\s+set\s+to)?(?:\s+either)?(?:\s+one\s+of)?\s*:?\s+)",
    re.IGNORECASE,
)
"""A sentence whose subject, the property, is left out."""

# Values in capitals that a sentence begins with, and explains: "`A` - this, `B` - that".
_VALUES = re.compile(rf"{ACCEPTED}(?:\s+(?:are|include))?\s*:?\s*$")
_SINGLE = re.compile(rf"(?P<value>{LITERAL})\s*(?:[.…]|$)")
_UNANNOUNCED = re.compile(r"(?:^|[.!?:…]\s+)(?=`[A-Z][A-Za-z0-9_]*`(?:\s*:|\s+[–—-]|-)\s*[^`\s])")

# What precedes a row that is a remark about the first words: "The place (`a` or `b`)", "Place, `A` or `B`".
_REMARK = re.compile(r"^(?P<words>[^`.:;]*?)(?P<mark>\(|[,:]\s+)(?=[`“](?-i:(?P<capital>[A-Z])|[^`”]))", re.IGNORECASE)

# A value that each of two circumstances asks for; switches are found elsewhere.
_SET = r"set(?:\s+(?:it|this|the\s+(?:value|property|parameter|field)))?(?:\s+(?:to|as))?"
_ASKED = rf"(?:provide|enter|use|specify|select|choose|{_SET})"
_WORD = r"`(?!\"?(?:true|false)\b)[^`\s]+`"
# Names of properties have underscores.
_NO_NAME = r"`(?!\"?(?:true|false)\b)(?:(?-i:[A-Z])[^`\s]*|[a-z0-9.-]+)`"
_CHOICE = re.compile(
    rf"(?P<read1>\b{_ASKED}\s+(?:the\s+value\s+to\s+)?)(?P<read2>{_WORD})(?:[^`()]|\([^()]*+\)){{0,160}}?"
    rf"(?P<read3>\b(?:otherwise|else)\b,?\s*(?:{_ASKED}\s+)?)(?P<read4>{_WORD})"
    rf"|(?P<read5>\b(?P<verb>provide|enter|use|specify|select|choose)\s+)(?P<read6>{_WORD})(?:[^`()]|`[^`]*+`){{0,120}}?"
    rf"(?P<read7>\bif\b)(?:[^`()]){{0,60}}?(?P<read8>\b(?P=verb)\s+)(?P<read9>{_WORD})"
    rf"|(?P<read10>\b{_ASKED}\s+{_NO_NAME}\s+(?:for|to|if|when)\b)[^`.]{{0,80}}?"
    rf"(?P<read11>(?:,|\bor\b|\band\b|…)\s*(?:or\s+|and\s+)?(?:{_ASKED}\s+)?{_NO_NAME}\s+(?:for|to|if|when)\b)",
    re.IGNORECASE,
)
_IF = frozenset({"if", "when", "unless", "where"})
_ONLY = re.compile(
    rf"(?:(?:\bthis(?:\s+(?:value|property|field|parameter))?\s+(?:must|will|should)(?:\s+always)?\s+be(?:\s+set\s+to)?"
    rf"|\bmust\s+have\s+a\s+value\s+of|\bthe\s+only\s+\w+\s+value\s+is"
    rf"|\bonly\s+(?:supported|accepted|possible|valid|allowed)\s+(?:option|value)\s+is)\s+"
    rf"(?P<value>{LITERAL})(?!{SEPARATOR}|\s*+(?:if|when|for|unless|where)\b|\s*+,\s*(?:unless|if|when)\b)"
    rf"|\bset\s+(?:this|the)(?:\s+(?:value|property|field|parameter))?\s+to\s+(?P<set>{_WORD})\s*(?:\.(?=\s|$)|$))",
    re.IGNORECASE,
)


def find_in_sentence(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of the first sentence that announces at least two."""
    for paragraph in paragraphs(blocks):
        found = _announced(paragraph, coverage) or _remarked(paragraph, coverage)
        if found:
            return [Statement("enum", found, paragraph.place)]
    for match, place in wordings(_CHOICE, blocks, coverage):
        groups = [("read2", "read4"), ("read6", "read9"), ("read10", "read11")]
        first, last = next((match[one], match[other]) for one, other in groups if match[one])
        values = list(dict.fromkeys((*values_of(first), *values_of(last))))
        if len(values) > 1:
            return [Statement("enum", values, place)]
    return []


def _announced(paragraph: Paragraph, coverage: Coverage) -> list[str]:
    text = paragraph.text
    leads = [(*lead.span(), lead) for lead in _LEAD.finditer(text)]
    leads += [(*lead.span("lead"), lead) for lead in _OPENING.finditer(text)]
    for start, end, lead in sorted(leads, key=lambda each: each[:2]):
        words = lead[0].lower()
        if is_example(lead) or not _IF.isdisjoint(clause_before(text, start).lower().split()):
            continue
        kinds = ("marked", "capitals", "phrases") if "values" in words or "options" in words else ("marked", "capitals")
        found = explained_at(text, end) or row_at(text, end, kinds)
        if not found and (single := _SINGLE.match(text, end)) is not None and _VALUES.search(words):
            found = [single.span("value")]
        if found:
            coverage.read(paragraph, start, end)
            return _read(paragraph, found, coverage)
    for lead in _UNANNOUNCED.finditer(text):
        found = [] if is_example(lead) else explained_at(text, lead.end())
        if found:
            return _read(paragraph, found, coverage)
    return []


def _remarked(paragraph: Paragraph, coverage: Coverage) -> list[str]:
    """Return the values of a row that ends the first sentence, in parentheses or after a comma."""
    text = paragraph.text
    lead = _REMARK.match(text)
    found = row_at(text, lead.end(), ("marked",)) if lead is not None else []
    if (
        lead is None
        or not found
        or re.search(r"\b(?:if|when|with|and|e\.g|examples?|note|see)\b", lead["words"], re.IGNORECASE)
        or is_example(lead)
    ):
        return []
    values = [word_of(text[slice(*span)]) for span in found]
    ending = r"\s*\)\s*(?:\.|$|…)" if lead["mark"] == "(" else r"\s*(?:\.|$|…)"
    switch = {"true", "false"} >= {value.lower() for value in values}
    if switch or re.match(ending, text[found[-1][1] :]) is None or (lead["mark"] != "(" and not lead["capital"]):
        return []
    coverage.read(paragraph, lead.start("mark"), found[-1][1] + (lead["mark"] == "("))
    return values


def _read(paragraph: Paragraph, spans: list[Span], coverage: Coverage) -> list[str]:
    for start, end in joined(paragraph.text, spans):
        coverage.read(paragraph, start, end)
    return list(dict.fromkeys(word_of(paragraph.text[slice(*span)]) for span in spans))


def find_only(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the only literal of "this will be ..."."""
    found = []
    for paragraph in paragraphs(blocks):
        for match in matches(_ONLY, paragraph.text):
            if not is_example(match) and _IF.isdisjoint(clause_before(paragraph.text, match.start()).lower().split()):
                record(match, paragraph, coverage)
                found.append(Statement("const", value_of(match["value"] or match["set"]), paragraph.place))
    return found
