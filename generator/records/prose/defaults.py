"""The default that a sentence states: ``default``, and the default of another property: ``defaultOf``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.listed_values import VALUE, listed_value
from generator.records.prose.sentences import (
    LITERAL,
    NUMBER,
    UNITS,
    clause_before,
    is_distributed,
    matches,
    number_of,
    paragraphs,
    record_match,
    value_of,
)
from generator.records.prose.subject import GENERIC
from generator.records.record import Statement

_MEASURED = rf"{NUMBER}(?:\s*+(?:(?:{UNITS})s?\b|%|percent\b))?"
_PHRASE = r"(?-i:[A-Z]\w*+(?:[ ][A-Z]\w*+)*+(?![’'\w/]|[ ]\w))"
_ADDRESS = r"https?://[^\s()<>\"'`]*[^\s()<>\"'`.,;:]"
_PLAIN = rf"(?-i:true|false|TRUE|FALSE|True|False)\b|{_MEASURED}(?![-\w])|{_ADDRESS}|{_PHRASE}"
_BARE = r"(?!(?:none|null|empty|unset|nothing|off|on|enabled|disabled)\b)[a-z][\w-]*+(?:\.[\w-]++)*+"
_IS = r"(?:is|are|of|was|will\s++be|would\s++be)(?:\s++set\s++to)?"
_UNSET = (
    r"(?:(?:it|this|none|(?:the|this|no)\s++(?:\w+\s++)?(?:value|property|parameter|field|option))\s++(?:is|was)\s++)?"
    r"(?:you\s++(?:leave\s++(?:it|this|the\s++\w+)\s++(?:blank|empty)|do(?:n['’]t|\s++not)\s++(?:specify|provide|set)(?:\s++\w+){0,3}?)"
    r"|not\s++(?:specified|provided|set|given|defined)|omitted|absent|unspecified|unset|left\s++(?:blank|empty|out)|specified|provided|given)"
)
_DEFAULT = re.compile(
    # First with "default" before the value, such as in "The default value is `a`" and "defaults to 7 days".
    rf"\bdefault(?:s|ed)?(?:\s++value)?\s*+(?:[:=]|\b(?:{_IS}|to)(?=\W))\s*+(?:the\s++value\s++)?(?P<value>{LITERAL}|\*\*[\w.-]+\*\*|an\s++empty\s++string|`[^`\s]+$|{_PLAIN})"
    rf"|\(default(?:\s++value)?(?:\s*+[:=]|\s++is)\s*+(?P<bare>{_BARE})\)"
    rf"|\bdefault\s++(?:value\s++)?(?P<beside>(?<=value )(?:{LITERAL}|(?-i:[A-Z][A-Z0-9_]+)\b)|(?:true|false)\b"
    rf"|{_MEASURED}(?=\s*+(?:[.,;)\]…]|$)))"
    rf"|\bby\s++default,\s++(?P<just>{LITERAL}|(?:true|false)\b|{_MEASURED})"
    # The same with words between, such as in "The default number of boxes is 100".
    rf"|(?P<read3>\bdefault\s++)(?:(?:(?!value\b)[\w-]+\s++){{0,6}}?|…\s*+)"
    rf"(?P<read4>(?:(?!here\b)[\w-]+\s*+[:=]|{_IS})\s++(?P<named>{LITERAL}|{_PLAIN}))"
    rf"|(?P<marked>{LITERAL})\s*+(?:-?\s*+\((?:the\s++)?default\)|,\s++the\s++default\b)"
    rf"|\bdefault(?:\s++(?:value|option|mode))?\s++\((?P<inside>{LITERAL})\)"
    rf"|(?P<used>{LITERAL})\s++(?:is|will\s++be)\s++(?:the\s++default(?:\s++value)?\b|used\s++by\s++default\b)"
    # "By default, the form is JSON", "7 days by default"
    rf"|(?P<read1>\bby\s++default,?\s++)(?:(?:(?:the|this|it|we|its)\s++)?(?:[a-z]+\s++){{0,3}}?|…\s*+)"
    rf"(?P<read2>(?:(?:is|uses?|equals|will\s++be)(?:\s++set\s++to)?|set\s++to)\s++(?P<set>{LITERAL}|{_PLAIN}))"
    rf"|(?P<ahead>{LITERAL}|\b(?:true|false)|{_MEASURED})\s++by\s++default\b"
    # "If omitted, `a` is used"
    rf"|\b(?:if|when|unless)\s++{_UNSET},\s++(?:(?:then\s++)?(?P<fallback>{LITERAL})\s++(?:is|will\s++be)\s++(?:used|assumed|applied|chosen)"
    rf"|(?:it|the\s++(?:value|default))\s++(?:is|will\s++be)\s++(?:set\s++to\s++)?(?P<put>{LITERAL}|{_PLAIN})"
    rf"|(?:[a-z]+\s++){{0,2}}?(?:uses?|defaults?\s++to)\s++(?P<fallen>{LITERAL}|{_PLAIN})"
    rf"|(?P<alone>{LITERAL})(?=\s*+(?:\.(?:\s|$)|;|$)))"
    rf"|(?<!otherwise\s)(?<!otherwise,\s)(?P<read5>(?P<kept>{LITERAL})\s++(?:is|will\s++be)\s++used)(?:\s++as\s++(?:a|the)\s++value|\s*+…)?\s++(?P<read6>(?:if|when)\s++{_UNSET})(?=\s*+(?:[.,;)…]|$))"
    rf"|(?P<mostly>{LITERAL})\s++unless\s++(?:otherwise\s++)?(?:specified|set|provided|changed|given)\b"
    r"|\b(?<!not\s)(?<!n[’']t\s)(?P<state>enabled|disabled|(?:turned|switched|is|are)\s++(?:on|off))\s++by\s++default\b"
    r"|\bby\s++default,?\s++(?:it|(?:this|the)\s++\w+)\s++is\s++(?P<status>enabled|disabled|turned\s++(?:on|off))\b",
    re.IGNORECASE,
)
_HINT = re.compile("default|used?|unless|omitted|absent|unset|blank|specif|provided|assumed|not set", re.IGNORECASE)
_VALUES = (
    "value",
    "bare",
    "beside",
    "just",
    "named",
    "inside",
    "marked",
    "used",
    "set",
    "ahead",
    "fallback",
    "put",
    "alone",
    "fallen",
    "kept",
    "mostly",
)
_SWITCHES = ("state", "status")

# A default in some circumstances only, unless they are that nothing is given.
_CIRCUMSTANCE = re.compile(
    r"['’]s\b|\s++(?:ago|before|after|prior)\b|\s++and\s++for\b|(?:\s*+,)?\s++(?:for\s++(?!(?:all|any|every|each|this|the)\b)\w|(?:if|when|where|unless)\b)(?![^.…]{0,80}\b(?:not|no|omitted|null|empty|blank|unset|absent|missing|nothing)\b)"
)
_CONDITION = re.compile(r"(?:if|when)\b|(?:for|on)\s++(?!this|all|every|each)[^,]*,\s*+(?:the\s++)?$", re.IGNORECASE)
_IF_UNSET = re.compile(rf"(?:if|when)\s++{_UNSET}", re.IGNORECASE)
# The name of a place, followed by its address.
_NAMED_ADDRESS = re.compile(rf"\s\((?P<address>{_ADDRESS})\)")
# "Access to the API is disabled by default" in a later sentence: something else is disabled.
_OF_ANOTHER = re.compile(
    rf"[.!?]\s++\(?+(?!(?:it|this|that|the\s++{GENERIC})\b)[^.!?…]{{0,80}}\s(?:is|are)\s++$", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"<[^<>]*>|\{[^{}]*\}")
_IS_DEFAULT = re.compile(
    r"\bthis\s++is\s++the\s++default\b|\((?:the\s++)?default\)|\b(?:this|it|that)\s++is\s++used\s++by\s++default\b"
    r"|\bis\s++used\s++by\s++default\b|,\s++the\s++default\b",
    re.IGNORECASE,
)

_NAME = r"`[a-z][a-z0-9]*(?:_[a-z0-9]+)+`"
_OTHER = re.compile(
    rf"\bdefault\s++(?P<name1>{_NAME})(?:\s++value)?\s*+(?:\(|\bis\s++|\bof\s++|:)\s*+(?P<value1>{LITERAL}|{NUMBER})\)?"
    rf"|(?P<name2>{_NAME})\s++(?:will\s++|property\s++)*defaults?\s++to\s++(?P<value2>{LITERAL}|{NUMBER})"
    rf"|\bdefault\s++(?:value\s++)?(?:of|for)\s++(?:the\s++)?(?P<name3>{_NAME})\s++(?:is|will\s++be)\s++(?P<value3>{LITERAL}|{NUMBER})",
    re.IGNORECASE,
)


def find_default(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return every default that a sentence, or an item of a list of values, states, as it is printed.

    Of a number with a unit, only the number is returned. A value with a placeholder is no default.
    """
    statements = []
    for paragraph in paragraphs(blocks):
        for match in _default_matches(paragraph.text):
            value = None if is_distributed(match) else _value(match)
            if value is not None:
                record_match(match, paragraph, coverage)
                address = _NAMED_ADDRESS.match(match.string, match.end())
                if address is not None and value == address["address"]:
                    coverage.read(paragraph, *address.span())
                statements.append(Statement("default", value, paragraph.place))
    return [*statements, *_in_lists(blocks, coverage)]


