"""Turns exceptions into diagnostics, and knows which errors mean that nothing could be read."""

from __future__ import annotations

import os

from generator.diagnostics import Diagnostic, Level
from generator.internal_error import InternalError

SYSTEM_ERROR = "system-error"

REFUSED = frozenset(
    [
        "not-readable",
        "too-large",
        "empty-document",
        "not-text",
        "not-json",
        "not-yaml",
        "duplicate-key",
        "unknown-document",
        "capture-format",
        "no-such-side",
        "different-vendors",
        "worker-ended",
        SYSTEM_ERROR,
    ]
)
"""The codes of errors outside a document's statements: the exit status is 2."""


def is_refusal(fault: Exception) -> bool:
    """Return whether the system has refused something: no space, no permission, a folder instead of a file."""
    return isinstance(_cause(fault), OSError)


def as_diagnostic(fault: Exception, command: str) -> Diagnostic:
    """Return the diagnostic of an exception that ends a command.

    The document of a refusal is the path that the call was about, if it was about one.
    """
    cause, document = _cause(fault), fault.document if isinstance(fault, InternalError) else ""
    if not isinstance(cause, OSError):
        message = f"{command} ends with {type(cause).__name__}; python -m generator --traceback ... says where"
        return Diagnostic(Level.ERROR, "internal-error", document or "generator", "", message)
    about = os.fsdecode(cause.filename) if isinstance(cause.filename, str | bytes | os.PathLike) else document
    reason = cause.strerror or str(cause) or type(cause).__name__
    return Diagnostic(Level.ERROR, SYSTEM_ERROR, about, "", f"{reason[:1].lower()}{reason[1:]}")


def _cause(fault: Exception) -> BaseException:
    return (fault.__cause__ or fault) if isinstance(fault, InternalError) else fault
