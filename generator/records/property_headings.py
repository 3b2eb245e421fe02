"""Takes the headings out of a property table: lines across it, and words above its columns."""

from __future__ import annotations

import dataclasses
import operator

from generator.blocks.block import Paragraph, Row, Table, plain
from generator.records.property_cells import COLUMNS, head_words
from generator.records.property_shape import has_words_of_property
from generator.records.reader import Context


def without_headings(table: Table, context: Context, subject: str) -> Table:
    """Return a table without the rows that are headings of others.

    Each row that is one line across the table is a warning. Of a head of two rows, the lower one remains.
    """
    rows = []
    for row in table.rows:
        if not _is_line(row):
            rows.append(row)
            continue
        context.coverage.claim(row)
        message = "one cell spans the row: it is taken for a heading, and what it says of other rows is not read"
        context.diagnostics.warning("heading-row", row.place, message, subject)
    if len(rows) > 1 and _is_upper_head(rows[0], rows[1]):
        context.coverage.claim(rows[0])
        context.coverage.read_cells(*rows.pop(0).cells)
    return dataclasses.replace(table, rows=tuple(rows))


def _is_line(row: Row) -> bool:
    """Return whether a row is a heading across all columns, rather than a property whose other cells are missing.

    It has several words, or is marked as a heading. A capture keeps none of its words.
    """
    if len(row.cells) != 1 or not row.cells[0].wide:
        return False
    blocks, text = row.cells[0].blocks, row.cells[0].text
    if not all(isinstance(block, Paragraph) for block in blocks) or "\n" in text or has_words_of_property(text):
        return False
    return not text or " " in text or row.cells[0].head or text.startswith("**")


def _is_upper_head(row: Row, below: Row) -> bool:
    """Return whether each cell of a row spans several columns, or both rows of a head."""
    upper = [plain(cell.text).strip() for cell in row.cells]
    lower = [plain(cell.text).strip() for cell in below.cells]
    if len(upper) != len(lower) or not all(word in COLUMNS for word in head_words(below) or [""]):
        return False
    spans_columns = [word in (*upper[max(at - 1, 0) : at], *upper[at + 1 : at + 2]) for at, word in enumerate(upper)]
    spans_rows = [word == word_below for word, word_below in zip(upper, lower, strict=True)]
    return any(spans_columns) and all(map(operator.or_, spans_columns, spans_rows))
