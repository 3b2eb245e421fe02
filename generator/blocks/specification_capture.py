"""Converts an OpenAPI file's blocks to and from JSON, the format of captures.

The keywords of a schema are OpenAPI's. A reference is the name of a schema, a description consists of blocks by place,
and a schema that consists of references only is the list of their names.
"""

from __future__ import annotations

from typing import Any

from generator.blocks.capture import CaptureError, Expected, blocks_from_json, blocks_to_json, expect
from generator.blocks.keywords import valid_keywords
from generator.blocks.specification import Operation, Schema, Specification
from generator.diagnostics import Diagnostics
from generator.strict_data.pointer import pointer
from templates.connector_catalog.bounds import DOCUMENT

_STRUCTURE = frozenset({"description", "properties", "items", "allOf", "oneOf", "$ref", "mapping"})


def specification_to_json(specification: Specification) -> dict[str, Any]:
    """Return an OpenAPI file's operations and schemas as JSON values."""
    return {
        "operations": {
            f"{each.method} {each.path}": [each.request, each.response] for each in specification.operations
        },
        "schemas": {name: _schema_to_json(schema) for name, schema in specification.schemas.items()},
    }


def specification_from_json(data: Any) -> Specification:
    """Return the blocks that :func:`specification_to_json` has converted.

    Raises:
        CaptureError: ``data`` is something else.
    """
    fields = expect(data, dict, "specification")
    operations, schemas = (expect(fields.get(name), dict, name) for name in ("operations", "schemas"))
    diagnostics = Diagnostics()
    named = {name: _schema(body, pointer("components", "schemas", name), diagnostics) for name, body in schemas.items()}
    for fault in diagnostics:
        raise CaptureError(f"{fault.place}: {fault.message}")
    return Specification(tuple(_operation(key, names) for key, names in operations.items()), named)


def _operation(key: str, names: Any) -> Operation:
    method, _, path = key.partition(" ")
    request, response = (*expect(names, list, f"operation {key}"), "", "")[:2]
    return Operation(method, path, expect(request, str, key), expect(response, str, key))


def _schema_to_json(schema: Schema) -> Any:
    references = [part.reference for part in schema.parts]
    content = (schema.keywords, schema.properties, schema.description, schema.items, schema.variants)
    has_references_only = all(references) and not any((*content, schema.mapping, schema.reference))
    if references and has_references_only:
        return references
    structure = {
        "$ref": schema.reference,
        "description": blocks_to_json(schema.description, f"{schema.place}/description"),
        "properties": {name: _schema_to_json(child) for name, child in schema.properties.items()},
        "items": _schema_to_json(schema.items) if schema.items is not None else None,
        "allOf": [_schema_to_json(part) for part in schema.parts],
        "oneOf": [_schema_to_json(variant) for variant in schema.variants],
        "mapping": dict(schema.mapping),
    }
    # An empty schema of items still states that there are items.
    stated = {name: part for name, part in structure.items() if part or (name == "items" and part is not None)}
    return {**schema.keywords, **stated}


def _schema(body: Any, place: str, diagnostics: Diagnostics, depth: int = 0) -> Schema:
    if depth > DOCUMENT.depth:
        raise CaptureError(f"{place[:200]} is nested too deeply; expected at most {DOCUMENT.depth} levels")
    if isinstance(body, list):
        body = {"allOf": [{"$ref": name} for name in body]}
    fields = expect(body, dict, place)

    def part(name: str, type_: type[Expected]) -> Expected:
        return expect(fields[name], type_, f"{place}/{name}") if name in fields else type_()

    def child(body: Any, name: str) -> Schema:
        return _schema(body, f"{place}/{name}", diagnostics, depth + 1)

    keywords = {name: value for name, value in fields.items() if name not in _STRUCTURE}
    return Schema(
        place,
        keywords=valid_keywords(keywords, place, diagnostics),
        description=blocks_from_json(fields["description"], f"{place}/description") if "description" in fields else (),
        properties={
            name: child(value, f"properties{pointer(name)}") for name, value in part("properties", dict).items()
        },
        items=child(fields["items"], "items") if "items" in fields else None,
        parts=tuple(child(value, f"allOf/{number}") for number, value in enumerate(part("allOf", list))),
        variants=tuple(child(value, f"oneOf/{number}") for number, value in enumerate(part("oneOf", list))),
        reference=part("$ref", str),
        mapping={value: expect(name, str, f"{place}/mapping") for value, name in part("mapping", dict).items()},
    )
