"""The findings and the settings of the command ``validate``."""

from __future__ import annotations

from typing import NamedTuple

from ..problems import Problem, joined
from ..validation import Action, Unknown

UNREADABLE = frozenset({"not-readable", "yaml-missing"})
"""Codes of problems that prevent a file from being read."""

NO_PAYLOAD = "empty, expected a payload"

LONGEST_PATH = 500


class Settings(NamedTuple):
    """The settings of a validation; the vendor and the type are ``None`` if each payload names its connector.

    Files that are ``found`` in a folder may hold something else than payloads. With a version of the data in ``since``,
    payloads are not validated: the problems are what has changed for them since then.
    """

    vendor: str | None = None
    type: str | None = None
    action: Action = "create"
    unknown: Unknown = "error"
    ignore: tuple[str, ...] = ()  # Codes of warnings.
    found: bool = False
    since: str = ""


class Finding(NamedTuple):
    """A problem and its position: the file as given, and the line, from 1; ``None`` for the whole file.

    ``link`` leads to the page of the reference; it is empty where nobody has published one.
    """

    file: str
    line: int | None
    problem: Problem
    link: str = ""

    @property
    def level(self) -> str:
        """``error``, ``warning`` or ``note``."""
        return self.problem.level

    @property
    def reference(self) -> str:
        """The link to the page of the reference, else the page; may be empty."""
        return self.link or self.problem.reference

    @property
    def sentence(self) -> str:
        """The finding without its position and code: ``path: message; hint (reference)``."""
        path, _, message, hint, _, _ = self.problem
        reference = self.reference
        place = f"{path}: " if path else ""
        suggestion = f"; {hint}" if hint else ""
        return f"{place}{message}{suggestion}{f' ({reference})' if reference else ''}"


class BadInputError(Exception):
    """A file, a document or a line has nothing that can be validated; the line counts from 1, if there is one."""

    def __init__(self, code: str, message: str, *, line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.problem = Problem("", code, message, hint)
        self.line = line


def below(prefix: str, problem: Problem) -> Problem:
    """Return the problem of an item with its path from the top of the file; a very long path is cut."""
    path = joined(prefix, problem.path) if prefix and problem.path else prefix or problem.path
    if len(path) > LONGEST_PATH:
        path = f"{path[:LONGEST_PATH]}…"
    return problem if path == problem.path else problem._replace(path=path)
