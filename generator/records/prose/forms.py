"""The form of a value: encoded booleans and numbers, quantities, ranges, dates, lists, JSON and prefixes."""

from __future__ import annotations

import re

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import LITERAL, Rule, first, first_of_each, value_of
from generator.records.record import Statement

_SWITCH = re.compile(
    r"\bif(?:\s+(?:this\s+is\s+)?set\s+to)?\s+[`“\"](?:true|false)[`”\"]|(?<!\bis\s)(?<!\bare\s)\bset(?:\s+\w+){0,3}\s+to\s+[`“\"](?:true|false)[`”\"]"
    r"|[`“\"](?:true|false)[`”\"]\s+(?:if|to|when)\b|[`“\"]true[`”\"]\s+or\s+[`“\"]false[`”\"](?!\s*,)|\bdefaults?\s+(?:to|is|value\s+is)\s+[`“\"]?(?:true|false)\b"
    r"|\bspecify\s+[`“\"](?:true|false)[`”\"]",
    re.IGNORECASE,
)

_UNITS = "second|minute|hour|day|week|month|year|percent|byte|kilobyte|megabyte|record|row|page|millisecond|object"
_UNIT = re.compile(
    rf"\b(?:(?:maximum\s+|total\s+)?(?:number|amount|count)\s+of\s+(?:\w+\s+)?(?P<counted>{_UNITS})s?\b"
    rf"|(?:how\s+\w+,\s+)?(?<!for\s)(?<!\d\s)\bin\s+(?P<named>{_UNITS})s\b|\b(?P<share>percentage)\s+of\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\bbetween\s+[`“]?(?P<low>-?\d+)[`”]?\s+and\s+[`“]?(?P<high>-?\d+)[`”]?"
    r"|\bfrom\s+[`“]?(?P<first>\d+)[`”]?\s+to\s+[`“]?(?P<last>\d+)[`”]?(?=\s*(?:days|months|percent|%|[.)]|$))",
    re.IGNORECASE,
)
_INTEGER = re.compile(
    r"\b(?:the|a|maximum|total)\s+(?:maximum\s+|total\s+)?(?:number|amount|count)\s+of\b|\bnumber\s+of\s+(?:days|months|rows|records)"
    r"|\b(?:the|server|SSH|host)\s+port\s+(?:of|for|number|used|on)\b|\b(?:must|should)\s+be\s+(?:an?\s+)?(?:positive\s+)?(?:integer|number)\b"
    r"|\b(?:window|number),\s+in\s+(?:days|minutes|hours|seconds|months)\b",
    re.IGNORECASE,
)
_NUMBERS: tuple[Rule, ...] = (
    (_UNIT, lambda match: {"unit": (match["counted"] or match["named"] or "percent").lower()}),
    (
        _RANGE,
        lambda match: {"minimum": int(match["low"] or match["first"]), "maximum": int(match["high"] or match["last"])},
    ),
    (_INTEGER, {"encoding": "integer"}),
)

_FORMATS: tuple[Rule, ...] = (
    (re.compile(r"ISO[\s-]?8601", re.IGNORECASE), {"format": "date-time"}),
    (re.compile(r"\bYYYY-MM-DD(?!T)", re.IGNORECASE), {"format": "date"}),
    (re.compile(r"\bcron expression representing\b", re.IGNORECASE), {"format": "cron"}),
)
_MIDNIGHT = re.compile(r"\bmust be midnight\b", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?P<word>comma|space|semicolon|semi-colon|pipe|newline)[\s-](?:delimited|delineated|separated)\b"
    r"|\b(?:delimited|separated)\s+by\s+(?:a\s+)?(?P<plain>comma|space|semicolon|semi-colon|pipe)s?\b",
    re.IGNORECASE,
)
_SEPARATORS = {"comma": ",", "space": " ", "semicolon": ";", "semi-colon": ";", "pipe": "|", "newline": "\n"}
_JSON = re.compile(
    r"\bJSON\s+(?:object|array|string|blob|document)\b|\bas\s+(?:a\s+)?JSON\b|\bin\s+JSON\s+format\b|\bJSON\s+(?:\w+\s+)?key\s+file\b"
    r"|\btyped\s+as\s+a\s+`STRING`\s+and\s+takes\b|\bJSON-(?:formatted|encoded)\b",
    re.IGNORECASE,
)
_STRINGS: tuple[Rule, ...] = (
    (_MIDNIGHT, {"midnight": True}),
    (_LIST, lambda match: {"encoding": "list", "separator": _SEPARATORS[(match["word"] or match["plain"]).lower()]}),
    (_JSON, {"encoding": "json"}),
)
_PREFIX: Rule = (
    re.compile(rf"\b(?:begins?|starts?|prefixed)\s+with\s+(?P<value>{LITERAL})(?!\s*(?:,|or\b))", re.IGNORECASE),
    lambda match: {"prefix": value_of(match["value"])},
)


def find_switch(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return that a string encodes a boolean, if a sentence treats the value as true or false."""
    return first((_SWITCH, {"encoding": "boolean"}), blocks, coverage)


def find_number(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the unit, the range and the integer encoding that sentences state."""
    return first_of_each(_NUMBERS, blocks, coverage)


def find_string(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the format, midnight, list, JSON and prefix that sentences state."""
    formats = (first(rule, blocks, coverage) for rule in _FORMATS)
    return [
        *next(filter(None, formats), []),
        *first_of_each(_STRINGS, blocks, coverage),
        *first(_PREFIX, blocks, coverage, in_lists=True),
    ]
