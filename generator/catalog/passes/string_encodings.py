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
    return map_step_properties(step, lambda path, prop: prop if path in placeholders else _enforced(prop))


def _enforced(prop: Property) -> Property:
    if prop.accepted is not None or prop.pattern is not None or "string" not in prop.types:
        return prop
    if prop.string_encoding == "boolean" and prop.types == ("string",):
        return prop.with_inferred(enum=("true", "false"))
    pattern = encoding_pattern(prop)
    return prop if pattern is None else prop.with_inferred(pattern=pattern)
