"""The block types that every reader gives and that the records are made from.

Inline text is one string in which code stands between backticks, strong text between double asterisks,
a link as ``[text](target)``, a line break as a newline, and an icon as its name between colons
(``:check-circle:``). Rules read that string, so HTML and extracted text look alike to them.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterator

_MARKUP = re.compile(r"\*\*|`|\[(?P<text>[^\]\[]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")


def plain(text: str) -> str:
    """The inline text without its marks: no backticks, no asterisks, links reduced to their words."""
    return _MARKUP.sub(lambda mark: mark["text"] or "", text)


@dataclasses.dataclass(frozen=True)
class Paragraph:
    """A run of inline text."""

    text: str
    place: str


@dataclasses.dataclass(frozen=True)
class Code:
    """A block of code, as it stands in the document."""

    text: str
    place: str


@dataclasses.dataclass(frozen=True)
class Item:
    """One item of a list, with whatever it holds."""

    blocks: tuple[Block, ...]
    place: str


@dataclasses.dataclass(frozen=True)
class List:
    """A list, ordered or not."""

    items: tuple[Item, ...]
    place: str


@dataclasses.dataclass(frozen=True)
class Cell:
    """One cell of a table. ``head`` says that the document marks it as a heading of its column."""

    blocks: tuple[Block, ...]
    head: bool = False

    @functools.cached_property
    def text(self) -> str:
        """The text of the cell's own paragraphs, a newline between them."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))


@dataclasses.dataclass(frozen=True)
class Row:
    """One direct row of a table; rows of tables inside its cells are in the cells' blocks."""

    cells: tuple[Cell, ...]
    place: str


@dataclasses.dataclass(frozen=True)
class Table:
    """A table: its direct rows."""

    rows: tuple[Row, ...]
    place: str


Block = Paragraph | Code | List | Table


@dataclasses.dataclass
class Section:
    """A heading and the blocks up to the next one, of any level.

    The blocks are read when they are first asked for: a page has many sections that nobody asks about.

    Attributes:
        level: 1 to 6; 0 for what stands before the first heading.
        text: The heading's text, without marks.
        anchor: The id under which a link finds the heading; may be empty.
        place: Where the heading stands.
        read: Gives the blocks.
    """

    level: int
    text: str
    anchor: str
    place: str
    read: Callable[[], tuple[Block, ...]] = dataclasses.field(repr=False)

    @functools.cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the section, in the order of the document."""
        return self.read()


@dataclasses.dataclass(frozen=True)
class Page:
    """A document as sections, in order."""

    sections: tuple[Section, ...]


def walk(blocks: tuple[Block, ...]) -> Iterator[Block | Row | Item]:
    """Every block, row and list item below ``blocks``, parents before children."""
    for block in blocks:
        yield block
        if isinstance(block, Table):
            for row in block.rows:
                yield row
                for cell in row.cells:
                    yield from walk(cell.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield item
                yield from walk(item.blocks)


def markdown(blocks: tuple[Block, ...]) -> str:
    """The blocks as one Markdown text: what a description is in a document's own words."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        elif isinstance(block, Code):
            parts.append(f"```\n{block.text}\n```")
        elif isinstance(block, List):
            parts.append("\n".join("- " + markdown(item.blocks).replace("\n", "\n  ") for item in block.items))
    return "\n\n".join(part for part in parts if part)
