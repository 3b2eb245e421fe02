"""The most similar names and values, for hints. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from .wording import did_you_mean

MOST_CHARACTERS = 200
"""Longer strings get no hint: comparing strings takes time that grows with their length."""


def nearest(value: Any, known: Iterable[Any]) -> str:
    """Return a question that suggests the known string nearest to a value; empty where there is none."""
    if not isinstance(value, str) or len(value) > MOST_CHARACTERS:
        return ""
    return did_you_mean(get_close_matches(value, [each for each in known if isinstance(each, str)], 1))
