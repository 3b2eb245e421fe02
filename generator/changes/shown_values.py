"""The values of a change as they are shown: on one line, and shortened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.serialize import dumps_shown

LONGEST_VALUE = 80
"""The most characters of a value that are shown."""
_MOST_TEXTS = 6


def show_value(value: Any) -> str:
    """Return a value as JSON, of which at most 80 characters are shown."""
    text = dumps_shown(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def show_values(values: Sequence[Any]) -> str:
    """Return values as JSON, separated by commas; of more than six, the first five and the number of the others."""
    return join_first([show_value(value) for value in values])


def join_first(texts: Sequence[str]) -> str:
    """Return texts separated by commas; of more than six, the first five and the number of the others."""
    if len(texts) <= _MOST_TEXTS:
        return ", ".join(texts)
    return f"{', '.join(texts[: _MOST_TEXTS - 1])} and {len(texts) - _MOST_TEXTS + 1} more"
