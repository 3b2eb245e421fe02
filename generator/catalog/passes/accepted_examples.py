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

    def change(path: str, found: Property) -> Property:
        shown = [literal(each, found.types) for each in found.examples or ()]
        kept = tuple(each for each in shown if _is_valid(each, found))
        for each in shown:
            if not _is_valid(each, found):
                message = f"the example {each!r:.60} is not what the property declares; ignoring it"
                diagnostics.note("example-not-valid", found.place, message, f"{entry.key} {path}")
        return found.with_fields(examples=kept or None) if kept != found.examples else found

    return map_steps(entry, lambda step: map_step_properties(step, change))


def _is_valid(value: object, found: Property) -> bool:
    if not is_accepted(value, found.types) or (found.accepted is not None and not is_among(value, found.accepted)):
        return False
    return found.pattern is None or not isinstance(value, str) or matches(found.pattern, value)
