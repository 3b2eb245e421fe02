"""Schemas of draft 2020-12 as schemas of draft-07 that accept the same values.

Draft-07 ignores unknown keywords, so that an unconverted one would silently check nothing. Descriptions and examples
are left out: editors read draft 2020-12, and validators need neither.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from templates.connector_catalog.value_limits import LIMITS

Schema = Any
"""An object, ``True`` or ``False``."""

_VALUES = frozenset(
    {
        *("$comment", "title", "type", "enum", "const", "default", "required", "format", "pattern"),
        *("minProperties", "maxProperties", "readOnly", "writeOnly", "deprecated"),
        *(each.keyword for each in LIMITS),
    }
)
# Readers of draft-07 may refuse a string that is not of its media type: in draft 2020-12 none does.
_LEFT_OUT = frozenset({"description", "examples", "contentMediaType", "contentSchema"})


class UnknownKeywordError(ValueError):
    """A schema has a keyword whose draft-07 form is unknown."""


def in_draft_07(schema: Schema) -> Schema:
    """Return a schema in draft-07.

    Raises:
        UnknownKeywordError: The schema has another keyword than this project's schemas.
    """
    if isinstance(schema, bool):
        return schema
    converted: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword in _VALUES:
            converted[keyword] = value
        elif keyword in _SCHEMAS:
            converted[keyword] = _SCHEMAS[keyword](value)
        elif keyword == "dependentRequired":
            converted["dependencies"] = value
        elif keyword == "$ref":
            converted["$ref"] = _reference(value)
        elif keyword not in _LEFT_OUT:
            raise UnknownKeywordError(keyword)
    return _beside_reference(converted) if "$ref" in converted and len(converted) > 1 else converted


def _reference(pointer: str) -> str:
    """Return a reference to a definition of draft 2020-12 as one of draft-07."""
    return pointer.replace("#/$defs/", "#/definitions/", 1)


def _beside_reference(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a reference with other keywords; draft-07 ignores siblings of ``$ref``."""
    others = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
    return others | {"allOf": [*others.get("allOf", ()), {"$ref": schema["$ref"]}]}


def _each(schemas: list[Schema]) -> list[Schema]:
    return [in_draft_07(each) for each in schemas]


def _by_name(schemas: dict[str, Schema]) -> dict[str, Schema]:
    return {name: in_draft_07(each) for name, each in schemas.items()}


_SCHEMAS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("additionalProperties", "else", "if", "items", "not", "then"), in_draft_07),
    **dict.fromkeys(("allOf", "anyOf", "oneOf"), _each),
    "properties": _by_name,
}
"""The conversion of each keyword whose value contains schemas."""