def _default_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches for defaults, without those that are about a named property."""
    if _HINT.search(text) is None:
        return
    others = [match.span() for match in matches(_OTHER, text)]
    for match in matches(_DEFAULT, text):
        if not any(start < match.end() and match.start() < end for start, end in others):
            yield match


def _value(match: re.Match[str]) -> str | None:
    """Return the default of a match; ``None`` where it depends on circumstances or is not a value."""
    switch = next((match[name] for name in _SWITCHES if match[name]), None)
    if switch is not None:
        if _OF_ANOTHER.search(match.string[: match.start()]) is not None:
            return None
        return "false" if switch.lower().endswith(("disabled", "off")) else "true"
    name = next(name for name in _VALUES if match[name] is not None)
    if name != "mostly" and _CIRCUMSTANCE.match(match.string, match.end()) is not None:
        return None
    # "If the default is `a`, …" states nothing.
    before = clause_before(match.string, match.start())
    if name in ("value", "used") and _CONDITION.match(before) and not _IF_UNSET.match(before):
        return None
    named = _NAMED_ADDRESS.match(match.string, match.end()) if name in ("value", "named", "set") else None
    value = named["address"] if named is not None else _plain_value(match[name])
    return None if _PLACEHOLDER.search(value) else value


def _plain_value(literal: str) -> str:
    """Return the value of a literal or of bare words, a number without its unit and separators of thousands."""
    value = value_of(literal.strip("*"))
    if literal[0] in "`“\"'":
        number = re.fullmatch(NUMBER, value) if "," in value else None
        return value if number is None else str(number_of(value))
    number = re.match(NUMBER, value)
    if number is not None:
        return str(number_of(number[0]))
    if value.endswith("empty string"):
        return ""
    return value.lower() if value in ("True", "False") else value


def _in_lists(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    statements = []
    outside_lists = set(paragraphs(blocks))
    for paragraph in paragraphs(blocks, in_lists=True):
        item, default = VALUE.match(paragraph.text), _IS_DEFAULT.search(paragraph.text)
        if paragraph not in outside_lists and item is not None and default is not None:
            coverage.read(paragraph, *item.span())
            coverage.read(paragraph, *default.span())
            statements.append(Statement("default", listed_value(item), paragraph.place))
    return statements


def find_default_of(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the defaults of named properties; the name may be that of the described property."""
    defaults: dict[str, str] = {}
    place = ""
    for paragraph in paragraphs(blocks):
        for match in matches(_OTHER, paragraph.text):
            record_match(match, paragraph, coverage)
            name, value = next((match[f"name{n}"], match[f"value{n}"]) for n in "123" if match[f"name{n}"])
            defaults.setdefault(value_of(name), value_of(value))
            place = place or paragraph.place
    return [Statement("defaultOf", defaults, place)] if defaults else []
