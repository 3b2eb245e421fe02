"""The limits of a property: what a string, a number or a list has to keep to, whatever its type and listed values."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Items, Property
from templates.connector_catalog.value_constraints import ValueConstraints
from templates.connector_catalog.value_limits import LIMITS


def limits_of(property_: Property) -> ValueConstraints:
    """Return the limits of a property's value."""
    format_ = property_.format if property_.format in ("date", "date-time") else ""
    encoding = str(property_.string_encoding or "") if "string" in property_.types and not format_ else ""
    return ValueConstraints(
        pattern=property_.pattern or "",
        format=format_,
        encoding=encoding,
        separator=property_.separator or ("," if encoding == "list" else ""),
        **_stated(property_),
    )


def limits_of_items(items: Items) -> ValueConstraints:
    """Return the limits of an item of a list."""
    return ValueConstraints(pattern=items.pattern or "", **_stated(items))


def _stated(limited: Property | Items) -> dict[str, Any]:
    """Return the limits that a property or the items of a list state, by the names of their fields."""
    values = {each.field: getattr(limited, each.field, None) for each in LIMITS}
    return {field: value for field, value in values.items() if value is not None}


def broken_limit(property_: Property, value: Any) -> tuple[str, str] | None:
    """Return the code and the message of the first limit that a value, or an item of it, does not keep to."""
    fault = limits_of(property_).fault(value)
    if fault is not None or property_.items is None or not isinstance(value, list):
        return fault
    limits = limits_of_items(property_.items)
    return next(filter(None, map(limits.fault, value)), None)
