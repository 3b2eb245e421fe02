"""Reads vendors' regular expressions, so that every dialect reads them alike and they take linear time."""

from __future__ import annotations

import re
from typing import Any

from generator.patterns.linear_time import require_linear
from generator.patterns.nodes import PatternError
from generator.patterns.syntax import parse
from templates.connector_catalog.constraints import python_pattern


def read_pattern(value: Any) -> str:
    """Return a vendor's regular expression as Python and every validator of JSON Schemas read it.

    Raises:
        PatternError: It is no regular expression, dialects differ about it, or a text of it may take more than linear
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


__all__ = ["PatternError", "read_pattern"]
