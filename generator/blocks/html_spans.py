"""Repeats the cells that span rows or columns of an HTML table in each row and column that they cover."""

from __future__ import annotations

import bisect
import copy
import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import lxml.etree

from generator.blocks.html_tables import BODIES, CELLS
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import PAGE

WIDE = "data-spans-the-row"
"""The attribute of a cell that alone covers all of several columns: it stays the only cell of its row."""

_MOST_COLUMNS = 1_000  # the limit of the HTML standard
_NUMBER = re.compile(r"\s*+\+?([0-9]++)")


def repeat_spanning_cells(root: lxml.etree._Element, diagnostics: Diagnostics) -> None:
    """Put a copy of each cell that spans rows or columns into every row and column that it covers.

    Columns in which no cell begins are dropped. A cell that spans all remaining columns of its row, alone or after a
    label, stays one cell. Cells that overlap are an error. If the copies exceed the bound for the page, there is an
    error, and the table is not changed.
    """
    lxml.etree.strip_attributes(root, WIDE)
    remaining = PAGE.copies
    for table in reversed([*root.iter("table")]):  # inner tables first: a copied cell includes them
        if not any(cell.get("rowspan") or cell.get("colspan") for cell in _cells_of(table)):
            continue
        try:
            remaining -= _repeat(_Grid(table, remaining, diagnostics), remaining)
        except _TooManyError:
            message = "cells that span rows or columns would be repeated too often; each is read as one cell"
            diagnostics.error("too-large", f"line {table.sourceline}", message)


class _TooManyError(ValueError):
    """More copies than the bound."""


@dataclasses.dataclass
class _Row:
    """A row, its own cells, and the cells in its columns, with those that span it from the rows above."""

    element: lxml.etree._Element
    own: list[lxml.etree._Element]
    cells: dict[int, lxml.etree._Element]

    @property
    def width(self) -> int:
        return max(self.cells, default=-1) + 1


class _Grid:
    """The rows of a table, and the columns in which a cell begins."""

    def __init__(self, table: lxml.etree._Element, limit: int, diagnostics: Diagnostics) -> None:
        self._remaining = limit
        self._starts: set[int] = set()
        self._diagnostics = diagnostics
        self.rows = [row for group in _groups(table) for row in self._rows(group)]
        self.columns = sorted(self._starts)

    def covering(self, row: _Row) -> list[lxml.etree._Element | None]:
        """Return the cell in each column up to the last one that the row has."""
        return [row.cells.get(column) for column in self.columns[: bisect.bisect_left(self.columns, row.width)]]

    def _rows(self, group: list[lxml.etree._Element]) -> Iterator[_Row]:
        spanning: dict[int, tuple[lxml.etree._Element, int]] = {}
        for index, element in enumerate(group):
            self._consume(len(spanning))
            spanning = {column: (cell, end) for column, (cell, end) in spanning.items() if end > index}
            own = [*element.iterchildren(*CELLS)]
            row = _Row(element, own, {column: cell for column, (cell, _) in spanning.items()})
            column = 0
            for cell in own:
                while column in row.cells:
                    column += 1
                self._starts.add(column)
                end = index + (_span(cell, "rowspan") or len(group))
                spanning |= dict.fromkeys(self._place_cell(row, cell, column), (cell, end))
            yield row

    def _place_cell(self, row: _Row, cell: lxml.etree._Element, column: int) -> list[int]:
        """Put a cell into the columns that it covers; return these columns."""
        width = min(_span(cell, "colspan") or 1, _MOST_COLUMNS)
        self._consume(width - 1)
        for covered in range(column, column + width):
            if covered in row.cells:
                message = "two cells cover the same place of a table; the first one counts"
                self._diagnostics.error("cells-overlap", f"line {cell.sourceline}", message)
                return [*range(column, covered)]
            row.cells[covered] = cell
        return [*range(column, column + width)]

    def _consume(self, number: int) -> None:
        self._remaining -= number
        if self._remaining < 0:
            raise _TooManyError


def _cells_of(table: lxml.etree._Element) -> Iterator[lxml.etree._Element]:
    return (cell for group in _groups(table) for row in group for cell in row.iterchildren(*CELLS))


def _groups(table: lxml.etree._Element) -> Iterator[list[lxml.etree._Element]]:
    """Yield the groups of rows of a table. No cell spans rows of two groups."""
    group: list[lxml.etree._Element] = []
    for child in table:
        if child.tag == "tr":
            group.append(child)
            continue
        yield group
        group = []
        if child.tag in BODIES:
            yield [*child.iterchildren("tr")]
    yield group


def _span(cell: lxml.etree._Element, name: str) -> int:
    """Return the number of rows or columns that a cell spans; 1 if the attribute is not a number."""
    match = _NUMBER.match(cell.get(name) or "1")
    # More digits than any table has rows: conversion of very long numbers is an error.
    return int(match[1].lstrip("0")[:9] or 0) if match is not None else 1


def _repeat(grid: _Grid, limit: int) -> int:
    """Give each row a cell for each of its columns; return the number of characters and elements added."""
    added = 0
    sizes: dict[lxml.etree._Element | None, int] = {None: 1}
    plans = [(row, grid.covering(row)) for row in _rows_to_fill(grid, limit)]
    for row, covering in plans:
        own = {*row.own}
        for cell, count in Counter(covering).items():
            if cell not in sizes and cell is not None:
                sizes[cell] = sum(1 + len(node.text or "") + len(node.tail or "") for node in cell.iter())
            added += sizes[cell] * (count - (cell in own))
    if added > limit:
        raise _TooManyError
    for row, covering in plans:
        _insert_copies(row, covering)
    return added


def _rows_to_fill(grid: _Grid, remaining: int) -> Iterator[_Row]:
    """Mark the cells that alone span their row, and yield the rows that need copies."""
    for row in grid.rows:
        remaining -= bisect.bisect_left(grid.columns, row.width) - len(row.own)
        if remaining < 0:
            raise _TooManyError
        covering = grid.covering(row)
        if len(row.own) == 1 < len(covering) and covering == row.own * len(grid.columns):
            row.own[0].set(WIDE, "")
        # A row without cells of its own is only spanned, and needs no copies.
        elif row.own and covering != row.own and not _is_label_with_value(row, covering, len(grid.columns)):
            yield row


def _is_label_with_value(row: _Row, covering: list[lxml.etree._Element | None], columns: int) -> bool:
    """Return whether a row has two cells and the second, a value, spans all other columns."""
    if len(row.own) != 2 or row.own[1].tag != "td":
        return False
    label, value = row.own
    return covering == [label, *[value] * (columns - 1)]


def _insert_copies(row: _Row, covering: Iterable[lxml.etree._Element | None]) -> None:
    previous: lxml.etree._Element | None = None
    unused = {*row.own}
    for cell in covering:
        if cell in unused:
            unused.remove(cell)
            previous = cell
            continue
        inserted = copy.deepcopy(cell) if cell is not None else lxml.etree.Element("td")
        inserted.tail = None
        if previous is None:
            row.element.insert(0, inserted)
        else:
            previous.addnext(inserted)
        previous = inserted
