"""Changes every step or every property of a frozen entry of the catalog."""

from __future__ import annotations

from collections.abc import Callable

from generator.catalog.connector import Step
from generator.catalog.envelope import Entry
from generator.catalog.property import Property

Change = Callable[[str, Property], Property]
"""A function from a property and its dotted path to the changed property."""


def map_steps(entry: Entry, change: Callable[[Step], Step]) -> Entry:
    """Return an entry with every step changed."""
    steps = tuple(map(change, entry.steps))
    return entry if _are_same(steps, entry.steps) else entry.with_steps(steps)


def map_properties(properties: tuple[Property, ...], change: Change, above: str = "") -> tuple[Property, ...]:
    """Return properties with each of them changed, parents before the children that the change left them."""
    changed = tuple(_changed(each, change, above + each.name) for each in properties)
    return properties if _are_same(changed, properties) else changed


def _changed(property_: Property, change: Change, path: str) -> Property:
    changed = change(path, property_)
    return changed.with_nested(lambda inner, joint: map_properties(inner, change, path + joint))


def _are_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return all(each is another for each, another in zip(one, other, strict=True))


def map_step_properties(step: Step, change: Change) -> Step:
    """Return a step with every property changed, nested ones included."""
    return step.with_fields(properties=map_properties(step.properties, change))
