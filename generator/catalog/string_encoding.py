"""The values that a string encodes: booleans, integers, lists and JSON."""

from __future__ import annotations

import re
from typing import Any

from generator.catalog.property import Property
from generator.catalog.values import escaped
from templates.connector_catalog.constraints import INTEGER, matches
from templates.connector_catalog.string_values import json_in

_PATTERNS: dict[str | None, str] = {"boolean": "^(true|false)$", "integer": INTEGER}

_PLACEHOLDER = re.compile(r"\s*|<[^<>]*>|[X.]+[0-9]*|\.\.\.", re.ASCII)


def is_placeholder(value: Any) -> bool:
    """Return whether an example's value is a placeholder, such as ``<PORT>``, ``XX`` or an empty string."""
    return isinstance(value, str) and _PLACEHOLDER.fullmatch(value) is not None


def list_pattern(separator: str) -> str:
    """Return the pattern of a string that encodes a list: entries that are not empty, and separators between them."""
    mark = escaped(separator)
    return f"^[^{mark}]+({mark}[^{mark}]+)*$"


def encoding_pattern(property_: Property) -> str | None:
    """Return the pattern of the strings that the property's encoding allows; ``None`` where a pattern cannot tell."""
    if property_.string_encoding == "list":
        return list_pattern(property_.separator or ",")
    return _PATTERNS.get(property_.string_encoding)


def is_encoded(property_: Property, value: str) -> bool:
    """Return whether a string is one that the property's encoding allows."""
    if property_.string_encoding == "json":
        return isinstance(json_in(value), list | dict)
    pattern = encoding_pattern(property_)
    return pattern is None or matches(pattern, value)
