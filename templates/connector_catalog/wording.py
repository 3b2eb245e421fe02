"""Lists and values in messages. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def join_or(parts: Iterable[str]) -> str:
    """Return ``a``, ``a or b``, or ``a, b or c``."""
    return _join(list(parts), "or")


def join_and(parts: Iterable[str]) -> str:
    """Return ``a``, ``a and b``, or ``a, b and c``."""
    return _join(list(parts), "and")


def quote(values: Iterable[Any]) -> list[str]:
    """Return each value as Python writes it: strings in quotes, with everything unprintable escaped."""
    return [repr(each) for each in values]


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 item`` or ``2,000 items``; the plural of a noun is given where it does not end with an "s" alone."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def did_you_mean(near: Iterable[str]) -> str:
    """Return a question that suggests the nearest names; empty without names."""
    suggested = join_or(quote(near))
    return f"did you mean {suggested}?" if suggested else ""


def _join(parts: list[str], word: str) -> str:
    return f" {word} ".join([", ".join(parts[:-1]), *parts[-1:]] if len(parts) > 1 else parts)
