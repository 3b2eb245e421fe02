"""The JSON Schema of a value of several types: one schema for each of them.

A list in the keyword ``type`` leaves open which keywords are about which type; strict readers refuse it.
"""

from __future__ import annotations

from generator.context.dialects import Schema

_OF_NUMBERS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_OF_TYPE = {
    "array": ("items", "minItems", "maxItems", "uniqueItems"),
    "integer": _OF_NUMBERS,
    "number": _OF_NUMBERS,
    "object": ("properties", "required", "additionalProperties", "dependentRequired"),
    "string": ("format", "pattern", "minLength", "maxLength", "contentMediaType", "contentSchema"),
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
