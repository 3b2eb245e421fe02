"""Finds the property whose value selects one of the schemas of a ``oneOf``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.blocks.specification import Schema, Specification
from templates.connector_catalog.constraints import are_unique


class Selector(NamedTuple):
    """The name of the property that selects one of several schemas, and its value in each of them."""

    name: str
    values: list[Any]


def selector_of(schemas: Sequence[Schema], specification: Specification) -> Selector | None:
    """Return the property that has a different constant in each schema.

    ``None`` if there is no such property. Of several, the one that most of the schemas require is returned.
    """
    constants = [_constants(schema, specification) for schema in schemas]
    common = [name for name in constants[0] if all(name in values for values in constants)] if constants else []
    distinct = [name for name in common if are_unique([values[name] for values in constants])]
    if not distinct:
        return None
    required = [schema.keywords.get("required", ()) for schema in schemas]
    name = max(distinct, key=lambda name: sum(name in names for names in required))
    return Selector(name, [values[name] for values in constants])


def _constants(schema: Schema, specification: Specification) -> dict[str, Any]:
    """Return the values of the properties of an object that accept one value only."""
    constants = {}
    for name, child in schema.properties.items():
        keywords = specification.resolved(child).keywords
        values = keywords.get("enum", ())
        if keywords.get("const") is not None:
            constants[name] = keywords["const"]
        elif len(values) == 1 and isinstance(values[0], str | int | float):
            constants[name] = values[0]
    return constants
