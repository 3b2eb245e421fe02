"""Corrects the fields of properties."""

from __future__ import annotations

import functools

import pydantic

from generator.catalog.connector import Property
from generator.catalog.context import Context
from generator.catalog.corrections import Correction
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry


def correct_fields(entry: Entry, context: Context) -> Entry:
    """Apply the corrections of the fields of an entry's properties, in their order."""
    for each in context.knowledge.corrections.of_fields(entry.key):
        change = functools.partial(_corrected, correction=each, context=context)
        entry = map_steps(entry, lambda step: map_step_properties(step, change) if step.name == each.step else step)  # noqa: B023
    return entry


def _corrected(path: str, found: Property, *, correction: Correction, context: Context) -> Property:
    field, stated = str(correction.field), found.to_json()
    if path != correction.path or stated.get(field) != correction.old:
        return found
    context.usage.corrections.append(correction)
    changes = {field: correction.new} | ({"secretFrom": "correction"} if field == "secret" else {})
    stated = {name: value for name, value in (stated | changes).items() if name != field or value is not None}
    try:
        changed = Property.model_validate(stated)
    except pydantic.ValidationError as fault:
        message = f"the corrected property is invalid: {fault.errors()[0]['msg']}"
        context.diagnostics.error("corrections-format", found.place, message, correction.subject)
        return found
    context.diagnostics.warning("corrected", found.place, correction.reason, correction.subject)
    return changed
