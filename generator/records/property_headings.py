"""Takes the headings out of a property table: lines across it, and words above its columns."""

from __future__ import annotations

import dataclasses

from generator.blocks.block import Paragraph, Row, Table, plain
from generator.records.property_cells import COLUMNS, head_words
from generator.records.property_shape import has_words_of_property
from generator.records.reader import Context


def without_headings(table: Table, context: Context, subject: str) -> Table:
    """Return a table without the rows that are headings of others; each line across the table is a warning.

    Of two heads, whose upper one has words for several columns, the lower one stays.
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
    """Return whether a row is one line across all columns, and no property that lacks its other cells.

    It has several words, or is marked as a heading. A capture keeps none of its words.
    """
    if len(row.cells) != 1 or not row.cells[0].wide:
        return False
    blocks, text = row.cells[0].blocks, row.cells[0].text
    if not all(isinstance(each, Paragraph) for each in blocks) or "\n" in text or has_words_of_property(text):
        return False
    return not text or " " in text or row.cells[0].head or text.startswith("**")


def _is_upper_head(row: Row, below: Row) -> bool:
    """Return whether each cell of a row spans several columns, or both rows of a head."""
    upper, lower = [plain(cell.text).strip() for cell in row.cells], [plain(cell.text).strip() for cell in below.cells]
    if len(upper) != len(lower) or not all(word in COLUMNS for word in head_words(below) or [""]):
        return False
    repeated = [word in (*upper[max(at - 1, 0) : at], *upper[at + 1 : at + 2]) for at, word in enumerate(upper)]
    return any(repeated) and all(map(lambda again, word, own: again or word == own, repeated, upper, lower))
