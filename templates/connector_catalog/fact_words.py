"""Facts about properties in words. Needs the standard library only.

Each output writes names and values in its own way: as text, as code, in quotes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from .paths import NOT_GIVEN
from .string_values import DEFAULT_SEPARATOR
from .wording import join_and, join_or

CONDITIONS = {"requiredWhen": "required", "appliesWhen": "applies", "expectedWhen": "usually needed"}
"""The consequence of the conditions in each field."""

ENCODINGS = {
    "boolean": "string that is true or false",
    "integer": "string of digits",
    "json": "string of JSON",
    "list": "string with a list",
    "date-time": "string with date and time",
}
"""The form of a string, by the value that it encodes."""

_TYPE_WORDS = {"integer": "an integer", "array": "an array", "object": "an object", "null": "null"}
_SEPARATORS = {",": "commas", " ": "spaces", ";": "semicolons", "|": "pipes", "\n": "line breaks"}


def type_in_words(type_: str) -> str:
    """Return a type of JSON Schema for a sentence: ``a string``, ``an integer``."""
    return _TYPE_WORDS.get(type_, f"a {type_}")


def value_in_words(value: Any) -> str:
    """Return a value for a sentence: a string as it is, an empty one as two quotation marks, others as JSON."""
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)


def conditions_in_words(
    conditions: Iterable[tuple[str, Iterable[Any]]],
    spelled: Callable[[Any], str] = value_in_words,
    named: Callable[[str], str] = str,
) -> str:
    """Return conditions that all have to hold: ``mode is a or b and ssh is true``.

    Args:
        conditions: The names of properties, each with the values for which its condition holds.
        spelled: Returns how a value is written.
        named: Returns how the name of a property is written.
    """
    return join_and(f"{named(name)} is {join_or(map(spelled, values))}" for name, values in conditions)


def default_in_words(
    default: Any,
    others: Iterable[tuple[Iterable[str], Any]],
    spelled: Callable[[Any], str] = value_in_words,
    named: Callable[[str], str] = str,
) -> str:
    """Return the defaults of a property: ``a if x or y is given, otherwise b``; empty without a default.

    Args:
        default: The default; ``NOT_GIVEN`` if the property has no default.
        others: The defaults where one of some other properties is given, after the names of these.
        spelled: Returns how a value is written.
        named: Returns how the name of a property is written.
    """
    parts = [f"{spelled(value)} if {join_or(map(named, names))} is given" for names, value in others]
    usual = [] if default is NOT_GIVEN else [f"{'otherwise ' if parts else ''}{spelled(default)}"]
    # The usual one is last, so that a default with a comma in it is not split.
    return ", ".join([*parts, *usual])


def encoding_in_words(encoding: str, separator: str = "") -> str:
    """Return a sentence about what a string encodes; empty for an encoding that is not known."""
    if encoding == "list":
        separator = separator or DEFAULT_SEPARATOR
        return f"A list separated by {_SEPARATORS.get(separator, separator)}."
    return f"A {ENCODINGS[encoding]}." if encoding in ENCODINGS else ""
