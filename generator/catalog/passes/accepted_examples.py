"""Drop invalid examples of properties that the vendor's documents declare."""

from __future__ import annotations

from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.limits import broken_limit
from generator.catalog.property import Property
from generator.catalog.values import is_accepted, literal
from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import is_among


def with_accepted_examples(entry: Entry, diagnostics: Diagnostics) -> Entry:
    """Return an entry whose properties have only examples of their types, listed values and limits."""

    def change(path: str, property_: Property) -> Property:
        shown = [literal(each, property_.types) for each in property_.examples or ()]
        valid = tuple(each for each in shown if _is_valid(each, property_))
        for each in shown:
            if not _is_valid(each, property_):
                message = f"the example {each!r:.60} is not what the property declares; ignoring it"
                diagnostics.note("example-not-valid", property_.place, message, f"{entry.key} {path}")
        return property_.with_fields(examples=valid or None) if valid != property_.examples else property_

    return map_steps(entry, lambda step: map_step_properties(step, change))


def _is_valid(value: object, property_: Property) -> bool:
    if not is_accepted(value, property_.types) or (
        property_.accepted is not None and not is_among(value, property_.accepted)
    ):
        return False
    return broken_limit(property_, value) is None
