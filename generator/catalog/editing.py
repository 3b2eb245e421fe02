"""Changes every step or every property of a frozen entry of the catalog."""

from __future__ import annotations

from collections.abc import Callable

from generator.catalog.connector import Property, Step
from generator.catalog.envelope import Entry

Change = Callable[[str, Property], Property]
"""A function from a property and its dotted path to the changed property."""


def map_steps(entry: Entry, change: Callable[[Step], Step]) -> Entry:
    """Return an entry with every step changed."""
    return entry.with_steps(map(change, entry.steps))


def map_properties(properties: tuple[Property, ...], change: Change, above: str = "") -> tuple[Property, ...]:
    """Return properties with each of them changed, parents before the children that the change left them."""
    return tuple(_changed(each, change, above + each.name) for each in properties)


def _changed(found: Property, change: Change, path: str) -> Property:
    changed = change(path, found)
    children = map_properties(changed.children, change, f"{path}.")
    if all(one is other for one, other in zip(children, changed.children, strict=True)):
        return changed
    return changed.with_children(children)


def map_step_properties(step: Step, change: Change) -> Step:
    """Return a step with every property changed, nested ones included."""
    return step.with_fields(properties=map_properties(step.properties, change))
