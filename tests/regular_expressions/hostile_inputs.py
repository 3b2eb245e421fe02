"""Inputs that make a slow regular expression slow, derived from its parsed form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

SIZE = 6_000
"""The characters of the longest input."""

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_MANY = 12
"""A repeat of this many is taken for one without a limit."""

_CATEGORIES = {
    _constants.CATEGORY_DIGIT: "1",
    _constants.CATEGORY_SPACE: " ",
    _constants.CATEGORY_WORD: "a",
    _constants.CATEGORY_NOT_DIGIT: "a",
    _constants.CATEGORY_NOT_SPACE: "a",
    _constants.CATEGORY_NOT_WORD: " ",
}
_PROBES = " a1A_-.,;:/`\"'“”()[]{}<>|*#\n…\\e"

GENERIC = (
    *" \n.,1aA`“\"'([{<|*#-_…\0",
    *("a ", "A ", "a.", "1,", "1.", "(a) ", "`a`, ", "`a` or ", "<code>v</code>, ", "aB", "a_", "**", "](", "if "),
    *("default ", "set to ", "| - ", "a b, ", '"a": ', " \n"),
)
"""Units that texts of documents repeat."""


def units_of(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Yield prefixes and units to repeat behind them: those of each repeat, and those that are common."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = _parser.parse(source, pattern.flags & ~re.DEBUG & ~(re.UNICODE if isinstance(pattern.pattern, bytes) else 0))
    found = dict.fromkeys(("", unit) for unit in GENERIC)
    for choice in range(3):
        for prefix, unit in _repeats(list(tree), "", choice):
            found |= dict.fromkeys(((prefix, unit), ("", unit), ("", prefix + unit), ("", prefix + unit + " ")))
        found["", _sample(list(tree), choice)] = None
    yield from (each for each in found if each[1])


def some_of(pattern: re.Pattern[Any], most: int) -> list[tuple[str, str]]:
    """Return at most so many of the units, spread evenly behind those that are common."""
    every = list(units_of(pattern))
    own = every[len(GENERIC) :]
    return every[: len(GENERIC)] + own[:: max(len(own) // max(most - len(GENERIC), 1), 1)]


def input_of(prefix: str, unit: str, size: int) -> str:
    """Return a text of about a size, which most expressions fail to match at its end."""
    end = "\0" if len(prefix + unit) % 2 else "\n~`~"
    return prefix + unit * max((size - len(prefix)) // len(unit), 1) + end


def _repeats(items: list[Any], prefix: str, choice: int) -> Iterator[tuple[str, str]]:
    """Yield what precedes each repeat without a limit, and samples of what it repeats."""
    for operator, argument in items:
        for branch in _inner(operator, argument):
            yield from _repeats(branch, prefix, choice)
        if operator in _REPEATS and argument[1] >= _MANY:
            for other in range(2):
                yield prefix, _sample(list(argument[2]), choice + other)
            if len(argument[2]) == 1 and argument[2][0][0] in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
                yield from ((prefix, each) for each in _members(argument[2][0])[:6])
        prefix += _sample([(operator, argument)], choice)


def _inner(operator: Any, argument: Any) -> list[list[Any]]:
    if operator in _REPEATS:
        return [list(argument[2])]
    if operator is _constants.SUBPATTERN:
        return [list(argument[3])]
    if operator is _constants.BRANCH:
        return [list(each) for each in argument[1]]
    if operator is _constants.ATOMIC_GROUP:
        return [list(argument)]
    if operator in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [list(argument[1])]
    return []


def _sample(items: list[Any], choice: int) -> str:
    """Return a text that the items match, if what they look ahead or behind for allows it."""
    return "".join(_one(operator, argument, choice) for operator, argument in items)


def _one(operator: Any, argument: Any, choice: int) -> str:
    if operator is _constants.LITERAL:
        return chr(argument)
    if operator in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
        members = _members((operator, argument))
        return members[choice % len(members)] if members else ""
    if operator in _REPEATS:
        count = max(argument[0], 1 if choice else 0)
        return str(_sample(list(argument[2]), choice) * min(count, 40))
    if operator is _constants.BRANCH:
        branches = argument[1]
        return _sample(list(branches[choice % len(branches)]), choice)
    if operator in (_constants.ASSERT, _constants.ASSERT_NOT):
        return ""
    inner = _inner(operator, argument)
    return _sample(inner[0], choice) if inner else ""


def _members(item: tuple[Any, Any]) -> list[str]:
    """Return characters that an item for one character matches."""
    operator, argument = item
    found: list[str] = []
    if operator is _constants.IN and argument[0][0] is not _constants.NEGATE:
        for kind, value in argument:
            if kind is _constants.LITERAL:
                found.append(chr(value))
            elif kind is _constants.RANGE:
                found.append(chr(value[0]))
            else:
                found.append(_CATEGORIES[value])
    probes = [each for each in _PROBES if _matches_one(item, each)]
    return list(dict.fromkeys([*found[:8], *probes]))


def _matches_one(item: tuple[Any, Any], character: str) -> bool:
    operator, argument = item
    if operator is _constants.ANY:
        return character != "\n"
    if operator is _constants.NOT_LITERAL:
        return bool(ord(character) != argument)
    is_in = False
    for kind, value in argument:
        if kind is _constants.LITERAL:
            is_in |= ord(character) == value
        elif kind is _constants.RANGE:
            is_in |= value[0] <= ord(character) <= value[1]
        elif kind is _constants.CATEGORY:
            is_in |= re.fullmatch(_ESCAPES[value], character) is not None
    return is_in != (argument[0][0] is _constants.NEGATE)


_ESCAPES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_NOT_WORD: r"\W",
}
