"""The problems of a payload, and their levels."""

from __future__ import annotations

from typing import Literal, NamedTuple

from .escaping import shown

Level = Literal["error", "warning", "note"]
"""A payload is accepted where no problem is an ``error``."""


REQUIRED = "this property is required"
UNKNOWN = "the catalog does not know this property"


class Problem(NamedTuple):
    """A problem of a payload. No field ever contains a value of the payload, so none can reveal a secret.

    Attributes:
        path: Path in the payload, such as ``config.reports[0].table``.
        code: Stable name of this kind of problem.
        message: What is expected.
        hint: A suggestion, such as the most similar name; may be empty.
        reference: Page and anchor of the reference, such as ``acme/source/shop.md#form-api_key``; may be empty.
        level: ``error`` where the payload is not accepted; else ``warning`` or ``note``.
    """

    path: str
    code: str
    message: str
    hint: str = ""
    reference: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        where = f"{shown(self.path)}: " if self.path else ""
        level = "" if self.level == "error" else f"{self.level}: "
        hint = f"; {self.hint}" if self.hint else ""
        return f"{where}{level}[{self.code}] {self.message}{hint}"


def joined(path: str, name: str) -> str:
    """Return the path of a property in the object at a path."""
    return f"{path}.{name}" if path else name


def is_reported(problem: Problem, *, warnings: bool) -> bool:
    """Return whether a problem is reported: errors always, unknown names too, all others where ``warnings`` is true.

    Unknown names that are allowed are no problems at all.
    """
    return warnings or problem.level == "error" or problem.code == UNKNOWN_WARNING


UNKNOWN_WARNING = "unknown-warning"
"""Code of an unknown name that the caller wants to be warned of."""
