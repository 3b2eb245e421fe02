"""States since when the vendor's documents have a connector or a property."""

from __future__ import annotations

from generator.catalog.connector import Connector, Step
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.property import Property


def date_entry(entry: Entry, context: Context) -> Entry:
    """State the date of the first document that has a connector or a property, where an earlier document lacks it.

    What the first document has may be older than that, so nothing is stated about it. A property that is as new as its
    connector has no date of its own.
    """
    history = context.knowledge.history
    first, *later = history.dates_of(entry.key) or [""]
    if not later or not isinstance(entry, Connector):
        return entry

    def since(step: str = "", path: str = "") -> str | None:
        seen = history.first_seen(entry.key, step, path)
        return seen if seen is not None and seen > first else None

    connector_since = since()

    def change(step: Step) -> Step:
        def dated(path: str, property_: Property) -> Property:
            seen = since(step.name, path)
            return property_.with_fields(since=None if seen == connector_since else seen)

        return map_step_properties(step, dated)

    return map_steps(entry.with_fields(since=connector_since), change)  # type: ignore[return-value]
