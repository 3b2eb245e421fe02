"""Reduces a document to the parts that have been read: the content of a capture."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Table
from generator.blocks.specification import Schema, Specification, below
from generator.records.coverage import Coverage
from generator.records.openapi.accounts import KEYWORDS
from generator.records.openapi.extensions import is_prose

GAP = " … "
"""Replaces the words of a paragraph that have not been read."""


def prune(page: Page, coverage: Coverage) -> Page:
    """Return the page with its structure, labels and examples, and with the words of its prose that have been read."""
    sections = (section for section in page.sections if section.level == 0 or section.place in coverage.sections)
    pruned = (dataclasses.replace(section, blocks=_blocks(section.blocks, coverage)) for section in sections)
    return Page(tuple(section for section in pruned if section.level > 0 or section.blocks))


def prune_specification(specification: Specification, coverage: Coverage) -> Specification:
    """Return the operations and schemas that have been read, with known keywords only.

    A response's schema that adds nothing to the request is omitted, and so are the references to it.
    """
    schemas = specification.schemas.items()
    kept = {name: schema for name, schema in schemas if any(node.place in coverage.sections for node in below(schema))}
    pruned = {name: _schema(schema, coverage, kept) for name, schema in kept.items()}
    pruned |= {name: _outline(schema) for name, schema in schemas if schema.place in coverage.outlined}
    operations = []
    for operation in specification.operations:
        if operation.request in kept:
            response = operation.response if operation.response in kept else ""
            operations.append(dataclasses.replace(operation, response=response))
    return Specification(tuple(operations), pruned)


def _schema(schema: Schema, coverage: Coverage, kept: dict[str, Schema]) -> Schema:
    return dataclasses.replace(
        schema,
        keywords={name: value for name, value in schema.keywords.items() if _is_read(name, value, coverage)},
        description=_blocks(schema.description, coverage),
        properties={name: _schema(child, coverage, kept) for name, child in schema.properties.items()},
        items=_schema(schema.items, coverage, kept) if schema.items is not None else None,
        parts=tuple(_schema(part, coverage, kept) for part in schema.parts),
        variants=tuple(_schema(variant, coverage, kept) for variant in schema.variants),
        mapping={value: name for value, name in schema.mapping.items() if name in kept},
    )


def _is_read(keyword: str, value: object, coverage: Coverage) -> bool:
    return keyword in KEYWORDS or (keyword in coverage.keywords and not is_prose(value))


def _outline(schema: Schema) -> Schema:
    """Return a schema with the names of its properties, and the constants and lists that tell its variants apart."""
    undeclared = [name for name in schema.keywords.get("required", ()) if name not in schema.properties]
    return Schema(
        schema.place,
        keywords={name: value for name, value in schema.keywords.items() if name in ("const", "enum")}
        | ({"required": undeclared} if undeclared else {}),
        properties={name: _outline(child) for name, child in schema.properties.items()},
        items=_outline(schema.items) if schema.items is not None else None,
        parts=tuple(map(_outline, schema.parts)),
        variants=tuple(map(_outline, schema.variants)),
    )


def _blocks(blocks: Iterable[Block], coverage: Coverage) -> tuple[Block, ...]:
    return tuple(_block(block, coverage) for block in blocks if coverage.is_kept(block))


def _block(block: Block, coverage: Coverage) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_words_read(block, coverage), block.place)
    if isinstance(block, List):
        return List(tuple(Item(_blocks(item.blocks, coverage), item.place) for item in block.items), block.place)
    if isinstance(block, Table):
        return Table(tuple(_row(row, coverage) for row in block.rows), block.place)
    return Code(coverage.code(block), block.place)


def _row(row: Row, coverage: Coverage) -> Row:
    return Row(tuple(Cell(_blocks(cell.blocks, coverage), cell.head, cell.wide) for cell in row.cells), row.place)


def _words_read(paragraph: Paragraph, coverage: Coverage) -> str:
    """Return the words of a paragraph that have been read, with gaps between them."""
    spans: list[tuple[int, int]] = []
    for start, end in coverage.spans(paragraph.place):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return GAP.join(paragraph.text[start:end].strip() for start, end in spans)
