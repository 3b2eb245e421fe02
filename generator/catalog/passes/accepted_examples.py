"""Drop invalid examples of properties that the vendor's documents declare."""

from __future__ import annotations

from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.property import Property
from generator.catalog.values import is_accepted, literal
from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import is_among, matches


def with_accepted_examples(entry: Entry, diagnostics: Diagnostics) -> Entry:
    """Return an entry whose properties have examples of their own types and values only."""

    def change(path: str, prop: Property) -> Property:
        shown = [literal(each, prop.types) for each in prop.examples or ()]
        valid = tuple(each for each in shown if _is_valid(each, prop))
        for each in shown:
            if not _is_valid(each, prop):
                message = f"the example {each!r:.60} is not what the property declares; ignoring it"
                diagnostics.note("example-not-valid", prop.place, message, f"{entry.key} {path}")
        return prop.with_fields(examples=valid or None) if valid != prop.examples else prop

    return map_steps(entry, lambda step: map_step_properties(step, change))


def _is_valid(value: object, prop: Property) -> bool:
    if not is_accepted(value, prop.types) or (prop.accepted is not None and not is_among(value, prop.accepted)):
        return False
    return prop.pattern is None or not isinstance(value, str) or matches(prop.pattern, value)
