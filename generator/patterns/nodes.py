"""The tree of a regular expression."""

from __future__ import annotations

import dataclasses

Ranges = tuple[tuple[int, int], ...]
"""Sets of characters, as the first and last code point of each range."""

LAST = 0x10FFFF
"""The last code point."""


class PatternError(ValueError):
    """A regular expression that is refused. The message completes "the pattern …"."""


@dataclasses.dataclass(frozen=True)
class Characters:
    """One character of a set."""

    ranges: Ranges


@dataclasses.dataclass(frozen=True)
class Assertion:
    """An assertion: ``start``, ``end``, ``word`` or, with a body, a lookahead or lookbehind."""

    kind: str
    body: Node | None = None


@dataclasses.dataclass(frozen=True)
class Group:
    """Parts that follow one another; with ``either``, one of them."""

    parts: tuple[Node, ...]
    either: bool = False


@dataclasses.dataclass(frozen=True)
class Repeat:
    """A repetition; ``most`` is ``None`` without a limit."""

    body: Node
    least: int
    most: int | None


Node = Characters | Assertion | Group | Repeat


@dataclasses.dataclass(frozen=True)
class Parsed:
    """A part of a regular expression: its tree, and its text in the common syntax."""

    node: Node
    text: str


def complement(ranges: Ranges) -> Ranges:
    """Return the characters that are not in a set."""
    gaps, start = [], 0
    for low, high in sorted(ranges):
        if low > start:
            gaps.append((start, low - 1))
        start = max(start, high + 1)
    return (*gaps, (start, LAST)) if start <= LAST else tuple(gaps)
