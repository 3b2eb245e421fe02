"""The meaning of the catalog's constraints: types, equality, patterns, conditions and rules.

The generator, the generated validators and the models all use this module, so that they agree. It needs the standard
library only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

# There is no year 0000: RFC 3339 allows it, Python's calendar does not.
_DAY = r"([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_OFFSET = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

DATE = rf"^{_DAY}$"
"""A full date of RFC 3339, JSON Schema's ``date``."""

DATE_TIME = rf"^{_DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?{_OFFSET}$"
"""A date and time of RFC 3339, JSON Schema's ``date-time``."""

MIDNIGHT = rf"^{_DAY}T00:00:00(\.0+)?{_OFFSET}$"
"""A date and time of RFC 3339 at midnight."""

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


def python_pattern(pattern: str) -> str:
    """Return a JSON Schema pattern for Python, whose ``$`` also matches before a line break at the end."""
    return pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(python_pattern(pattern))


def matches(pattern: str, text: str) -> bool:
    """Return whether a string matches a JSON Schema pattern, which is not anchored."""
    return _compiled(pattern).search(text) is not None


def date_exists(text: str) -> bool:
    """Return whether a string in the form of a date, or a date and time, is one of the calendar."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


class ConditionalRequirement(NamedTuple):
    """A property that is required where each property in ``when`` has one of the values beside it."""

    name: str
    when: tuple[tuple[str, tuple[Any, ...]], ...]

    def holds(self, given: Mapping[str, Any]) -> bool:
        """Return whether the properties given make this one required."""
        return all(name in given and is_among(given[name], values) for name, values in self.when)


class Rules(NamedTuple):
    """Rules that concern several properties of one object.

    Attributes:
        conditions: Properties that are required under conditions.
        dependent: A property, and those that are required where it is given.
        any_of: Properties of which at least one is required.
    """

    conditions: tuple[ConditionalRequirement, ...] = ()
    dependent: tuple[tuple[str, tuple[str, ...]], ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()

    def missing(self, given: Mapping[str, Any]) -> list[str]:
        """Return the properties that the conditions and dependencies require and that are not given."""
        missing = [each.name for each in self.conditions if each.name not in given and each.holds(given)]
        for name, others in self.dependent:
            if name in given:
                missing += [other for other in others if other not in given]
        return missing

    def unmet(self, given: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """Return the groups of which at least one is required and none is given."""
        return _unmet(self.any_of, given)


NO_RULES = Rules()


class StepRules(NamedTuple):
    """The requirements of a step that does not always apply.

    Attributes:
        step: Name of the step.
        triggers: Properties that only this step has: the step applies where one of them is given.
        unless: Properties of other steps: the step also applies where none of them is given. Empty for all steps but
            the first.
        required: Properties that are required where the step applies.
        any_of: Properties of which at least one is required where the step applies.
    """

    step: str
    triggers: tuple[str, ...]
    unless: tuple[str, ...]
    required: tuple[str, ...]
    any_of: tuple[tuple[str, ...], ...] = ()

    def applies(self, given: Mapping[str, Any]) -> bool:
        """Return whether the properties given make the step apply."""
        begun = any(name in given for name in self.triggers)
        return begun or (bool(self.unless) and not any(name in given for name in self.unless))

    def missing(self, given: Mapping[str, Any]) -> list[str]:
        """Return the properties that the step requires, if it applies, and that are not given."""
        return [name for name in self.required if name not in given] if self.applies(given) else []

    def unmet(self, given: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """Return the groups of which the step, if it applies, requires at least one and none is given."""
        return _unmet(self.any_of, given) if self.applies(given) else []


def _unmet(groups: Iterable[tuple[str, ...]], given: Mapping[str, Any]) -> list[tuple[str, ...]]:
    return [group for group in groups if not any(name in given for name in group)]
