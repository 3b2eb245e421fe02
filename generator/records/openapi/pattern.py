"""Reads a schema's ``pattern``: a regular expression of the vendor."""

from __future__ import annotations

from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics
from generator.patterns import PatternError, read_pattern


def pattern_of(schema: Schema, diagnostics: Diagnostics, subject: str) -> str | None:
    """Return the pattern of a schema; a warning ``unsupported-pattern`` and ``None`` where it cannot be used."""
    stated = schema.keywords.get("pattern")
    try:
        return read_pattern(stated) if stated is not None else None
    except PatternError as fault:
        message = f"the pattern {str(stated)[:60]!r} {fault}; it is ignored"
        diagnostics.warning("unsupported-pattern", schema.place, message, subject)
        return None
