"""Changes one line of extracted text."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from tests.fuzz.page_mutators import Mutator, garbled, pick, replaced


def _line(change: Callable[[list[str], int, random.Random], None]) -> Mutator:
    def mutate(page: str, rng: random.Random) -> str | None:
        lines = page.split("\n")
        change(lines, rng.randrange(len(lines)), rng)
        return "\n".join(lines)

    return mutate


def _line_moved(lines: list[str], at: int, rng: random.Random) -> None:
    line = lines.pop(at)
    lines.insert(rng.randrange(len(lines) + 1), line)


def _line_garbled(lines: list[str], at: int, rng: random.Random) -> None:
    lines[at] = garbled(lines[at], rng) or lines[at]


TEXT: Mapping[str, Mutator] = {
    "line deleted": _line(lambda lines, at, _: lines.__delitem__(at)),
    "line duplicated": _line(lambda lines, at, _: lines.insert(at, lines[at])),
    "line garbled": _line(_line_garbled),
    "line moved": _line(_line_moved),
    "line swapped": _line(lambda lines, at, _: lines.insert(at, lines.pop(min(at + 1, len(lines) - 1)))),
    "line joined": _line(lambda lines, at, _: lines.__setitem__(slice(at, at + 2), [" ".join(lines[at : at + 2])])),
    "pipe deleted": lambda page, rng: None if (pipe := pick(r"\s*\|", page, rng)) is None else replaced(page, pipe, ""),
    "pipe added": lambda page, rng: None if (end := pick(r"\n", page, rng)) is None else replaced(page, end, " |\n"),
    "blank line added": _line(lambda lines, at, _: lines.insert(at, "")),
}
"""The changes of extracted text, by name."""
