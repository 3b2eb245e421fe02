"""What the command ``validate`` finds, and what it was asked for."""

from __future__ import annotations

from typing import NamedTuple

from ..problems import WARNINGS, Problem
from ..validation import Action, Unknown

UNREADABLE = frozenset({"not-readable", "yaml-missing"})
"""Codes of problems because of which nothing of a file was looked at."""

MAX_DEPTH = 100
"""Objects and lists inside each other."""

LONGEST_PATH = 500


class Settings(NamedTuple):
    """How payloads are validated.

    Attributes:
        vendor: Whose payloads they are; ``None`` where each payload says so.
        type: Of which connector they are; ``None`` where each payload says so.
        action: What the requests do.
        unknown: What to do with names that the catalog does not know.
    """

    vendor: str | None = None
    type: str | None = None
    action: Action = "create"
    unknown: Unknown = "error"


class Finding(NamedTuple):
    """A problem and where it is.

    Attributes:
        file: The file's name as it was given.
        line: The line, from 1; ``None`` for what concerns the whole file.
        problem: The problem.
    """

    file: str
    line: int | None
    problem: Problem

    @property
    def level(self) -> str:
        """``error`` or ``warning``."""
        return "warning" if self.problem.code in WARNINGS else "error"


class BadInputError(Exception):
    """A file, a document or a line holds nothing that could be validated.

    Attributes:
        problem: What is wrong with it; as in all problems, no part of the input stands in it.
        line: In which line of the text, from 1; ``None`` for all of it.
    """

    def __init__(self, code: str, message: str, *, line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.problem = Problem("", code, message, hint)
        self.line = line


def joined(path: str, name: str) -> str:
    """The path of a property inside an object, spelt as in problems."""
    return f"{path}.{name}" if path else name


def below(prefix: str, problem: Problem) -> Problem:
    """The problem of an item, with its path from the top of the file; a path without end is cut."""
    path = joined(prefix, problem.path) if prefix and problem.path else prefix or problem.path
    if len(path) > LONGEST_PATH:
        path = f"{path[:LONGEST_PATH]}…"
    return problem if path == problem.path else problem._replace(path=path)
