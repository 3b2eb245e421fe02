"""The names that a property may have: in tables, in schemas and in example payloads."""

from __future__ import annotations

import re

PROPERTY_NAME = re.compile(r"[A-Za-z0-9_$][\w.$-]*", re.ASCII)
"""The rule for names; any other name in a document becomes a diagnostic."""

LONGEST_NAME = 200
"""The most characters of a name or an id, which with an extension is the name of a file."""

EXPECTED_NAME = f"expected at most {LONGEST_NAME} letters, digits, _ . - $"
"""The rule in words."""


def is_property_name(name: str) -> bool:
    """Return whether a property may have a name."""
    return len(name) <= LONGEST_NAME and PROPERTY_NAME.fullmatch(name) is not None


def property_name_fault(name: str) -> str:
    """Return the fault of a property's name, or an empty string."""
    return "" if is_property_name(name) else f"invalid property name {name[:60]!r}; {EXPECTED_NAME}"
