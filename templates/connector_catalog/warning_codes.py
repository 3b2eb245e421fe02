"""The codes of warnings and notes about payloads, which a caller can ignore. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Collection

from .nearest import nearest
from .problems import UNKNOWN_WARNING, Problem

WARNING_CODES = (
    *("deprecated", "deprecated-value", "empty-value", "expected", "not-a-reference", "not-applicable", "other-part"),
    *("placeholder", "port-range", UNKNOWN_WARNING, "unlisted-value"),
)


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
