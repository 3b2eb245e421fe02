"""Joins the values of one property that a label, sentences and examples list."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any


def join_values(lists: Iterable[Sequence[Any]]) -> tuple[list[Any], list[Any]]:
    """Join several lists of the values of one property.

    A value is the same in another case or with other separators. Where all values of the first list are in capitals,
    or all in small letters, a value in another form is one of its titles, not a value.

    Returns:
        The values of all lists, and those of them that the first list lacks.
    """
    first, *others = lists
    values = list(first)
    seen = {spelling_key(value) for value in values}
    has_case = _common_case(first)
    for value in itertools.chain.from_iterable(others):
        if spelling_key(value) not in seen and _may_join(value, has_case):
            seen.add(spelling_key(value))
            values.append(value)
    return values, values[len(first) :]


def spelling_key(value: Any) -> str:
    """Return a value in lower case, without spaces, underscores and hyphens: the same for all spellings of a value."""
    return re.sub(r"[\s_-]", "", str(value)).lower()


def spelled_alike(value: Any, listed: Iterable[Any]) -> list[Any]:
    """Return the listed values that are a value in any spelling."""
    key = spelling_key(value)
    return [each for each in listed if spelling_key(each) == key]


_NUMBERS = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
]


def is_number_word(value: str) -> bool:
    """Return whether a listed value has digits, or begins with the English word for a number."""
    word = re.match("[a-z]+", value.lower())
    return re.search("[0-9]", value) is not None or (word is not None and word[0] in _NUMBERS)


def spells_number(value: str, digits: str) -> bool:
    """Return whether a listed value begins with the English word for a number, such as SIX_MONTHS for ``6``."""
    word = re.match("[a-z]+", value.lower())
    return word is not None and word[0] in _NUMBERS and str(_NUMBERS.index(word[0]) + 1) == digits


def _common_case(listed: Sequence[Any]) -> Callable[[str], bool] | None:
    """Return the test for the case of all listed values, upper or lower; ``None`` if they have no common case."""
    texts = [each for each in listed if isinstance(each, str) and re.search("[A-Za-z]", each)]
    tests = (test for test in (str.isupper, str.islower) if texts and all(map(test, texts)))
    return next(tests, None)


def _may_join(value: Any, has_case: Callable[[str], bool] | None) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    return has_case is None or has_case(value) or not re.search("[A-Za-z]", value)
