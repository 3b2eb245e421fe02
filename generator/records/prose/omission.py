"""The words about what happens without a property, which is then optional."""

from __future__ import annotations

import re

from generator.records.prose.sentences import LITERAL, value_of
from generator.records.prose.subject import GENERIC, sentence_start

_GIVEN = r"(?:provided|specified|set|given|supplied|defined|present|filled(?:\s++in)?|passed|entered|configured)"
_GONE = (
    r"(?:omitted|skipped|empty|blank|missing|absent|unset|undefined|unspecified|left\s++(?:empty|blank|out)|null"
    rf"|not\s++{_GIVEN})"
)
_THIS = rf"(?:(?:it|this)(?:\s++{GENERIC})?|the\s++{GENERIC})"
WORDS = re.compile(
    rf"\bif\s++(?:(?:this(?:\s++{GENERIC})?|the\s++{GENERIC}|it)(?:\s++(?:is|was)|\s*+['’]s)\s++(?:set\s++to\s++[`\w]+\s++or\s++)?)?{_GONE}\b"
    rf"|\bif\s++the\s++\w+\s++is\s++not\s++{_GIVEN},\s++the\s++default\b"
    rf"|\bif\s++you\s++(?:(?:do\s++not|don['’]t)\s++(?:specify|provide|set|enter|supply)|omit|skip)\s++(?:{_THIS}|an?y?\s++value|one)\b"
    rf"|\b(?:can|may|could)\s++be\s++(?:omitted|skipped|left\s++(?:blank|empty|out))\b(?!\s++(?:if|when|for|unless)\b)"
    rf"|\byou\s++(?:can|may)\s++(?:omit|skip|leave\s++out)\s++{_THIS}\b"
    rf"|\b(?:leave|leaving)\s++(?:{_THIS}\s++)?(?:blank|empty|unset)\b"
    r"|(?:^|[.!]\s++|…\s++)an\s++empty\s++value\s++(?:defaults|means)\b",
    re.IGNORECASE,
)
"""Words that say what happens without the property, or that it need not be given."""

IN_LISTS = re.compile(
    rf"\bif\s++(?:(?:this|the)\s++{GENERIC}\s++(?:is|was)\s++{_GONE}|no\s++(?:value|{GENERIC})\s++(?:is|was)\s++{_GIVEN})\b",
    re.IGNORECASE,
)
"""The same, in words that concern the property even next to one of its values."""

_DEFAULT = re.compile(r"\bdefault", re.IGNORECASE)


def is_of_property(match: re.Match[str], name: str) -> bool:
    """Return whether a match states that the property ``name`` is optional.

    Words after a value or a default are about that value, and "it" may be another property that is named before.
    """
    before = match.string[sentence_start(match.string, match.start()) : match.start()]
    literals = [value_of(literal) for literal in re.findall(LITERAL, before)]
    if match[0].lower().startswith("if"):
        return not literals and _DEFAULT.search(before) is None
    return all(literal == name for literal in literals)
