"""The JSON Schema of an object that is one of several variants."""

from __future__ import annotations

from collections.abc import Sequence

from generator.context.json_schema.dialects import Schema
from generator.context.json_schema.rules import given_here
from templates.connector_catalog.variants import Selector


def one_of(selector: Selector, schemas: Sequence[Schema], *, partial: bool) -> Schema:
    """Return the schema of an object that is one of several.

    The selector alone decides which one, so that errors are about this one only.

    Args:
        selector: The property that tells the objects apart.
        schemas: The schema of each object, with its title; the selector has its constant in it.
        partial: Whether the selector may be missing though a variant requires it.
    """
    constants = [
        {"title": schema["title"], "const": value} for value, schema in zip(selector.values, schemas, strict=True)
    ]
    selected: Schema = {"type": "object", "properties": {selector.name: {"oneOf": constants}}}
    if partial:
        # Where the selector is given, its constant lets one schema hold at most.
        return selected | {"anyOf": list(schemas)}
    if all(selector.required):
        selected["required"] = [selector.name]
    return selected | {"allOf": _clauses(selector, schemas)}


def _clauses(selector: Selector, schemas: Sequence[Schema]) -> list[Schema]:
    """Return a clause for each value of the selector, and one for an object that does not have it."""
    without = [schema for schema, required in zip(schemas, selector.required, strict=True) if not required]
    clauses: list[Schema] = []
    for value, schema in zip(selector.values, schemas, strict=True):
        # Without the type, a value that is not an object would get the errors of every variant.
        has_value: Schema = {"type": "object", "properties": {selector.name: {"const": value}}}
        # This condition holds for an object without the selector, too.
        is_default = len(without) == 1 and schema is without[0]
        clauses.append({"if": has_value if is_default else has_value | {"required": [selector.name]}, "then": schema})
    if len(without) > 1:
        clauses.append({"if": {"not": given_here(selector.name)}, "then": {"anyOf": without}})
    return clauses
