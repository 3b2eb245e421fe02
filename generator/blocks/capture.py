"""Converts a page's blocks to and from JSON, the format of captures.

Each key is a block's place relative to its parent; the last word of a place is the kind of block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from templates.connector_catalog.constraints import type_of

Expected = TypeVar("Expected")

FORMAT = 1
"""The version of the format."""

_KIND = re.compile(r"(?<![a-z])(?P<kind>[a-z]++)(?:\[\d++\])?$")
_ABSOLUTE = re.compile(r"line \d|#|heading\[")


class CaptureError(ValueError):
    """The JSON is not a valid capture."""


def expect(value: Any, type_: type[Expected], what: str) -> Expected:
    """Return a value that has a type.

    Raises:
        CaptureError: It has another type; ``what`` names it in the message.
    """
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
            "blocks": blocks_to_json(section.blocks, section.place),
        }
        for section in page.sections
    ]


def page_from_json(sections: Any) -> Page:
    """Return the page that :func:`page_to_json` has converted.

    Raises:
        CaptureError: ``sections`` is something else.
    """
    return Page(tuple(_section(section) for section in expect(sections, list, "sections")))


def _section(section: Any) -> Section:
    fields = expect(section, dict, "section")
    text, anchor, place = (expect(fields.get(name), str, f"section's {name}") for name in ("text", "anchor", "place"))
    level = expect(fields.get("level"), int, "section's level")
    return Section(level, text, anchor, place, blocks_from_json(fields.get("blocks"), place))


def _relative(place: str, above: str) -> str:
    return place.removeprefix(f"{above}/")


def blocks_to_json(blocks: Iterable[Block], above: str) -> dict[str, Any]:
    """Return blocks below the place ``above`` as JSON values."""
    return {_relative(block.place, above): _block_to_json(block) for block in blocks}


def _block_to_json(block: Block) -> Any:
    if isinstance(block, Paragraph | Code):
        return block.text
    if isinstance(block, List):
        return {_relative(item.place, block.place): blocks_to_json(item.blocks, item.place) for item in block.items}
    return {_relative(row.place, block.place): [_cell_to_json(cell, row) for cell in row.cells] for row in block.rows}


def _cell_to_json(cell: Cell, row: Row) -> dict[str, Any]:
    marks = {"head": cell.head, "wide": cell.wide}
    return {name: True for name, is_set in marks.items() if is_set} | blocks_to_json(cell.blocks, row.place)


def _absolute(key: str, above: str) -> str:
    return key if _ABSOLUTE.match(key) else f"{above}/{key}"


def _by_place(parts: Any, above: str) -> Iterator[tuple[Any, str]]:
    return ((value, _absolute(key, above)) for key, value in expect(parts, dict, above).items())


def blocks_from_json(blocks: Any, above: str) -> tuple[Block, ...]:
    """Return the blocks below the place ``above``."""
    return tuple(_block(key, value, above) for key, value in expect(blocks, dict, f"content of {above}").items())


def _block(key: str, value: Any, above: str) -> Block:
    place = _absolute(key, above)
    match = _KIND.search(key)
    kind = match["kind"] if match is not None else ""
    if kind == "p":
        return Paragraph(expect(value, str, place), place)
    if kind == "code":
        return Code(expect(value, str, place), place)
    if kind == "list":
        return List(
            tuple(Item(blocks_from_json(blocks, path), path) for blocks, path in _by_place(value, place)), place
        )
    if kind == "table":
        return Table(tuple(_row(cells, path) for cells, path in _by_place(value, place)), place)
    raise CaptureError(f"unknown kind of block {key!r} in {above}")


def _row(cells: Any, place: str) -> Row:
    return Row(tuple(_cell(cell, place) for cell in expect(cells, list, place)), place)


def _cell(cell: Any, above: str) -> Cell:
    fields = dict(expect(cell, dict, above))
    marks = {name: expect(fields.pop(name, False), bool, f"{name} of {above}") for name in ("head", "wide")}
    return Cell(blocks_from_json(fields, above), **marks)
