"""Short ways to the blocks of a piece of a page."""

from __future__ import annotations

from collections.abc import Callable

from generator.blocks.block import Block, Cell, List, Page, Row, Table
from generator.blocks.html import read_html
from generator.blocks.text import read_text
from generator.diagnostics import Diagnostics


def html(content: str) -> tuple[Block, ...]:
    """The blocks below one heading, whose anchor is ``a``."""
    return _blocks(read_html, f'<h2 id="a">Title</h2>{content}')


def text(content: str) -> tuple[Block, ...]:
    """The blocks of a text without headings."""
    return _blocks(read_text, content)


def _blocks(read: Callable[[str, Diagnostics], Page], content: str) -> tuple[Block, ...]:
    diagnostics = Diagnostics("page")
    page = read(content, diagnostics)
    assert [str(each) for each in diagnostics] == []
    return page.sections[-1].blocks


def faults(read: Callable[[str, Diagnostics], Page], content: str) -> list[str]:
    """Return the diagnostics of a page, ``<code> <place>`` each."""
    diagnostics = Diagnostics("page")
    for section in read(content, diagnostics).sections:
        assert isinstance(section.blocks, tuple)
    return [f"{each.code} {each.place}" for each in diagnostics]


def only_table(blocks: tuple[Block, ...]) -> Table:
    """The one table among blocks."""
    (table,) = (block for block in blocks if isinstance(block, Table))
    return table


def only_list(blocks: tuple[Block, ...]) -> List:
    """The one list among blocks."""
    (found,) = (block for block in blocks if isinstance(block, List))
    return found


def cells(row: Row) -> list[str]:
    """The texts of a row's cells."""
    return [cell.text for cell in row.cells]


def rows(blocks: tuple[Block, ...]) -> list[list[str]]:
    """The texts of the cells of the one table among blocks, row by row."""
    return [cells(row) for row in only_table(blocks).rows]


def cell_blocks(cell: Cell) -> list[str]:
    """The kinds of block that a cell holds."""
    return [type(block).__name__ for block in cell.blocks]
