"""The values that a property accepts (``enum``), its only value (``const``) and its default (``default``)."""

from __future__ import annotations

import itertools
import re

from generator.blocks.block import Block, List, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose.sentences import LITERAL, LITERALS, paragraphs, value_of, values_of, wordings
from generator.records.record import Statement

_ACCEPTED = r"(?:accepted|possible|valid|allowed|permitted|supported|available)\s+(?:values?|options?|choices)"
_BEFORE_LIST = re.compile(
    rf"\b(?:{_ACCEPTED}|one of(?: the following)?(?: values?)?)\b[^.:…]{{0,30}}:\s*$", re.IGNORECASE
)
_VALUE = re.compile(r"(?:`(?P<code>[^`]+)`|[‘'\"“](?P<quoted>[^‘’'\"“”\s]+)[’'\"”])(?=$|[\s.,:;(–—-])")

_LEAD = re.compile(
    rf"\b(?:{_ACCEPTED}(?:\s+(?:are|include|is))?\s*:?"
    r"|(?:value|property|field|this)\s+(?:will|must|should|can|may)\s+be(?:\s+set\s+to)?(?:\s+either)?(?:\s+one\s+of)?"
    r"|either\s+(?:one\s+)?of|one\s+of(?:\s+the\s+following)?\s*:?)\s*",
    re.IGNORECASE,
)
# "either `a` or `b` must be provided" names properties, not values.
_ROW = re.compile(rf"{LITERALS}(?!\s+(?:must|has\s+to|should|needs\s+to)\b)")
# Numbers, and names in capitals, need no marks to be known as values.
_BARE = r"\b(?:[0-9]+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\b"
_BARE_ROW = re.compile(rf"{_BARE}(?:,\s*{_BARE})*,?\s+(?:or|and)\s+{_BARE}(?!\s+(?:must|has\s+to|should)\b)")
_NEXT = re.compile(
    rf"[^`]*?(?:[,;\n…]|\s-\s|\.\s|\bor\b|\band\b)\s*(?:or\s+|and\s+)?(?={LITERAL}\s*(?:[:,.;–—-]|$|\)|or\b|and\b))"
)
_EXPLAINED = re.compile(rf"(?:-\s+)?(?P<value>{LITERAL})\s*[:–—-]\s*")

_ONLY = re.compile(
    rf"(?:\bthis(?:\s+(?:value|property|field))?\s+(?:must|will|should)(?:\s+always)?\s+be(?:\s+set\s+to)?"
    rf"|\bmust\s+have\s+a\s+value\s+of"
    rf"|\bonly\s+(?:supported|accepted|possible|valid|allowed)\s+(?:option|value)\s+is)\s+"
    rf"(?P<value>{LITERAL})(?!\s*(?:,|/|or\b|and\b|if\b|when\b|for\b))",
    re.IGNORECASE,
)

_BARE_DEFAULT = r"(?:true|false|TRUE|FALSE|-?\d+(?:\.\d+)?(?=[\s.,;)]|$)|[A-Z]\w*(?:[ _][A-Z]\w*)*(?=\.|$|,|\)))"
_DEFAULT = re.compile(
    rf"(?:\bdefaults?(?:\s+value)?(?:\s+(?:is|of|will\s+be|would\s+be)(?:\s+set\s+to)?|\s*[:=]|\s+to)\s*"
    rf"|\bdefault\s+value\s+)(?P<value>{LITERAL}|{_BARE_DEFAULT})"
    rf"|(?P<marked>{LITERAL})\s*-?\s*\((?:the\s+)?default\)"
    rf"|(?P<used>{LITERAL})\s+is\s+(?:the\s+default(?:\s+value)?\b|used\s+by\s+default\b)"
    rf"|\bby\s+default,?\s+the\s+(?:value|property)\s+is\s+(?:set\s+to\s+)?(?P<set>{LITERAL}|true|false)",
    re.IGNORECASE,
)
_SAID = re.compile(r"\bthis\s+is\s+the\s+default\b|\(default\)|\bis\s+used\s+by\s+default\b", re.IGNORECASE)


def find_listed(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of a list after words such as "Accepted values are:", if each item begins with one."""
    for lead, listing in itertools.pairwise(blocks):
        if not isinstance(lead, Paragraph) or not isinstance(listing, List):
            continue
        announced = _BEFORE_LIST.search(lead.text)
        found = [(item.lead, match) for item in listing.items if item.lead and (match := _VALUE.match(item.lead.text))]
        if announced is None or not found or len(found) < len(listing.items):
            continue
        coverage.read(lead, *announced.span())
        for paragraph, match in found:
            coverage.read(paragraph, *match.span())
        coverage.claim(*listing.items)
        values = list(dict.fromkeys(match["code"] or match["quoted"] for _, match in found))
        return [Statement("enum", values, lead.place)]
    return []


def find_in_sentence(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the values of the first sentence that announces at least two."""
    for paragraph in paragraphs(blocks):
        for lead in _LEAD.finditer(paragraph.text):
            values = _explained(paragraph, lead, coverage) or _row(paragraph, lead, coverage)
            if values:
                return [Statement("enum", values, paragraph.place)]
    return []


def _row(paragraph: Paragraph, lead: re.Match[str], coverage: Coverage) -> list[str]:
    """Return the values of "`a`, `b` or `c`"."""
    row = _ROW.match(paragraph.text, lead.end()) or _BARE_ROW.match(paragraph.text, lead.end())
    values = (values_of(row[0]) or re.findall(_BARE, row[0])) if row is not None else []
    if row is None or len(values) < 2:
        return []
    coverage.read(paragraph, lead.start(), row.end())
    return values


def _explained(paragraph: Paragraph, lead: re.Match[str], coverage: Coverage) -> list[str]:
    """Return the values of "`a` - this, `b` - that"."""
    matches = []
    match = _EXPLAINED.match(paragraph.text, lead.end())
    while match is not None:
        matches.append(match)
        gap = _NEXT.match(paragraph.text, match.end())
        match = _EXPLAINED.match(paragraph.text, gap.end()) if gap is not None else None
    if len(matches) < 2:
        return []
    for each in (lead, *matches):
        coverage.read(paragraph, *each.span())
    return values_of(" ".join(each["value"] for each in matches))


def find_only(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the only literal of "this will be ..."."""
    return [Statement("const", value_of(match["value"]), place) for match, place in wordings(_ONLY, blocks, coverage)]


def find_default(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return every default that a sentence states, as it is printed, or an item of a list of values."""
    found = []
    for match, place in wordings(_DEFAULT, blocks, coverage):
        literal = match["value"] or match["marked"] or match["used"] or match["set"]
        found.append(Statement("default", value_of(literal), place))
    own = set(paragraphs(blocks))
    for paragraph in paragraphs(blocks, in_lists=True):
        item, said = re.match(LITERAL, paragraph.text), _SAID.search(paragraph.text)
        if paragraph not in own and item is not None and said is not None:
            coverage.read(paragraph, *item.span())
            coverage.read(paragraph, *said.span())
            found.append(Statement("default", value_of(item[0]), paragraph.place))
    return found
