"""The form of a value: encoded booleans and integers, units, lists, JSON and prefixes."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import (
    LITERAL,
    UNITS,
    clause_before,
    first_statements,
    matches,
    paragraphs,
    record_match,
    value_of,
)
from generator.records.record import Statement

_TRUE_OR_FALSE = r"[`“\"](?:true|false)[`”\"]"
_SWITCH = re.compile(
    rf"\bif(?:\s++(?:this\s++is\s++)?set\s++to)?\s++{_TRUE_OR_FALSE}"
    # "If `other` is set to `true`" is about another switch.
    rf"|(?<!\bis\s)(?<!\bare\s)(?<!`\s)\bset(?:\s++(?!`)\w+){{0,3}}\s++to\s++{_TRUE_OR_FALSE}"
    rf"|{_TRUE_OR_FALSE}\s++(?:if|to|when)\b|(?<!\()[`“\"]true[`”\"]\s++or\s++[`“\"]false[`”\"](?!\s*+,)"
    rf"|\([`“\"]true[`”\"]\s++or\s++[`“\"]false[`”\"]\)(?=\s*+(?:[.…]|$))"
    r"|\bdefaults?\s++(?:to|is|value\s++is)\s++[`“\"]?(?:true|false)\b(?!\s++(?:for|if|when|unless)\b)"
    rf"|\bspecify\s++{_TRUE_OR_FALSE}",
    re.IGNORECASE,
)

_COUNTED = f"{UNITS}|percent|byte|kilobyte|megabyte|record|row|page|object|line"
_UNIT = re.compile(
    rf"\b(?:(?:maximum\s++|total\s++)?(?:number|amount|count)\s++of\s++(?:(?!(?:per|in|of|to|for|each|every|a|on|and)\b)\w+\s++){{0,2}}?(?P<counted>{_COUNTED})s?\b"
    rf"|(?:how\s++\w+,\s++)?(?<!for\s)(?<!\d\s)\bin\s++(?P<named>{_COUNTED})s\b|\b(?P<share>percentage)\s++of\b"
    rf"|\bhow\s++many\s++(?P<many>{_COUNTED})s\b|^(?P<first>{UNITS})s\s++(?:to|of|between|before|after)\b"
    rf"|\b(?:can|may|must|should)\s++be\s++(?:\d+,?\s++){{1,4}}or\s++\d+\s++(?P<listed>{UNITS})s\b)|\((?P<remark>{UNITS})s\)",
    re.IGNORECASE,
)
_INTEGER = re.compile(
    r"\bonly\s++(?:numeric\s++characters|digits|integers|whole\s++numbers)\b|"
    r"\b(?:the|a|maximum|total)\s++(?:maximum\s++|total\s++)?(?:number|amount|count)\s++of\b|\bnumber\s++of\s++(?:days|months|rows|records)"
    r"|\b(?:the|server|SSH|host)\s++port\s++(?:of|for|number|used|on)\b|\b(?:must|should)\s++be\s++(?:an?\s++)?(?:positive\s++|non-negative\s++|whole\s++)?(?:integer|number)\b"
    r"|\b(?:window|number),\s++in\s++(?:days|minutes|hours|seconds|months)\b",
    re.IGNORECASE,
)


def _unit(match: re.Match[str]) -> dict[str, str]:
    unit = next(filter(None, match.groups())).lower()
    return {"unit": "percent" if unit == "percentage" else unit}


_MIDNIGHT = re.compile(r"\bmust be midnight\b", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?P<word>comma|space|semicolon|semi-colon|colon|pipe|tab|newline|line)[\s-](?:delimited|delineated|sep[ae]rated)\b(?!\s++(?:data|files?|text|format)\b)"
    r"|(?<!\bare\s)\b(?:delimited|sep[ae]rated|delineated)\s++(?:by|with|using)\s++(?:an?\s++|the\s++)?(?P<plain>comma|space|semicolon|semi-colon|pipe|newline)s?\b"
    r"|\bsep[ae]rate\s++(?:[\w-]+\s++){0,4}?(?:by|with|using)\s++(?:an?\s++)?(?P<with>comma|space|semicolon|semi-colon|pipe|newline)s?\b"
    r"|\buse\s++(?:an?\s++)?(?P<use>comma|space|semicolon|semi-colon|pipe|newline)s?\s++to\s++separate\b|\bone\s++per\s++(?P<per>line)\b"
    r"|\bare\s++(?:delimited|sep[ae]rated|delineated)\s++(?:by|with|using)\s++(?P<plural>comma|space|semicolon|semi-colon|pipe|newline)s\b",
    re.IGNORECASE,
)
_SEPARATORS = {
    "comma": ",", "space": " ", "semicolon": ";", "semi-colon": ";", "colon": ":", "pipe": "|", "tab": "\t",
    "newline": "\n", "line": "\n",
}  # fmt: skip


def _list(match: re.Match[str]) -> dict[str, str]:
    separator = next(filter(None, match.groups()))
    return {"encoding": "list", "separator": _SEPARATORS[separator.lower()]}


# What is exported, stored or returned as JSON is not the value.
_GIVEN = "".join(
    rf"(?<!\b{verb}\s)" for verb in ("sync", "synced", "export", "exported", "store", "stored", "returned", "written")
)
_JSON = re.compile(
    rf"(?<!\breturned\sin\sa\s)(?<!\breturned\sas\sa\s)\bJSON\s++(?:object|array|string|blob|document)\b|{_GIVEN}\bas\s++(?:an?\s++)?JSON\b(?!\s++(?:objects|instead)\b)"
    rf"|{_GIVEN}\bin\s++JSON\s++format\b|\bJSON\s++(?:\w+\s++)?key\s++file\b"
    r"|\btyped\s++as\s++a\s++`STRING`\s++and\s++takes\b|\bJSON-(?:formatted|encoded)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    rf"\b(?:(?:begin(?:s|ning)?|start(?:s|ing)?)\s++with|prefix(?:ed)?\s++(?:with|by))\s++(?P<value>{LITERAL}|https?://(?=[\s.,;…]|$))"
    r"(?!\s*+(?:,\s*+[`“\"']|,?\s*+(?:or|and)\b|/))"
    r"|\bmust\s++include\s++(?:the\s++)?(?P<scheme>`[a-z]+://`)(?!\s*+(?:,|or\b))",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|when|unless|where|usually|typically|normally|often|not|cannot|can['’]t|don['’]t|mustn['’]t)\b",
    re.IGNORECASE,
)


def find_switch(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that a string encodes a boolean, if a sentence treats the value as true or false."""
    return first_statements((_SWITCH, {"encoding": "boolean"}), blocks, coverage)


def find_unit(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the unit that a sentence states."""
    return first_statements((_UNIT, _unit), blocks, coverage)


def find_integer(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that a string encodes an integer, if a sentence treats the value as a count or a number."""
    return first_statements((_INTEGER, {"encoding": "integer"}), blocks, coverage)


def find_midnight(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that the time must be midnight, if a sentence states it."""
    return first_statements((_MIDNIGHT, {"midnight": True}), blocks, coverage)


def find_list(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that a string encodes a list, and its separator."""
    return first_statements((_LIST, _list), blocks, coverage)


def find_json(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that a string encodes JSON, if a sentence states it."""
    return first_statements((_JSON, {"encoding": "json"}), blocks, coverage)


def find_prefix(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the prefix that a sentence states; "if it begins with `a`" is a condition."""
    for paragraph in paragraphs(blocks, in_lists=True):
        for match in matches(_PREFIX, paragraph.text):
            if _CONDITIONAL.search(clause_before(paragraph.text, match.start())) is None:
                record_match(match, paragraph, coverage)
                return [Statement("prefix", value_of(match["value"] or match["scheme"]), paragraph.place)]
    return []
