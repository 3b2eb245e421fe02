"""Values that no word such as "values" announces: "Mode (`a` or `b`)", "Use `a` for this and `b` for that"."""

from __future__ import annotations

import re

from generator.blocks.block import Block, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose.rows import row_at, word_of
from generator.records.prose.sentences import is_example, matches, paragraphs, record_match, values_of
from generator.records.record import Statement

# What precedes a row that ends the first sentence: "The place (`a` or `b`)", "Place, `A` or `B`".
_MARKED = re.compile(r"^(?P<words>[^`.:;]*?)(?P<mark>\(|[,:]\s++)(?=[`“](?:(?P<capital>[A-Z])|[^`”]))")
# Values without markup need a noun that introduces them.
_BARE = re.compile(
    r"^(?P<words>(?>[^`.:;(]*?\b(?P<noun>(?i:type|mode|method|format|strategy|level|option|kind|protocol|environment|region|version|style|scheme))s?\b)"
    r"[^`.:;(]*?)(?P<mark>\(|[,:]\s++)(?=[A-Z])"
)
_NO_REMARK = re.compile(r"\b(?:if|when|with|and|e\.g|examples?|instance|such|note|see|values|options)\b", re.IGNORECASE)

# A value that each of two circumstances asks for; switches are found elsewhere.
_SET = r"set(?:\s++(?:it|this|the\s++(?:value|property|parameter|field)))?(?:\s++(?:to|as))?"
_ASKED = rf"(?:provide|enter|use|specify|select|choose|{_SET})"
_WORD = r"`(?!\"?(?:true|false)\b)[^`\s]+`"
# Names of properties have underscores.
_NO_NAME = r"(?:`(?!\"?(?:true|false)\b)(?:(?-i:[A-Z])[^`\s]*|[a-z0-9.-]+)`|(?<!\w)'(?-i:[A-Z])[^'\s]*')"
_CHOICE = re.compile(
    rf"(?P<read1>\b{_ASKED}\s++(?:the\s++value\s++to\s++)?)(?P<read2>{_WORD})(?:[^`()]|\([^()]*+\)){{0,160}}?"
    rf"(?P<read3>\b(?:otherwise|else)\b,?\s*+(?:{_ASKED}\s++)?)(?P<read4>{_WORD})"
    rf"|(?P<read5>\b(?P<verb>provide|enter|use|specify|select|choose)\s++)(?P<read6>{_WORD})(?:[^`()]|`[^`]*+`){{0,120}}?"
    rf"(?P<read7>\bif\b)(?:[^`()]){{0,60}}?(?P<read8>\b(?P=verb)\s++)(?P<read9>{_WORD})"
    rf"|(?P<read10>\b{_ASKED}\s++{_NO_NAME}\s++(?:for|to|if|when)\b)[^`.]{{0,80}}?"
    rf"(?P<read11>(?:,|\bor\b|\band\b|…)\s*+(?:or\s++|and\s++)?(?:{_ASKED}\s++)?{_NO_NAME}\s++(?:for|to|if|when)\b)",
    re.IGNORECASE,
)


def find_unannounced(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of a remark in the first sentence, or else of a choice between two cases."""
    for paragraph in paragraphs(blocks):
        values = _values_of_remark(paragraph, coverage)
        if values:
            return [Statement("enum", values, paragraph.place)]
    for paragraph in paragraphs(blocks):
        for match in matches(_CHOICE, paragraph.text):
            values = _values_of_choice(match)
            if len(values) > 1:
                record_match(match, paragraph, coverage)
                return [Statement("enum", values, paragraph.place)]
    return []


def _values_of_choice(match: re.Match[str]) -> list[str]:
    """Return the different values of two cases."""
    groups = [("read2", "read4"), ("read6", "read9"), ("read10", "read11")]
    first, last = next(match.group(*names) for names in groups if match[names[0]])
    return list(dict.fromkeys((*values_of(first), *values_of(last))))


def _values_of_remark(paragraph: Paragraph, coverage: Coverage) -> list[str]:
    """Return the values of a row that ends the first sentence, in parentheses or after a comma."""
    text = paragraph.text
    for pattern, kinds in ((_MARKED, ("marked",)), (_BARE, ("capitals", "words"))):
        lead = pattern.match(text)
        spans = row_at(text, lead.end(), kinds) if lead is not None else []
        if lead is None or not spans or _NO_REMARK.search(lead["words"]) or is_example(lead):
            continue
        in_brackets = lead["mark"] == "("
        values = [word_of(text[slice(*span)]) for span in spans]
        ends = re.match(r"\s*+\)\s*+(?:\.|$|…)" if in_brackets else r"\s*+(?:\.|$|…)", text[spans[-1][1] :])
        if ends is None or {"true", "false"} >= {value.lower() for value in values}:
            continue
        if in_brackets or _is_certain(lead, values):
            coverage.read(paragraph, lead.start("mark"), spans[-1][1] + in_brackets)
            if pattern is _BARE:
                coverage.read(paragraph, *lead.span("noun"))
            return values
    return []


def _is_certain(lead: re.Match[str], values: list[str]) -> bool:
    """Return whether words after a comma or colon are values, to judge by their capitals or underscores."""
    if lead.re is _MARKED:
        return bool(lead["capital"])
    if lead["mark"].startswith(","):
        return all("_" in value for value in values)
    return all(value[1:] != value[1:].lower() for value in values)
