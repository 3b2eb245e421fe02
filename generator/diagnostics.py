"""Diagnostics: faults as values, with a level, a code and a place.

A stage collects its diagnostics beside its result. Only :mod:`generator.console` prints them and turns them into an
exit status.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Iterator

from templates.connector_catalog.escaping import shortened, shown

# Messages quote documents, which are untrusted.
_LONGEST_PART = 500
_LONGEST_MESSAGE = 2_000


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
        is_unread: Whether it is about content of the document that no reader knows and that is left out.
    """

    level: Level
    code: str
    document: str
    place: str
    message: str
    subject: str = ""
    is_unread: bool = False

    def __str__(self) -> str:
        """Return the diagnostic as one line of bounded length, safe to show on a terminal and in a log."""
        where = ":".join(shortened(part, _LONGEST_PART) for part in (self.document, self.place) if part)
        subject = f"{shortened(self.subject, _LONGEST_PART)}: " if self.subject else ""
        return shown(f"{where}: {self.level.word} [{self.code}] {subject}{shortened(self.message, _LONGEST_MESSAGE)}")


class Diagnostics:
    """Collects the diagnostics of one document, in order."""

    def __init__(self, document: str = "") -> None:
        self.document = document
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(
        self, level: Level, code: str, place: str, message: str, subject: str = "", *, is_unread: bool = False
    ) -> None:
        """Add a diagnostic of a level."""
        self._found.append(Diagnostic(level, code, self.document, place, message, subject, is_unread))

    def note(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``note``."""
        self.add(Level.NOTE, code, place, message, subject)

    def warning(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``warning``."""
        self.add(Level.WARNING, code, place, message, subject)

    def unread(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``warning`` about content that no reader knows and that is left out."""
        self.add(Level.WARNING, code, place, message, subject, is_unread=True)

    def error(self, code: str, place: str, message: str, subject: str = "") -> None:
        """Add a diagnostic of level ``error``."""
        self.add(Level.ERROR, code, place, message, subject)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add diagnostics as they are."""
        self._found.extend(found)

    def refuse_unread(self) -> None:
        """Make errors of the warnings about content that no reader knows."""
        for index, each in enumerate(self._found):
            if each.level is Level.WARNING and each.is_unread:
                message = each.message.replace("; it is ignored", "")
                self._found[index] = dataclasses.replace(each, level=Level.ERROR, message=message)

    def count(self, level: Level) -> int:
        """Return the number of diagnostics of exactly this level."""
        return sum(found.level is level for found in self._found)

    @property
    def failed(self) -> bool:
        """Whether there is a diagnostic of level ``error``."""
        return any(found.level is Level.ERROR for found in self._found)
