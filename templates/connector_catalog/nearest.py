"""The most similar names and values, for hints. Needs the standard library only.

Comparing strings takes time, so a payload can ask for a bounded number of comparisons only.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from typing import Any, TypeVar

from .bounds import PAYLOADS
from .wording import did_you_mean

MOST_CHARACTERS = 200
"""Longer strings get no hint: comparing strings takes time that grows with their length."""

_T = TypeVar("_T")
_Hints = dict[str, dict[Hashable, Any]]
_kept_hints: ContextVar[_Hints | None] = ContextVar("kept_hints", default=None)


@contextmanager
def limited_hints() -> Iterator[None]:
    """Seek hints for at most ``PAYLOADS.hints`` different strings in this context; an outer limit takes precedence."""
    if _kept_hints.get() is not None:
        yield
        return
    token = _kept_hints.set({})
    try:
        yield
    finally:
        _kept_hints.reset(token)


def limited(value: str, among: Hashable, seek: Callable[[], tuple[_T, ...]]) -> tuple[_T, ...]:
    """Return the hint for a value, which is sought once; nothing where the limit of hints is reached."""
    if len(value) > MOST_CHARACTERS:
        return ()
    hints = _kept_hints.get()
    if hints is None:
        return seek()
    if value not in hints:
        if len(hints) >= PAYLOADS.hints:
            return ()
        hints[value] = {}
    if among not in hints[value]:
        hints[value][among] = seek()
    hint: tuple[_T, ...] = hints[value][among]
    return hint


def similar(value: str, known: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the known strings that are most similar to a value; none where the limit of hints is reached."""
    names = tuple(known)
    return limited(value, names, lambda: tuple(get_close_matches(value, names, most)))


def nearest(value: Any, known: Iterable[Any]) -> str:
    """Return a question that suggests the known string nearest to a value; empty if none is near."""
    if not isinstance(value, str) or len(value) > MOST_CHARACTERS:
        return ""
    near = similar(value, (each for each in known if isinstance(each, str)), 1)
    return did_you_mean(near) if near else ""
