"""The names that a property may have: in tables, in schemas and in example payloads."""

from __future__ import annotations

import re

PROPERTY_NAME = re.compile(r"[A-Za-z0-9_$][\w.$-]*", re.ASCII)
"""The rule; what a document names otherwise is a diagnostic."""

EXPECTED_NAME = "expected letters, digits, _ . - $"
"""The rule in words."""


def property_name_fault(name: str) -> str:
    """Return what is wrong with a property's name; empty for a valid one."""
    is_valid = PROPERTY_NAME.fullmatch(name) is not None
    return "" if is_valid else f"invalid property name {name[:60]!r}; {EXPECTED_NAME}"
