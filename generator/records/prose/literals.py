"""Literals in sentences: values in code or quotation marks, one or several in a row."""

from __future__ import annotations

import re

LITERAL = r"(?:`[^`]+`|“[^”]+”|\"[^\"\s]+\"|(?<!\w)'[^'\s]+'(?!\w))"
"""A pattern for one literal; no groups."""

LITERALS = rf"{LITERAL}(?:\s*(?:,\s*(?:or|and)?|/|\bor\b|\band\b)\s*{LITERAL})*"
"""A pattern for one literal or several, with commas or words between; no groups."""

ALTERNATIVES = rf"{LITERAL}(?:\s*(?:,\s*(?:or\b)?|/|\bor\b)\s*{LITERAL}(?!\s*(?:is|are|has|equals?)\b|\s*[=:]))*"
"""A pattern for the values of one condition, without a literal that is the subject of the next condition."""

_ONE = re.compile(LITERAL)
_QUOTES = "`“”\"'‘’"


def value_of(literal: str) -> str:
    """Return a literal's value, without backticks and quotation marks, also without those inside the backticks."""
    return literal.strip().strip("`").strip().strip(_QUOTES).strip()


def values_of(text: str) -> list[str]:
    """Return the values of all literals in a text, each once, in order."""
    return list(dict.fromkeys(value_of(found) for found in _ONE.findall(text)))
