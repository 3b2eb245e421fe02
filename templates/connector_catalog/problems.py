"""The problems of a payload."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A problem of a payload. No field ever contains a value of the payload, so none can reveal a secret.

    Attributes:
        path: Path in the payload, such as ``config.reports[0].table``.
        code: Stable name of this kind of problem.
        message: What is expected.
        hint: A suggestion, such as the most similar name; may be empty.
        reference: Page and anchor of the reference, such as ``acme/source/shop.md#form-api_key``; may be empty.
    """

    path: str
    code: str
    message: str
    hint: str = ""
    reference: str = ""

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{where}[{self.code}] {self.message}{hint}"


def joined(path: str, name: str) -> str:
    """Return the path of a property in the object at a path."""
    return f"{path}.{name}" if path else name


WARNINGS = frozenset({"unknown-warning"})
"""Codes of problems that do not make a payload invalid."""
