"""Joins the values of one property that a label, sentences and examples list."""

from __future__ import annotations

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
    known = {loosely(value) for value in values}
    form = _form(first)
    for value in (each for other in others for each in other):
        if loosely(value) not in known and _may_join(value, form):
            known.add(loosely(value))
            values.append(value)
    return values, values[len(first) :]


def loosely(value: Any) -> str:
    """Return a value without the case, spaces, underscores and hyphens in which spellings differ."""
    return re.sub(r"[\s_-]", "", str(value)).lower()


_NUMBERS = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
]


def is_number_word(value: str) -> bool:
    """Return whether a listed value has digits, or begins with the English word for a number."""
    word = re.match("[a-z]+", value.lower())
    return re.search("[0-9]", value) is not None or (word is not None and word[0] in _NUMBERS)


def spells_number(value: str, digits: str) -> bool:
    """Return whether a listed value begins with the English word for a number, such as SEVEN or SIX_MONTHS for it."""
    word = re.match("[a-z]+", value.lower())
    return word is not None and word[0] in _NUMBERS and str(_NUMBERS.index(word[0]) + 1) == digits


def _form(listed: Sequence[Any]) -> Callable[[str], bool] | None:
    """Return whether all listed values are upper case or lower case; ``None`` if they are mixed."""
    texts = [each for each in listed if isinstance(each, str) and re.search("[A-Za-z]", each)]
    forms = (form for form in (str.isupper, str.islower) if texts and all(map(form, texts)))
    return next(forms, None)


def _may_join(value: Any, form: Callable[[str], bool] | None) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    return form is None or form(value) or not re.search("[A-Za-z]", value)
