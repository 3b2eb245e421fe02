"""Finds the properties that accept implausible values, such as a port above 65535."""

from __future__ import annotations

import re
from typing import Any

from generator.catalog.property import Property
from templates.connector_catalog.value_constraints import is_port
from templates.connector_catalog.value_limits import limits_of_type

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TYPES = frozenset({"integer", "number", "string"})
_LIMITS = (*(each.field for each in limits_of_type("number")), "enum", "pattern_description")


def is_port_number(property_: Property) -> bool:
    """Return whether a property is the number of a port, and its documents say nothing else about its range."""
    words = _WORD.findall(property_.name)
    if not words or words[-1].lower() != "port" or not property_.types or not _TYPES.issuperset(property_.types):
        return False
    if any(property_.states(limit) for limit in _LIMITS):
        return False
    default = [property_.default] if property_.states_default else []
    return all(map(_may_be_port, (*default, *(property_.examples or ()))))


def _may_be_port(value: Any) -> bool:
    return value is None or is_port(value)
