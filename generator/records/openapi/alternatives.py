"""Finds what tells the schemas of a ``oneOf`` apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.blocks.specification import Schema, Specification
from templates.connector_catalog.constraints import are_unique


def selector_of(schemas: Sequence[Schema], specification: Specification) -> tuple[str, list[Any]] | None:
    """Return the name of the property that has another value in each of some objects, and these values.

    ``None`` if there is no such property. Of several, the one that most of the objects require comes first.
    """
    values = [_constants(each, specification) for each in schemas]
    names = [name for name in values[0] if all(name in each for each in values)] if values else []
    told = [name for name in names if are_unique([each[name] for each in values])]
    if not told:
        return None
    required = [each.keywords.get("required", ()) for each in schemas]
    name = max(told, key=lambda name: sum(name in each for each in required))
    return name, [each[name] for each in values]


def _constants(schema: Schema, specification: Specification) -> dict[str, Any]:
    """Return the properties of an object that accept one value only."""
    found = {}
    for name, child in schema.properties.items():
        keywords = specification.resolved(child).keywords
        listed = keywords.get("enum", ())
        if keywords.get("const") is not None:
            found[name] = keywords["const"]
        elif len(listed) == 1 and isinstance(listed[0], str | int | float):
            found[name] = listed[0]
    return found
