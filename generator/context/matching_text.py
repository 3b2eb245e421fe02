"""Makes a short text that matches a regular expression."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from templates.connector_catalog.constraints import matches

_PREFERRED = "a1Ax_- ./"
_CLASSES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_NOT_DIGIT": lambda each: not each.isdigit(),
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_NOT_SPACE": lambda each: not each.isspace(),
    "CATEGORY_WORD": lambda each: each.isalnum() or each == "_",
    "CATEGORY_NOT_WORD": lambda each: not (each.isalnum() or each == "_"),
}


def matching_text(pattern: str, first: Iterable[str] = ()) -> str | None:
    """Return a text that a pattern accepts: the first of these that it does, or the least one that its parts allow.

    Returns:
        ``None`` where no text is found, as for a pattern that looks ahead.
    """
    found = next((each for each in first if matches(pattern, each)), None)
    made = _sequence(_parser.parse(pattern)) if found is None else found
    return made if matches(pattern, made) else None


def _sequence(parts: Any) -> str:
    return "".join(_MAKE[str(kind)](value) for kind, value in parts if str(kind) in _MAKE)


def _repeat(value: Any) -> str:
    least, most, inner = value
    # One is easier to recognise than none.
    return _sequence(inner) * int(max(least, min(1, most)))


def _one_of(choices: Any) -> str:
    is_negated = choices[0][0] is _constants.NEGATE
    every = [*_PREFERRED, *(chr(code) for code in range(32, 127))]
    return next((each for each in every if any(_has(choice, each) for choice in choices) != is_negated), "")


def _has(choice: Any, character: str) -> bool:
    kind, value = choice
    if kind is _constants.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if kind is _constants.LITERAL:
        return bool(value == ord(character))
    return str(value) in _CLASSES and _CLASSES[str(value)](character)


_MAKE: dict[str, Callable[[Any], str]] = {
    "LITERAL": chr,
    "NOT_LITERAL": lambda value: next(each for each in _PREFERRED if ord(each) != value),
    "ANY": lambda _: _PREFERRED[0],
    "IN": _one_of,
    "BRANCH": lambda value: max(map(_sequence, value[1]), key=len),
    "SUBPATTERN": lambda value: _sequence(value[-1]),
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
}
"""What to write for each kind of part of a regular expression; the others match no characters."""
