"""The JSON Schema of a value of several types: one schema for each of them.

A list in the keyword ``type`` leaves open which keywords are about which type; strict readers refuse it.
"""

from __future__ import annotations

from generator.context.dialects import Schema
from templates.connector_catalog.value_limits import limits_of_type

_OTHERS_OF_TYPE = {
    "array": ("items",),
    "integer": (),
    "number": (),
    "object": ("properties", "required", "additionalProperties", "dependentRequired"),
    "string": ("format", "pattern", "contentMediaType", "contentSchema"),
}
_OF_TYPE = {
    type_: (*others, *(each.keyword for each in limits_of_type(type_))) for type_, others in _OTHERS_OF_TYPE.items()
}
_OF_SOME_TYPE = {keyword for keywords in _OF_TYPE.values() for keyword in keywords}


def with_single_types(node: Schema) -> Schema:
    """Return an equivalent schema with at most one type, besides ``null``, in each ``type``."""
    types = node.get("type")
    if not isinstance(types, list) or len([each for each in types if each != "null"]) < 2:
        return node
    moved = _OF_SOME_TYPE | {"type", "allOf"}
    others = {keyword: value for keyword, value in node.items() if keyword not in moved}
    return others | {"anyOf": [_of_type(node, each) for each in types]}


def _of_type(node: Schema, type_: str) -> Schema:
    """Return the schema of the node's values of one type."""
    keywords = {keyword: node[keyword] for keyword in _OF_TYPE.get(type_, ()) if keyword in node}
    if "allOf" in node and type_ == ("object" if "properties" in node else "string"):
        keywords["allOf"] = node["allOf"]
    return {"type": type_} | keywords
