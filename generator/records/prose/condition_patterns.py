"""The patterns of conditions: how sentences name a property and the values for which a condition holds."""

from __future__ import annotations

import re

from generator.records.prose.sentences import ALTERNATIVES, LITERAL, LITERALS, NO_SUBJECT

_NOUN = r"(?:parameter|property|field|option|setting|flag)"
_IDENTIFIER = r"\b(?-i:[a-z][a-z0-9]*+(?:_[a-z0-9]++)++|[a-z]++(?:[A-Z][a-z0-9]*+)++)\b"
# A property that is named in plain words, which the catalog matches with the step's own names.
_SPELLED = (
    r"\b(?!the\b|this\b)(?:[a-z]+\s++){0,2}?"
    r"(?:type|method|mode|protocol|strategy|format|mechanism|provider|service|option|setting)s?\b"
)
_AUTH = r"(?:authentication|authorization|auth)\b"
_NAME = rf"(?:{LITERAL}|{_IDENTIFIER})"
_OF = rf"(?:(?:the|your|its)\s++)?(?:{_NOUN}\s++)?(?:value\s++(?:of|for)\s++(?:the\s++)?)?"
_SETS = (
    rf"(?:\s++{_NOUN})?(?:\s++value)?"
    r"(?:\s++(?:is|are|was|were|has\s++been)\s++(?:(?:set|equal)\s++(?:to|…)\s++|(?:one\s++of|any\s++of|either)\s++(?:the\s++following\s++)?)?"
    r"|\s++set\s++(?:to|…)\s++|\s++equals?\s++(?:to\s++)?|\s++has\s++(?:the\s++|a\s++)?values?\s++(?:of\s++)?|\s*+(?:==?|:)\s*+)"
    r"(?:the\s++value\s++)?(?:either\s++)?"
)
_BARE = r"(?-i:true|false|(?!NOT\b)[A-Z0-9]\w*+(?:\s[A-Z]\w*+)*+)"
_BARES = rf"{_BARE}(?:,?\s++or\s++{_BARE})*+"
_CHOOSES = r"(?:you\s++)?(?:select|choo?se|use|set|specify|pick|have\s++selected|chosen|have\s++chosen)(?:ed|ing)?"
_AS = r"(?:the|(?:selected|chosen|used|set|specified)\s++(?:as|for)(?:\s++the)?)\s++"
STATES = {
    **dict.fromkeys(("enabled", "turned on", "on", "activated"), "true"),
    **dict.fromkeys(("disabled", "turned off", "off", "deactivated"), "false"),
}
"""The words for a switch's two states."""

_WORDS = r"(?!(?:it|this|that|these|which|there|you|the)\b)[a-z][\w-]*(?:\s[a-z][\w-]*){0,3}?"
PAIRS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<values>{LITERALS}|{_BARES})\s++(?:is|are)\s++{_AS}(?P<name>{_NAME}|{_SPELLED})",
        rf"{_CHOOSES}\s++(?P<values>{LITERALS}|{_BARES})\s++(?:as|for)\s++(?:the\s++|your\s++)?(?P<name>{_NAME}|{_SPELLED})",
        rf"{_CHOOSES}\s++(?:the\s++)?(?P<name>{_NAME}|{_SPELLED})\s++to\s++(?P<values>{ALTERNATIVES}|{_BARES})",
        rf"`\"?(?P<name>[\w.]+)\"?\s*+[:=]\s*+(?P<first>[^`]+)`(?P<others>(?:\s*+(?:,(?:\s*+or\b)?|or\b)\s*+{LITERAL}{NO_SUBJECT})*+)",
        rf"{_OF}(?P<name>{_NAME}|{_SPELLED}){_SETS}(?P<values>{ALTERNATIVES}|{_BARES})",
        rf"{_OF}(?P<name>{LITERAL}\s*+(?:,|\bor\b|\band\b)\s*+{LITERALS}){_SETS}(?P<values>{ALTERNATIVES}|{_BARES})",
        rf"(?:{_CHOOSES}\s++|using\s++|with\s++)?(?:the\s++)?(?P<values>{LITERALS})\s++(?P<name>{_SPELLED}|{_AUTH})",
        rf"(?:using\s++|with\s++)?(?P<values>{_BARES})\s++(?P<name>{_SPELLED}|{_AUTH})",
        rf"{_OF}(?P<name>{_SPELLED})\s++(?P<values>{LITERALS})",
        rf"{_OF}(?P<name>{_NAME}|{_WORDS})(?:\s++{_NOUN})?\s++(?:is|are)\s++(?P<state>{'|'.join(STATES)})\b",
        rf"(?:you\s++)?(?P<state>enable|disable)\s++(?:the\s++)?(?P<name>{_NAME})(?:\s++{_NOUN})?",
    )
)
"""Patterns for a property and its values; ``state`` is one of :data:`STATES`, or "enable" or "disable"."""

PHRASE = (
    r"(?:you(?:['’]re)?\s++)?(?:want\s++(?:to|…)\s++|are\s++)?"
    r"(?:(?:connect(?:ing)?|us(?:e|ing))\s++(?:via\s++|using\s++|through\s++|with\s++|over\s++)?)?"
    r"(?:(?:an?|the|…)\s++)?"
)
"""The words before a vendor's phrase."""

PHRASE_END = r"(?:s|l?ing|\s++connections?)?(?!\w)"
"""The end of a vendor's phrase."""

GIVEN = re.compile(
    rf"{_OF}(?P<name>{_NAME})(?:\s++{_NOUN})?(?:\s++value)?\s++(?:is|has\s++been|was)\s++(?:also\s++)?"
    r"(?:specified|provided|given|set|present|supplied|populated|defined|used)\b(?!\s++to\b)",
    re.IGNORECASE,
)
"""A property that is given, whatever its value."""
