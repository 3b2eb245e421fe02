"""The codes of warnings and notes about payloads, which a caller can ignore. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Collection

from .nearest import nearest
from .problem_codes import PROBLEM_CODES
from .problems import Problem

SKIPPED = "skipped"
"""Code of a file in a folder that the command passes over."""

MORE_PROBLEMS = "more-problems"
"""Code of the note that a file has more problems than are listed."""

WARNING_CODES = tuple(
    sorted(code for code, each in PROBLEM_CODES.items() if each.level in ("warning", "note") and code != MORE_PROBLEMS)
)
"""The codes that a caller can ignore."""


def refuse_other_codes(ignore: Collection[str]) -> None:
    """Raise an error unless each code is one of a warning; an error cannot be ignored.

    Raises:
        ValueError: A code is not; the message suggests the nearest.
    """
    if isinstance(ignore, str):
        raise ValueError("expected codes in a tuple or a list")  # noqa: TRY004 # as for other values of arguments
    for code in ignore:
        if code not in WARNING_CODES:
            hint = nearest(code, WARNING_CODES) or f"expected one of: {', '.join(WARNING_CODES)}"
            raise ValueError(f"{code!r} is not the code of a warning; {hint}")


def is_ignored(problem: Problem, ignore: Collection[str]) -> bool:
    """Return whether a problem is not reported because a caller ignores its code; errors always are."""
    return problem.level != "error" and problem.code in ignore
