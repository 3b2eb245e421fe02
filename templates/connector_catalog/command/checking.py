"""Validates one parsed payload, whatever it is."""

from __future__ import annotations

from typing import Any

from ..problems import Problem
from ..validation import validate
from .choosing import choose
from .finding import MAX_DEPTH, TOO_DEEP, Settings


def problems_of(payload: Any, settings: Settings) -> list[Problem]:
    """Return the problems of a payload; an empty list if it is valid."""
    if is_too_deep(payload):
        return [Problem("", "too-deep", TOO_DEEP)]
    entry = choose(payload, settings)
    if isinstance(entry, Problem):
        return [entry]
    return validate(entry.vendor, entry.type, payload, unknown=settings.unknown, action=settings.action)


def is_too_deep(value: Any) -> bool:
    """Return whether objects and lists are nested more than ``MAX_DEPTH`` deep."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
