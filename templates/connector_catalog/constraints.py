"""The meaning of the catalog's constraints of one value: types, equality and patterns.

The generator, the generated validators and the models all use this module, so that they agree. It needs the standard
library only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

# RFC 3339 allows the year 0000, Python's calendar does not.
_DAY = r"([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_OFFSET = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

DATE = rf"^{_DAY}$"
"""A full date of RFC 3339, JSON Schema's ``date``."""

DATE_TIME = rf"^{_DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?{_OFFSET}$"
"""A date and time of RFC 3339, JSON Schema's ``date-time``."""

MIDNIGHT = rf"^{_DAY}T00:00:00(\.0+)?{_OFFSET}$"
"""A date and time of RFC 3339 at midnight."""

FORMS = {"date": DATE, "date-time": DATE_TIME}
"""The pattern of each format of a date."""

INTEGER = "^-?[0-9]+$"
"""A string that encodes an integer."""

_TYPES = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
CLASSES: dict[str, type] = {word: class_ for class_, word in _TYPES.items()}
"""The Python class of each JSON Schema type."""


def type_of(value: Any) -> str:
    """Return the JSON Schema type of a JSON value; a float is always a ``number``."""
    return _TYPES[type(value)]


def is_integer(value: Any) -> bool:
    """Return whether a JSON value is an integer; 1.0 is one, ``true`` is not."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def is_number(value: Any) -> bool:
    """Return whether a JSON value is a number; ``true`` is not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def has_type(value: Any, types: Iterable[str]) -> bool:
    """Return whether a value has one of these JSON Schema types; a value that is not JSON has none."""
    return any(_TESTS[each](value) if each in _TESTS else isinstance(value, CLASSES[each]) for each in types)


_TESTS = {"integer": is_integer, "number": is_number}


def is_same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal, as JSON Schema defines it: ``true`` is not 1, and 1.0 is."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)


def is_among(value: Any, values: Collection[Any]) -> bool:
    """Return whether a JSON value equals one of these."""
    return value in values if isinstance(value, str) else any(is_same(value, each) for each in values)


class Among:
    """A set of JSON values that are distinct as :func:`is_same` defines it. A tuple counts as a list."""

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self._keys = set(map(_key, values))

    def __contains__(self, value: Any) -> bool:
        return _key(value) in self._keys

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, value: Any) -> bool:
        """Add a value; return whether it is new."""
        before = len(self._keys)
        self._keys.add(_key(value))
        return len(self._keys) > before


def are_unique(values: Collection[Any]) -> bool:
    """Return whether no two JSON values are equal."""
    return len(Among(values)) == len(values)


def _key(value: Any) -> Hashable:
    """Return what can be hashed and is equal for equal JSON values only."""
    if isinstance(value, dict):
        return dict, frozenset((name, _key(inner)) for name, inner in value.items())
    if isinstance(value, list | tuple):
        return list, tuple(map(_key, value))
    return (bool, value) if isinstance(value, bool) else value


# The end of the text, and what else may hold its sign: an escape or a set of characters.
_END = re.compile(r"\\.|\[(?:\\.|[^\]\\])*+\]?|\$", re.DOTALL)


def python_pattern(pattern: str) -> str:
    """Return a pattern of the catalog for Python, whose ``$`` also matches before a line break at the end.

    Nothing else in the catalog's patterns is read otherwise by Python than by validators of JSON Schemas.
    """
    return _END.sub(lambda match: r"\Z" if match[0] == "$" else match[0], pattern)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(python_pattern(pattern))


def matches(pattern: str, text: str) -> bool:
    """Return whether a string matches a JSON Schema pattern, which is not anchored."""
    return _compiled(pattern).search(text) is not None


def has_format(text: str, format_: str) -> bool:
    """Return whether a string is a ``date`` or a ``date-time`` of the calendar."""
    if not matches(FORMS[format_], text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
