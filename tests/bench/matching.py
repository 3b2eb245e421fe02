"""Draws strings that match a regular expression."""

from __future__ import annotations

import random
from collections.abc import Callable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from templates.connector_catalog.constraints import matches

_MOST_REPEATS = 3
_ANY = "aZ09_-. "
_CLASSES = {"CATEGORY_DIGIT": "0123456789", "CATEGORY_WORD": "aZ0_", "CATEGORY_SPACE": " "}


def matching(pattern: str, chance: random.Random) -> str:
    """Return a string that matches a pattern, which need not be anchored.

    Raises:
        ValueError: None was found.
    """
    parsed = _parser.parse(pattern)
    for _ in range(200):
        made = _sequence(parsed, chance)
        if matches(pattern, made):
            return made
    raise ValueError(f"found no text for the pattern {pattern}")


def _sequence(parts: Any, chance: random.Random) -> str:
    return "".join(_DRAW[str(kind)](value, chance) for kind, value in parts)


def _repeat(value: Any, chance: random.Random) -> str:
    least, most, inner = value
    count = chance.randint(least, min(most, least + _MOST_REPEATS))
    return "".join(_sequence(inner, chance) for _ in range(count))


def _set(value: Any, chance: random.Random) -> str:
    negated = value[0][0] is _constants.NEGATE
    characters = "".join(_characters(kind, each) for kind, each in value)
    if not negated:
        return chance.choice(characters)
    return chance.choice([each for each in f"{_ANY}xyz/" if each not in characters])


def _characters(kind: Any, value: Any) -> str:
    if kind is _constants.RANGE:
        low, high = value
        return "".join(map(chr, range(low, min(high, low + 200) + 1)))
    return chr(value) if kind is _constants.LITERAL else _CLASSES.get(str(value), "")


_DRAW: dict[str, Callable[[Any, random.Random], str]] = {
    "LITERAL": lambda value, _: chr(value),
    "NOT_LITERAL": lambda value, chance: chance.choice([each for each in _ANY if each != chr(value)]),
    "ANY": lambda _, chance: chance.choice(_ANY),
    "IN": _set,
    "BRANCH": lambda value, chance: _sequence(chance.choice(value[1]), chance),
    "SUBPATTERN": lambda value, chance: _sequence(value[-1], chance),
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "AT": lambda *_: "",
    "ASSERT": lambda *_: "",
    "ASSERT_NOT": lambda *_: "",
    "CATEGORY": lambda value, chance: chance.choice(_CLASSES.get(str(value), "a")),
}
"""How to draw each kind of part of a regular expression."""
