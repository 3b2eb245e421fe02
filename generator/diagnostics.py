"""Faults as values: what was found, how bad it is, and where.

A stage returns its diagnostics beside its result. Only :mod:`generator.cli` prints them and turns them
into an exit status.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Iterator


class Level(enum.IntEnum):
    """How much a diagnostic matters.

    ``NOTE`` tells what was left in prose, ``WARNING`` what was decided against the document's letter,
    ``ERROR`` what could not be taken over: nothing is written where there is one.
    """

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The level as it is printed: ``note``, ``warning`` or ``error``."""
        return self.name.lower()


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """One finding.

    Attributes:
        level: How much it matters.
        code: A stable, hyphenated name for this kind of finding.
        document: The name of the document that was read.
        place: Where in the document: an element path such as ``#adroll/table[1]/row[3]``, or ``line 12``.
        message: One sentence: what was found and what was expected.
        subject: What it concerns, such as ``stitch/source/platform.adroll form.start_date``; may be empty.
    """

    level: Level
    code: str
    document: str
    place: str
    message: str
    subject: str = ""

    def __str__(self) -> str:
        where = ":".join(part for part in (self.document, self.place) if part)
        subject = f"{self.subject}: " if self.subject else ""
        return f"{where}: {self.level.word} [{self.code}] {subject}{self.message}"


class Diagnostics:
    """A growing list of findings about one document, in the order in which they were made."""

    def __init__(self, document: str = "") -> None:
        self.document = document
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def note(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Adds a finding of level ``note``."""
        self._found.append(Diagnostic(Level.NOTE, code, self.document, place, message, subject))

    def warning(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Adds a finding of level ``warning``."""
        self._found.append(Diagnostic(Level.WARNING, code, self.document, place, message, subject))

    def error(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Adds a finding of level ``error``."""
        self._found.append(Diagnostic(Level.ERROR, code, self.document, place, message, subject))

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Adds findings that were made elsewhere, as they are."""
        self._found.extend(found)

    def replace(self, old: Diagnostic, new: Diagnostic) -> None:
        """Puts ``new`` where ``old`` stood: a finding that a correction has settled changes its level."""
        self._found[self._found.index(old)] = new

    def count(self, level: Level) -> int:
        """How many findings of exactly this level there are."""
        return sum(found.level is level for found in self._found)

    @property
    def failed(self) -> bool:
        """Whether there is any finding of level ``error``."""
        return any(found.level is Level.ERROR for found in self._found)
