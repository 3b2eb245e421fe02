"""Identifies the cells of a property table's rows: by the words of its head, or as a stacked cell."""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.block import Cell, Row, plain

COLUMNS = {
    **dict.fromkeys(("name", "property", "parameter", "attribute", "field"), "name"),
    **dict.fromkeys(("type", "data type"), "type"),
    **dict.fromkeys(("required", "required?"), "required"),
    **dict.fromkeys(("description", "details"), "description"),
}
"""The meaning of each word that a head may have."""

STACKED_LABELS = frozenset(("required", "optional", "internal", "read-only", "conditional"))
"""The words that say, below a property's name, whether it is required."""

_ICON = re.compile(r":[a-z-]+:")


@dataclasses.dataclass(frozen=True)
class Cells:
    """A row's cells by meaning; ``label`` is ``None`` if the table has no column for it."""

    name: str
    type: str
    label: str | None
    description: Cell | None


def head_words(row: Row) -> list[str] | None:
    """Return the words of a head in lower case, or ``None`` if the row is not a head."""
    words = [_ICON.sub("", plain(cell.text)).strip().lower() for cell in row.cells]
    is_marked = all(cell.head or cell.text.startswith("**") for cell in row.cells)
    number_known = sum(word in COLUMNS for word in words)
    is_head = number_known >= 2 and (is_marked or number_known == len(words))
    return words if is_head else None


def is_stacked(row: Row) -> bool:
    """Return whether the row is a stacked cell and a description."""
    return len(row.cells) == 2 and len(_stack(row.cells[0])) >= 2


def _stack(cell: Cell) -> list[str]:
    """Return the words of a stacked cell: one per line, or the type and the label on one line."""
    lines = plain(cell.text).split("\n")
    if len(lines) == 2 and " " in lines[1]:
        lines[1:] = lines[1].split(" ", 1)
    return [line.strip() for line in lines]


def stacked_cells(row: Row) -> Cells:
    """Return the cells of a row whose first cell stacks name, type and label."""
    name, type_word, *labels = _stack(row.cells[0])
    if type_word.lower() in STACKED_LABELS and not labels:
        type_word, labels = "", [type_word]
    return Cells(name, type_word, " ".join(labels) if labels else None, row.cells[1])


def cells_by_column(row: Row, columns: list[str]) -> Cells:
    """Return the cells of a row below a head; ``columns`` is the meaning of each."""
    by_column = dict(zip(columns, row.cells, strict=True))
    texts = {column: plain(cell.text).strip() for column, cell in by_column.items()}
    return Cells(texts.get("name", ""), texts.get("type", ""), texts.get("required"), by_column.get("description"))
