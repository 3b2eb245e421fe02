"""The values that are listed for a property or for the items of a list."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Property


def item_values(property_: Property) -> tuple[Any, ...]:
    """Return the values that are listed for the items of a list; none if no values are listed."""
    return (property_.items.enum if property_.items is not None else None) or ()


def known_values(property_: Property) -> tuple[Any, ...]:
    """Return the values that are listed for a property, or else for its items, whether or not it accepts others."""
    return property_.accepted or item_values(property_)
