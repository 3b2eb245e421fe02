"""The problems of a file or of a block of lines: as many as are listed, and the number of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..bounds import PAYLOADS
from ..problems import Problem
from ..warning_codes import MORE_PROBLEMS

Located = tuple[int, Problem]


class Listing:
    """Keeps the first problems and counts the others by their levels."""

    def __init__(self) -> None:
        self.problems: list[Located] = []
        self.more: Counter[str] = Counter()

    def add(self, line: int, problem: Problem) -> None:
        """Add a problem at a line."""
        if self.is_full:
            self.count(problem)
        else:
            self.problems.append((line, problem))

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self.problems) >= PAYLOADS.problems

    def count(self, problem: Problem) -> None:
        """Count a problem that is not listed."""
        self.more[problem.level] += 1

    def extend(self, located: Iterable[Located], more: Counter[str]) -> None:
        """Add the problems of a part."""
        for line, problem in located:
            self.add(line, problem)
        self.more.update(more)


def more_problems(count: int) -> Problem:
    """Return the note that ends the problems of a file that has more of them than are listed."""
    return Problem(
        "", MORE_PROBLEMS, f"{count:,} more {'problem is' if count == 1 else 'problems are'} not listed", level="note"
    )
