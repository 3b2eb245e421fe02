"""Reads a schema's ``pattern``: a regular expression of the vendor."""

from __future__ import annotations

import re
from typing import Any

from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics
from generator.records.openapi.patterns.linear_time import require_linear
from generator.records.openapi.patterns.nodes import PatternError
from generator.records.openapi.patterns.syntax import parse
from templates.connector_catalog.constraints import python_pattern


def read_pattern(value: Any) -> str:
    """Return a vendor's regular expression in the syntax that Python and every validator of JSON Schemas share.

    Raises:
        PatternError: It is not a regular expression, dialects differ about it, or a search may take more than linear
            time; the message completes "the pattern …".
    """
    if not isinstance(value, str):
        raise PatternError("is not a string")
    parsed = parse(value)
    require_linear(parsed.node)
    try:
        re.compile(python_pattern(parsed.text))
    except re.error as fault:
        raise PatternError(f"is not one that Python knows: {fault.msg}") from None
    return parsed.text


def pattern_of(schema: Schema, diagnostics: Diagnostics, subject: str) -> str | None:
    """Return the pattern of a schema; ``None`` without one, or, with a warning, if it is unsupported."""
    pattern = schema.keywords.get("pattern")
    try:
        return read_pattern(pattern) if pattern is not None else None
    except PatternError as fault:
        message = f"the pattern {str(pattern)[:60]!r} {fault}; it is ignored"
        diagnostics.warning("unsupported-pattern", schema.place, message, subject)
        return None


__all__ = ["PatternError", "pattern_of", "read_pattern"]
