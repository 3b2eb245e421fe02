"""Enforces string encodings: they become values or patterns, which every output checks alike."""

from __future__ import annotations

from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.property import Property
from generator.catalog.string_encoding import encoding_pattern, is_placeholder


def enforce_encodings(entry: Entry, _: Context) -> Entry:
    """Add the values or the pattern that the string encodings of an entry's properties allow."""
    return map_steps(entry, _enforced_step)


def _enforced_step(step: Step) -> Step:
    # A vendor's own example must be accepted, even where it has a placeholder.
    placeholders = {name for payload in step.examples or () for name in payload if is_placeholder(payload[name])}
    return map_step_properties(
        step, lambda path, property_: property_ if path in placeholders else _enforced(property_)
    )


def _enforced(property_: Property) -> Property:
    if property_.accepted is not None or property_.pattern is not None or "string" not in property_.types:
        return property_
    if property_.string_encoding == "boolean" and property_.types == ("string",):
        return property_.with_inferred(enum=("true", "false"))
    pattern = encoding_pattern(property_)
    return property_ if pattern is None else property_.with_inferred(pattern=pattern)
