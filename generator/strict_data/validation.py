"""Reports what a pydantic model refuses in a file."""

from __future__ import annotations

import pydantic

from generator.diagnostics import Diagnostics


def report_first_error(error: pydantic.ValidationError, code: str, subject: str, diagnostics: Diagnostics) -> None:
    """Add the first error of a file, at its place in the file; the message begins with ``subject``.

    Values are left out: they may be secret.
    """
    first = error.errors(include_url=False, include_input=False)[0]
    diagnostics.error(code, _pointer(first["loc"]), f"{subject}: {first['msg']}")


def report_errors(error: pydantic.ValidationError, code: str, file: str, diagnostics: Diagnostics) -> None:
    """Add every error of a file; the place is the file and the place in it."""
    for each in error.errors(include_url=False, include_input=False):
        diagnostics.error(code, f"{file}: {_pointer(each['loc'])}", each["msg"])


def _pointer(location: tuple[int | str, ...]) -> str:
    return "/".join(map(str, location))
