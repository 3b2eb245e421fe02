"""What is wrong with a payload."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One problem. No field ever holds a value of the payload, so that none can show a secret.

    Attributes:
        path: Where it is in the payload, such as ``config.reports[0].table``.
        code: A stable name for this kind of problem.
        message: What is expected.
        hint: The nearest name or value, as a question; may be empty.
        reference: The page of the reference and the place on it, such as
            ``fivetran/source/iterable.md#config-api_key``; may be empty.
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


WARNINGS = frozenset({"unknown-warning"})
"""Codes of problems that do not make a payload invalid."""
