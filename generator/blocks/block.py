"""The block types of a page.

Inline text is one string: code in backticks, strong text in double asterisks, a link as ``[text](target)``, a line
break as a newline, and an icon as its name in colons (``:check-circle:``). Rules read that string, so they need not
distinguish HTML from extracted text.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

_MARKUP = re.compile(r"\*\*|`|\[(?P<text>[^\]\[]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")


def plain(text: str) -> str:
    """Return inline text without backticks and asterisks, and with links reduced to their text."""
    return _MARKUP.sub(lambda mark: mark["text"] or "", text)


@dataclasses.dataclass(frozen=True)
class Paragraph:
    """A paragraph of inline text."""

    text: str
    place: str


@dataclasses.dataclass(frozen=True)
class Code:
    """A block of code, verbatim."""

    text: str
    place: str


@dataclasses.dataclass(frozen=True)
class Item:
    """One item of a list."""

    blocks: tuple[Block, ...]
    place: str

    @property
    def lead(self) -> Paragraph | None:
        """The paragraph that the item begins with, if any."""
        return next((block for block in self.blocks[:1] if isinstance(block, Paragraph)), None)


@dataclasses.dataclass(frozen=True)
class List:
    """A list, ordered or not."""

    items: tuple[Item, ...]
    place: str


@dataclasses.dataclass(frozen=True)
class Cell:
    """One cell of a table.

    A cell that spans rows or columns is in each row and column that it covers.

    Attributes:
        head: Whether the document marks it as a heading.
        wide: Whether it is alone in its row, across all of several columns.
    """

    blocks: tuple[Block, ...]
    head: bool = False
    wide: bool = False

    @functools.cached_property
    def text(self) -> str:
        """The text of the cell's own paragraphs, separated by newlines."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))


@dataclasses.dataclass(frozen=True)
class Row:
    """One direct row of a table; the rows of inner tables are in the blocks of its cells."""

    cells: tuple[Cell, ...]
    place: str


@dataclasses.dataclass(frozen=True)
class Table:
    """A table with its direct rows.

    A definition list, ``<dl>``, is a table, too: a row for each term, which has the term and its definition as cells. A
    list inside of a definition is among the blocks of the second cell.
    """

    rows: tuple[Row, ...]
    place: str


Block = Paragraph | Code | List | Table


@dataclasses.dataclass(frozen=True)
class Section:
    """A heading and the blocks up to the next one, of any level.

    Attributes:
        level: 1 to 6; 0 for what precedes the first heading.
        text: The heading's text, without marks.
        anchor: The heading's id; may be empty.
        place: Place of the heading.
    """

    level: int
    text: str
    anchor: str
    place: str
    blocks: tuple[Block, ...] = ()


@dataclasses.dataclass(frozen=True)
class Page:
    """The sections of a document, in order."""

    sections: tuple[Section, ...]


def walk(blocks: tuple[Block, ...]) -> Iterator[Block | Row | Item]:
    """Yield every block, row and list item in these blocks, parents before children."""
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
    """Return the blocks as Markdown."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        elif isinstance(block, Code):
            parts.append(f"```\n{block.text}\n```")
        elif isinstance(block, List):
            parts.append("\n".join("- " + markdown(item.blocks).replace("\n", "\n  ") for item in block.items))
    return "\n\n".join(part for part in parts if part)
