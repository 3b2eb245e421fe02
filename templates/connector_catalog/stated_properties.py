"""What the catalog states about a property, for the modules that read it. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SET_BY_VENDOR = ("readOnly", "internal")
"""The requirements of properties that the vendor sets, or has for its own use."""


def is_set_by_vendor(stated: Mapping[str, Any]) -> bool:
    """Return whether the vendor sets a property, whatever a request says."""
    return bool(stated.get("readOnly")) or stated.get("requirement") in SET_BY_VENDOR


def types_of(stated: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the JSON Schema types of a property; empty if none is stated."""
    types = stated.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)
