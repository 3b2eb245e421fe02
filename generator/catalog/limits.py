"""The limits of a property: what a string, a number or a list has to keep to, whatever its type and listed values."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Items, Property
from templates.connector_catalog.value_constraints import ValueConstraints


def limits_of(property_: Property) -> ValueConstraints:
    """Return the limits of a property's value."""
    format_ = property_.format if property_.format in ("date", "date-time") else ""
    encoding = str(property_.string_encoding or "") if "string" in property_.types and not format_ else ""
    return ValueConstraints(
        pattern=property_.pattern or "",
        format=format_,
        encoding=encoding,
        separator=property_.separator or ("," if encoding == "list" else ""),
        minimum=property_.minimum,
        maximum=property_.maximum,
        min_length=property_.min_length,
        max_length=property_.max_length,
        exclusive_minimum=property_.exclusive_minimum,
        exclusive_maximum=property_.exclusive_maximum,
        min_items=property_.min_items,
        max_items=property_.max_items,
        unique_items=bool(property_.unique_items),
    )


def limits_of_items(items: Items) -> ValueConstraints:
    """Return the limits of an item of a list."""
    return ValueConstraints(
        pattern=items.pattern or "",
        minimum=items.minimum,
        maximum=items.maximum,
        min_length=items.min_length,
        max_length=items.max_length,
    )


def broken_limit(property_: Property, value: Any) -> tuple[str, str] | None:
    """Return the code and the message of the first limit that a value, or an item of it, does not keep to."""
    fault = limits_of(property_).fault(value)
    if fault is not None or property_.items is None or not isinstance(value, list):
        return fault
    limits = limits_of_items(property_.items)
    return next(filter(None, map(limits.fault, value)), None)
