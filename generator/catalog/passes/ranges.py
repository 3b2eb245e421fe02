"""Leaves out the limits of a property that no value can meet."""

from __future__ import annotations

from typing import TypeVar

from generator.catalog.passes.scope import Scope
from generator.catalog.property import Items, Property
from generator.catalog.property_values import item_values
from templates.connector_catalog.bounds import SAMPLE_ITEMS
from templates.connector_catalog.constraints import is_among

_Limited = TypeVar("_Limited", Property, Items)

_RANGES = (
    ("minimum", "maximum", "minimum", "maximum", False),
    ("exclusive_minimum", "maximum", "exclusive minimum", "maximum", True),
    ("minimum", "exclusive_maximum", "minimum", "exclusive maximum", True),
    ("exclusive_minimum", "exclusive_maximum", "exclusive minimum", "exclusive maximum", True),
    ("min_length", "max_length", "least length", "greatest length", False),
    ("min_items", "max_items", "least number of items", "greatest number of items", False),
)
"""The ends of ranges, their names, and whether ends that are equal leave nothing between them."""


def with_possible_limits(property_: Property, scope: Scope) -> Property:
    """Return a property without ranges that are empty; each is a warning."""
    changed = _without_empty_ranges(property_, property_, scope)
    if changed.items is not None:
        changed = changed.with_fields(items=_without_empty_ranges(changed.items, property_, scope))
    least, listed = changed.min_items or 0, _count_of_values(changed)
    if changed.unique_items and listed is not None and least > listed:
        message = f"it needs {least} different items, and lists {listed} values; ignoring the least number of items"
        scope.warn("empty-range", message, property_)
        return changed.without_fields("min_items")
    if least > SAMPLE_ITEMS:
        message = f"it needs {least} items; examples have at most {SAMPLE_ITEMS}, or leave the property out"
        scope.note("long-list", message, property_)
    return changed


def _without_empty_ranges(limited: _Limited, property_: Property, scope: Scope) -> _Limited:
    for first, last, least_name, most_name, is_exclusive in _RANGES:
        least, most = getattr(limited, first, None), getattr(limited, last, None)
        if least is None or most is None or least < most or (least == most and not is_exclusive):
            continue
        relation = "greater than" if least > most else "equal to"
        message = f"the {least_name} {least} is {relation} the {most_name} {most}; ignoring both"
        scope.warn("empty-range", message, property_)
        limited = limited.without_fields(first, last)
    return limited


def _count_of_values(property_: Property) -> int | None:
    """Return how many different values the items of a list can have; ``None`` if they may have others than listed."""
    listed = item_values(property_)
    if not listed or property_.enum_open:
        return None
    return sum(not is_among(each, listed[:at]) for at, each in enumerate(listed))
