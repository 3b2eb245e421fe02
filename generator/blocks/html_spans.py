"""Repeats the cells that span rows or columns of an HTML table in each row and column that they cover."""

from __future__ import annotations

import bisect
import copy
import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import lxml.etree

from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import PAGE

WIDE = "data-spans-the-row"
"""The attribute of a cell that alone covers all of several columns: it stays the only cell of its row."""

_MOST_COLUMNS = 1_000  # as HTML has it
_NUMBER = re.compile(r"\s*+\+?([0-9]++)")
_CELLS = ("td", "th")


def repeat_spanning_cells(root: lxml.etree._Element, diagnostics: Diagnostics) -> None:
    """Put a copy of each cell that spans rows or columns into every row and column that it covers.

    Columns in which no cell begins are dropped. A cell that spans all remaining columns of its row, alone or after a
    label, stays one cell. Cells that overlap are an error. So are copies that exceed the bound for the page; a table
    with them is not changed.
    """
    lxml.etree.strip_attributes(root, WIDE)
    left = PAGE.copies
    for table in reversed([*root.iter("table")]):  # inner ones first: a copy of a cell has them with their copies
        if not any(each.get("rowspan") or each.get("colspan") for each in _own_cells(table)):
            continue
        try:
            left -= _repeat(_Grid(table, left, diagnostics), left)
        except _TooManyError:
            message = "cells that span rows or columns would be repeated too often; each is read as one cell"
            diagnostics.error("too-large", f"line {table.sourceline}", message)


class _TooManyError(ValueError):
    """More copies than the bound."""


@dataclasses.dataclass
class _Row:
    """A row and the cells in its columns, also those that hang down from the rows above."""

    element: lxml.etree._Element
    own: list[lxml.etree._Element]
    cells: dict[int, lxml.etree._Element]

    @property
    def width(self) -> int:
        return max(self.cells, default=-1) + 1


class _Grid:
    """The rows of a table, and the columns in which a cell begins."""

    def __init__(self, table: lxml.etree._Element, most: int, diagnostics: Diagnostics) -> None:
        self._left = most
        self._begins: set[int] = set()
        self._diagnostics = diagnostics
        self.rows = [row for group in _groups(table) for row in self._rows(group)]
        self.columns = sorted(self._begins)

    def covering(self, row: _Row) -> list[lxml.etree._Element | None]:
        """Return the cell in each column up to the last one that the row has."""
        return [row.cells.get(each) for each in self.columns[: bisect.bisect_left(self.columns, row.width)]]

    def _rows(self, group: list[lxml.etree._Element]) -> Iterator[_Row]:
        hanging: dict[int, tuple[lxml.etree._Element, int]] = {}
        for at, element in enumerate(group):
            self._take(len(hanging))
            hanging = {column: each for column, each in hanging.items() if each[1] > at}
            own = [*element.iterchildren(*_CELLS)]
            row = _Row(element, own, {column: cell for column, (cell, _) in hanging.items()})
            column = 0
            for cell in own:
                while column in row.cells:
                    column += 1
                self._begins.add(column)
                end = at + (_span(cell, "rowspan") or len(group))
                hanging |= dict.fromkeys(self._placed(row, cell, column), (cell, end))
            yield row

    def _placed(self, row: _Row, cell: lxml.etree._Element, column: int) -> list[int]:
        """Put a cell into the columns that it covers, and return them."""
        width = min(_span(cell, "colspan") or 1, _MOST_COLUMNS)
        self._take(width - 1)
        for covered in range(column, column + width):
            if covered in row.cells:
                message = "two cells cover the same place of a table; the first one counts"
                self._diagnostics.error("cells-overlap", f"line {cell.sourceline}", message)
                return [*range(column, covered)]
            row.cells[covered] = cell
        return [*range(column, column + width)]

    def _take(self, number: int) -> None:
        self._left -= number
        if self._left < 0:
            raise _TooManyError


def _own_cells(table: lxml.etree._Element) -> Iterator[lxml.etree._Element]:
    return (cell for group in _groups(table) for row in group for cell in row.iterchildren(*_CELLS))


def _groups(table: lxml.etree._Element) -> Iterator[list[lxml.etree._Element]]:
    """Yield the rows that follow each other; no cell spans rows of two groups."""
    group: list[lxml.etree._Element] = []
    for child in table:
        if child.tag == "tr":
            group.append(child)
            continue
        yield group
        group = []
        if child.tag in ("thead", "tbody", "tfoot"):
            yield [*child.iterchildren("tr")]
    yield group


def _span(cell: lxml.etree._Element, name: str) -> int:
    """Return the number of rows or columns that a cell spans; 1 if the attribute is not a number."""
    match = _NUMBER.match(cell.get(name) or "1")
    # More digits than any table has rows: conversion of very long numbers is an error.
    return int(match[1].lstrip("0")[:9] or 0) if match is not None else 1


def _repeat(grid: _Grid, most: int) -> int:
    """Give each row a cell for each of its columns; return the characters and elements that are added."""
    added = 0
    sizes: dict[lxml.etree._Element | None, int] = {None: 1}
    plans = [(row, grid.covering(row)) for row in _spanned(grid, most)]
    for row, covering in plans:
        own = {*row.own}
        for cell, count in Counter(covering).items():
            if cell not in sizes and cell is not None:
                sizes[cell] = sum(1 + len(each.text or "") + len(each.tail or "") for each in cell.iter())
            added += sizes[cell] * (count - (cell in own))
    if added > most:
        raise _TooManyError
    for row, covering in plans:
        _put(row, covering)
    return added


def _spanned(grid: _Grid, most: int) -> Iterator[_Row]:
    """Yield the rows that need copies; mark the cells that span a row alone."""
    for row in grid.rows:
        most -= bisect.bisect_left(grid.columns, row.width) - len(row.own)
        if most < 0:
            raise _TooManyError
        covering = grid.covering(row)
        if len(row.own) == 1 < len(covering) and covering == row.own * len(grid.columns):
            row.own[0].set(WIDE, "")
        elif row.own and covering != row.own and not _is_label_with_value(row, covering, len(grid.columns)):
            yield row  # a row without a cell of its own is only spanned


def _is_label_with_value(row: _Row, covering: list[lxml.etree._Element | None], columns: int) -> bool:
    """Return whether a row has two cells and the second spans all other columns: one value."""
    first, *others = covering
    return (
        len(row.own) == 2 and row.own[1].tag == "td" and first is row.own[0] and others == row.own[1:] * (columns - 1)
    )


def _put(row: _Row, covering: Iterable[lxml.etree._Element | None]) -> None:
    before: lxml.etree._Element | None = None
    unused = {*row.own}
    for cell in covering:
        if cell in unused:
            unused.remove(cell)
            before = cell
            continue
        added = copy.deepcopy(cell) if cell is not None else lxml.etree.Element("td")
        added.tail = None
        if before is None:
            row.element.insert(0, added)
        else:
            before.addnext(added)
        before = added
