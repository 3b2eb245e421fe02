"""Converts a document's blocks to and from JSON, the format of captures.

Each key is a block's place relative to its parent; the last word of a place is the kind of block. The keywords of a
schema are OpenAPI's. A reference is the name of a schema, a description consists of blocks by place, and a schema that
consists of references only is the list of their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from generator.blocks.keywords import typed
from generator.blocks.specification import Operation, Schema, Specification, pointer
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import DOCUMENT
from templates.connector_catalog.constraints import type_of

Expected = TypeVar("Expected")

FORMAT = 1
"""The version of the format."""

_KIND = re.compile(r"(?<![a-z])(?P<kind>[a-z]++)(?:\[\d++\])?$")
_ABSOLUTE = re.compile(r"line \d|#|heading\[")
_STRUCTURE = frozenset({"description", "properties", "items", "allOf", "oneOf", "$ref", "mapping"})


class CaptureError(ValueError):
    """The JSON is not a valid capture."""


def _expect(value: Any, type_: type[Expected], what: str) -> Expected:
    if not isinstance(value, type_) or isinstance(value, bool) is not (type_ is bool):
        raise CaptureError(f"{what} is of type {type_of(value)}; expected {type_of(type_())}")
    return value


def page_to_json(page: Page) -> list[dict[str, Any]]:
    """Return the sections of a page as JSON values."""
    return [
        {
            "level": section.level,
            "text": section.text,
            "anchor": section.anchor,
            "place": section.place,
            "blocks": _blocks_to_json(section.blocks, section.place),
        }
        for section in page.sections
    ]


def page_from_json(sections: Any) -> Page:
    """Return the page that :func:`page_to_json` has converted.

    Raises:
        CaptureError: ``sections`` is something else.
    """
    return Page(tuple(_section(section) for section in _expect(sections, list, "sections")))


def _section(section: Any) -> Section:
    fields = _expect(section, dict, "section")
    text, anchor, place = (_expect(fields.get(name), str, f"section's {name}") for name in ("text", "anchor", "place"))
    level = _expect(fields.get("level"), int, "section's level")
    return Section(level, text, anchor, place, _blocks(fields.get("blocks"), place))


def _relative(place: str, above: str) -> str:
    return place.removeprefix(f"{above}/")


def _blocks_to_json(blocks: Iterable[Block], above: str) -> dict[str, Any]:
    return {_relative(block.place, above): _block_to_json(block) for block in blocks}


def _block_to_json(block: Block) -> Any:
    if isinstance(block, Paragraph | Code):
        return block.text
    if isinstance(block, List):
        return {_relative(item.place, block.place): _blocks_to_json(item.blocks, item.place) for item in block.items}
    return {_relative(row.place, block.place): [_cell_to_json(cell, row) for cell in row.cells] for row in block.rows}


def _cell_to_json(cell: Cell, row: Row) -> dict[str, Any]:
    return ({"head": True} if cell.head else {}) | _blocks_to_json(cell.blocks, row.place)


def _absolute(key: str, above: str) -> str:
    return key if _ABSOLUTE.match(key) else f"{above}/{key}"


def _by_place(parts: Any, above: str) -> Iterator[tuple[Any, str]]:
    return ((value, _absolute(key, above)) for key, value in _expect(parts, dict, above).items())


def _blocks(blocks: Any, above: str) -> tuple[Block, ...]:
    return tuple(_block(key, value, above) for key, value in _expect(blocks, dict, f"content of {above}").items())


def _block(key: str, value: Any, above: str) -> Block:
    place = _absolute(key, above)
    match = _KIND.search(key)
    kind = match["kind"] if match is not None else ""
    if kind == "p":
        return Paragraph(_expect(value, str, place), place)
    if kind == "code":
        return Code(_expect(value, str, place), place)
    if kind == "list":
        return List(tuple(Item(_blocks(blocks, path), path) for blocks, path in _by_place(value, place)), place)
    if kind == "table":
        return Table(tuple(_row(cells, path) for cells, path in _by_place(value, place)), place)
    raise CaptureError(f"unknown kind of block {key!r} in {above}")


def _row(cells: Any, place: str) -> Row:
    return Row(tuple(_cell(cell, place) for cell in _expect(cells, list, place)), place)


def _cell(cell: Any, above: str) -> Cell:
    fields = dict(_expect(cell, dict, above))
    head = _expect(fields.pop("head", False), bool, f"head of {above}")
    return Cell(_blocks(fields, above), head=head)


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
    fields = _expect(data, dict, "specification")
    operations, schemas = (_expect(fields.get(name), dict, name) for name in ("operations", "schemas"))
    faults = Diagnostics()
    found = {name: _schema(body, pointer("components", "schemas", name), faults) for name, body in schemas.items()}
    for fault in faults:
        raise CaptureError(f"{fault.place}: {fault.message}")
    return Specification(tuple(_operation(key, names) for key, names in operations.items()), found)


def _operation(key: str, names: Any) -> Operation:
    method, _, path = key.partition(" ")
    request, response = (*_expect(names, list, f"operation {key}"), "", "")[:2]
    return Operation(method, path, _expect(request, str, key), _expect(response, str, key))


def _schema_to_json(schema: Schema) -> Any:
    references = [part.reference for part in schema.parts]
    content = (schema.keywords, schema.properties, schema.description, schema.items, schema.variants)
    others = (*content, schema.mapping, schema.reference)
    if references and all(references) and not any(others):
        return references
    structure = {
        "$ref": schema.reference,
        "description": _blocks_to_json(schema.description, f"{schema.place}/description"),
        "properties": {name: _schema_to_json(child) for name, child in schema.properties.items()},
        "items": _schema_to_json(schema.items) if schema.items is not None else None,
        "allOf": [_schema_to_json(part) for part in schema.parts],
        "oneOf": [_schema_to_json(each) for each in schema.variants],
        "mapping": dict(schema.mapping),
    }
    stated = {name: part for name, part in structure.items() if part}
    # An empty schema of items still states that there are items.
    return {**schema.keywords, **stated} | ({"items": {}} if structure["items"] == {} else {})


def _schema(body: Any, place: str, faults: Diagnostics, depth: int = 0) -> Schema:
    if depth > DOCUMENT.depth:
        raise CaptureError(f"{place[:200]} is nested too deeply; expected at most {DOCUMENT.depth} levels")
    if isinstance(body, list):
        body = {"allOf": [{"$ref": name} for name in body]}
    fields = _expect(body, dict, place)

    def part(name: str, type_: type[Expected]) -> Expected:
        return _expect(fields[name], type_, f"{place}/{name}") if name in fields else type_()

    def child(body: Any, name: str) -> Schema:
        return _schema(body, f"{place}/{name}", faults, depth + 1)

    keywords = {name: value for name, value in fields.items() if name not in _STRUCTURE}
    return Schema(
        place,
        keywords=typed(keywords, place, faults),
        description=_blocks(fields["description"], f"{place}/description") if "description" in fields else (),
        properties={name: child(each, f"properties{pointer(name)}") for name, each in part("properties", dict).items()},
        items=child(fields["items"], "items") if "items" in fields else None,
        parts=tuple(child(each, f"allOf/{number}") for number, each in enumerate(part("allOf", list))),
        variants=tuple(child(each, f"oneOf/{number}") for number, each in enumerate(part("oneOf", list))),
        reference=part("$ref", str),
        mapping={value: _expect(name, str, f"{place}/mapping") for value, name in part("mapping", dict).items()},
    )
