"""The schema of a scalar value for datamodel-code-generator: types, listed values, or a type of the package."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.property import Property
from generator.context.constraints import accepted_values, field_constraints, is_open
from generator.context.json_schema.dialects import Schema

ANYTHING = ("string", "integer", "number", "boolean", "object")
_OWN_TYPES = "connector_catalog.encodings"
_ENCODED = {
    "boolean": "EncodedBoolean",
    "integer": "EncodedInteger",
    "date": "EncodedDate",
    "date-time": "EncodedDateTime",
    "list": "EncodedList",
    "json": "EncodedJson",
}


def own_type(property_: Property) -> Schema:
    """Return the schema of a property whose type hint is one of the package's own types; empty for other properties."""
    constraints = field_constraints(property_)
    form = constraints.format or constraints.encoding
    encoded = "EncodedOpenBoolean" if form == "boolean" and is_open(property_) else _ENCODED.get(form)
    if property_.types == ("string",) and not property_.secret and encoded is not None:
        return {"customTypePath": f"{_OWN_TYPES}.{encoded}"}
    return {"customTypePath": f"{_OWN_TYPES}.SecretObject"} if is_secret_object(property_) else {}


def plain(property_: Property) -> Schema:
    """Return the schema of a value by its types."""
    # An integer stays an integer.
    types = [*(["integer"] if "number" in property_.types else []), *property_.types]
    hidden = {"format": "password"} if property_.secret and property_.types == ("string",) else {}
    return {"type": types} | hidden if types else {}


def listed(property_: Property) -> Schema:
    """Return the schema of a value that is one of those listed."""
    values = accepted_values(property_)
    if property_.string_encoding == "boolean" and values == ("true", "false"):
        return {"customTypePath": f"{_OWN_TYPES}.EncodedBoolean"}
    return {} if any(isinstance(value, list | tuple | dict) for value in values) else {"enum": values}


def union(nested: list[Schema], types: Iterable[str]) -> Schema:
    """Return the union of objects or lists with the other ones of some types."""
    others = [each for each in types if each != nested[0]["type"]]
    members = [*nested, *([{"type": others}] if others else [])]
    return {"anyOf": members} if len(members) > 1 else members[0]


def or_reference(hint: Schema) -> Schema:
    """Return the schema of a secret that may be a reference, too."""
    return {"anyOf": [*hint.get("anyOf", [hint]), {"customTypePath": f"{_OWN_TYPES}.SecretReference"}]}


def takes_strings(property_: Property) -> bool:
    """Return whether the type hint of a property takes every string."""
    return not accepted_values(property_) and (not property_.types or "string" in property_.types)


def is_secret_object(property_: Property) -> bool:
    """Return whether an object is secret as a whole and nothing is known of its contents."""
    return bool(property_.secret) and property_.types == ("object",) and not (property_.children or property_.variants)
