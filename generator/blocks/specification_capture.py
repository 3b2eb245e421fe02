"""Converts an OpenAPI file's blocks to and from JSON, the format of captures.

The keywords are OpenAPI's. A reference is the name of a schema, a description consists of blocks by place, and a schema
that consists of references only is the list of their names.
"""

from __future__ import annotations

from typing import Any

from generator.blocks.capture import blocks_from_json, blocks_to_json, expect
from generator.blocks.specification import Operation, Schema, Specification, pointer

_STRUCTURE = frozenset({"description", "properties", "items", "allOf", "$ref", "mapping"})


def specification_to_json(specification: Specification) -> dict[str, Any]:
    """Return an OpenAPI file's operations and schemas as JSON values."""
    return {
        "operations": {
            f"{operation.method} {operation.path}": [operation.request, operation.response]
            for operation in specification.operations
        },
        "schemas": {name: _schema_to_json(schema) for name, schema in specification.schemas.items()},
    }


def specification_from_json(data: Any) -> Specification:
    """Return the blocks that :func:`specification_to_json` has converted.

    Raises:
        CaptureError: ``data`` is something else.
    """
    fields = expect(data, dict, "specification")
    operations = expect(fields.get("operations"), dict, "operations")
    schemas = expect(fields.get("schemas"), dict, "schemas")
    return Specification(
        tuple(_operation(key, names) for key, names in operations.items()),
        {name: _schema(body, pointer("components", "schemas", name)) for name, body in schemas.items()},
    )


def _operation(key: str, names: Any) -> Operation:
    method, _, path = key.partition(" ")
    request, response = (*expect(names, list, f"operation {key}"), "", "")[:2]
    return Operation(method, path, expect(request, str, key), expect(response, str, key))


def _schema_to_json(schema: Schema) -> Any:
    references = [part.reference for part in schema.parts]
    others = (schema.keywords, schema.properties, schema.description, schema.items, schema.mapping, schema.reference)
    if references and all(references) and not any(others):
        return references
    structure = {
        "$ref": schema.reference,
        "description": blocks_to_json(schema.description, f"{schema.place}/description"),
        "properties": {name: _schema_to_json(child) for name, child in schema.properties.items()},
        "items": _schema_to_json(schema.items) if schema.items is not None else None,
        "allOf": [_schema_to_json(part) for part in schema.parts],
        "mapping": dict(schema.mapping),
    }
    stated = {name: part for name, part in structure.items() if part}
    # An empty schema of items still states that there are items.
    return {**schema.keywords, **stated} | ({"items": {}} if structure["items"] == {} else {})


def _schema(body: Any, place: str) -> Schema:
    if isinstance(body, list):
        body = {"allOf": [{"$ref": name} for name in body]}
    fields = expect(body, dict, place)
    inner = expect(fields.get("properties", {}), dict, f"{place}/properties")
    parts = expect(fields.get("allOf", []), list, f"{place}/allOf")
    mapping = expect(fields.get("mapping", {}), dict, f"{place}/mapping")
    return Schema(
        place,
        keywords={name: value for name, value in fields.items() if name not in _STRUCTURE},
        description=tuple(blocks_from_json(fields.get("description", {}), f"{place}/description")),
        properties={name: _schema(child, f"{place}/properties{pointer(name)}") for name, child in inner.items()},
        items=_schema(fields["items"], f"{place}/items") if "items" in fields else None,
        parts=tuple(_schema(part, f"{place}/allOf/{number}") for number, part in enumerate(parts)),
        reference=expect(fields.get("$ref", ""), str, f"{place}/$ref"),
        mapping={value: expect(name, str, f"{place}/mapping") for value, name in mapping.items()},
    )
