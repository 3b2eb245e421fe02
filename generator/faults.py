"""Turns what the system refuses into a diagnostic, and knows which errors mean that nothing could be read."""

from __future__ import annotations

import os

from generator.diagnostics import Diagnostic, Level

SYSTEM_ERROR = "system-error"

REFUSED = frozenset(
    [
        "not-readable",
        "too-large",
        "empty-document",
        "not-text",
        "not-json",
        "unknown-document",
        "capture-format",
        "worker-ended",
        SYSTEM_ERROR,
    ]
)
"""The codes of errors that are not about what a document states: the exit status is 2."""


def as_diagnostic(fault: OSError) -> Diagnostic:
    """Return the diagnostic of a call of the system that failed: no space, no permission, a folder instead of a file.

    Its document is the path that the call was about, if it was about one.
    """
    about = os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes | os.PathLike) else ""
    reason = fault.strerror or str(fault) or type(fault).__name__
    return Diagnostic(Level.ERROR, SYSTEM_ERROR, about, "", f"{reason[:1].lower()}{reason[1:]}")
