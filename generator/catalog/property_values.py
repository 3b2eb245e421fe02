"""The values that are listed for a property or for the items of a list."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Property


def item_values(prop: Property) -> tuple[Any, ...]:
    """Return the values that are listed for the items of a list; none if no values are listed."""
    return (prop.items.enum if prop.items is not None else None) or ()


def known_values(prop: Property) -> tuple[Any, ...]:
    """Return the values that are listed for a property, or else for its items, whether or not it accepts others."""
    return prop.accepted or item_values(prop)
