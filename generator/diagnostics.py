"""Diagnostics: faults as values, with a level, a code and a place.

A stage collects its diagnostics beside its result. Only :mod:`generator.cli` prints them and turns them into an exit
status.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Iterator


class Level(enum.IntEnum):
    """The severity of a diagnostic.

    ``NOTE`` is for what is ignored or stays prose, ``WARNING`` for a document that contradicts itself, ``ERROR`` for
    what cannot be read: with an error, nothing is written.
    """

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The level as printed: ``note``, ``warning`` or ``error``."""
        return self.name.lower()


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """One fault.

    Attributes:
        level: Severity.
        code: Stable, hyphenated name of this kind of fault.
        document: Name of the document.
        place: Place in the document: an element path such as ``#acme/table[1]/row[3]``, a JSON pointer or ``line 12``.
        message: One sentence: what was found and what was expected.
        subject: The connector or property, such as ``acme/source/mail form.start_date``; may be empty.
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
    """Collects the diagnostics of one document, in order."""

    def __init__(self, document: str = "") -> None:
        self.document = document
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def note(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``note``."""
        self._found.append(Diagnostic(Level.NOTE, code, self.document, place, message, subject))

    def warning(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``warning``."""
        self._found.append(Diagnostic(Level.WARNING, code, self.document, place, message, subject))

    def error(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``error``."""
        self._found.append(Diagnostic(Level.ERROR, code, self.document, place, message, subject))

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add diagnostics as they are."""
        self._found.extend(found)

    def count(self, level: Level) -> int:
        """Return the number of diagnostics of exactly this level."""
        return sum(found.level is level for found in self._found)

    @property
    def failed(self) -> bool:
        """Whether there is a diagnostic of level ``error``."""
        return any(found.level is Level.ERROR for found in self._found)
