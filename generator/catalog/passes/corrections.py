"""Corrects the fields of properties, and adds properties that a document lacks."""

from __future__ import annotations

import functools
from typing import Any

import pydantic

from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.corrections import Correction
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.property import Property


def correct_fields(entry: Entry, context: Context) -> Entry:
    """Apply the corrections of an entry's properties, in their order."""
    for each in context.knowledge.corrections.of_fields(entry.key):
        change = functools.partial(_corrected_step, correction=each, context=context)
        entry = map_steps(entry, lambda step: change(step) if step.name == each.step else step)  # noqa: B023
    return entry


def _corrected_step(step: Step, *, correction: Correction, context: Context) -> Step:
    if not correction.adds:
        return map_step_properties(step, functools.partial(_corrected, correction=correction, context=context))
    if any(each.name == correction.path for each in step.properties):
        return step
    context.usage.corrections.append(correction)
    added = _validated({"name": correction.path} | correction.new, "", correction, context)
    return step if added is None else step.with_fields(properties=(*step.properties, added))


def _corrected(path: str, property_: Property, *, correction: Correction, context: Context) -> Property:
    field, fields = str(correction.field), property_.to_json()
    if path != correction.path or fields.get(field) != correction.old:
        return property_
    context.usage.corrections.append(correction)
    changes = {field: correction.new} | ({"secretFrom": "correction"} if field == "secret" else {})
    fields = {name: value for name, value in (fields | changes).items() if name != field or value is not None}
    changed = _validated(fields, property_.place, correction, context)
    return property_ if changed is None else changed


def _validated(fields: dict[str, Any], place: str, correction: Correction, context: Context) -> Property | None:
    """Return the property that a correction makes, with a warning; ``None`` with an error where it is invalid."""
    try:
        property_ = Property.model_validate(fields)
    except pydantic.ValidationError as fault:
        message = f"the corrected property is invalid: {fault.errors()[0]['msg']}"
        context.diagnostics.error("corrections-format", place, message, correction.subject)
        return None
    context.diagnostics.warning("corrected", place, correction.reason, correction.subject)
    return property_
