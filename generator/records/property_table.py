"""Reads tables whose rows are properties: with a head that names the columns, or with stacked cells.

A stacked cell holds, one below the other, a property's name, its type and its label.
"""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.block import Block, Cell, Row, Table, markdown, plain
from generator.diagnostics import Diagnostics
from generator.records.facts import find_facts
from generator.records.ledger import Ledger
from generator.records.record import Fact, PropertyRecord

_COLUMNS = {
    "name": "name",
    "property": "name",
    "parameter": "name",
    "attribute": "name",
    "field": "name",
    "type": "type",
    "data type": "type",
    "required": "required",
    "required?": "required",
    "description": "description",
    "details": "description",
}
_LABELS = {
    "required": "required",
    "optional": "optional",
    "internal": "internal",
    "read-only": "readOnly",
    "conditional": "conditional",
    ":check-circle:": "required",
    ":check:": "required",
    "✓": "required",
    "✔": "required",
    "yes": "required",
    "": "optional",
    ":times-circle:": "optional",
    "no": "optional",
}
_ICON = re.compile(r":[a-z-]+:")
_NAME = re.compile(r"(?P<name>[A-Za-z0-9_$][\w.$\-\[\]]*)(?:\s*\((?P<label>[^()]+)\))?", re.ASCII)
_TYPE = re.compile(r"[A-Z]+(?:\s*(?:/|,|\bor\b)\s*[A-Z]+)*")


@dataclasses.dataclass(frozen=True)
class TableReader:
    """Reads the property tables of one page.

    Attributes:
        ledger: Where rows are claimed and words marked as read.
        diagnostics: Where findings go.
    """

    ledger: Ledger
    diagnostics: Diagnostics

    def read(self, table: Table, subject: str) -> list[PropertyRecord]:
        """The properties of a table, nested ones below their parents.

        Args:
            table: Any table of a connector's part.
            subject: The connector and step, for messages.
        """
        columns = self._columns(table, subject)
        if columns is None and not (table.rows and _is_stacked(table.rows[0])):
            return self._unknown(table, subject)
        records: list[PropertyRecord] = []
        for row in table.rows:
            if _head_words(row) is not None:
                self._claim_head(row)
                continue
            record = self._record(row, columns, subject)
            if record is not None:
                self._add(record, records, subject)
        if not records:
            self.diagnostics.error("empty-table", table.place, "the table has no property rows", subject)
        return records

    def _add(self, record: PropertyRecord, records: list[PropertyRecord], subject: str) -> None:
        twin = next((other for other in records if other.name == record.name), None)
        if twin is None:
            records.append(record)
            return
        message = f"the name stands in two rows of the table, the other one at {twin.place}; expected each name once"
        self.diagnostics.error("duplicate-property", record.place, message, f"{subject}.{record.name}")

    def _unknown(self, table: Table, subject: str) -> list[PropertyRecord]:
        self.ledger.claim_all((table,))
        if not table.rows:
            self.diagnostics.error("empty-table", table.place, "the table has no rows", subject)
            return []
        first = " | ".join(plain(cell.text) for cell in table.rows[0].cells)[:80]
        message = f"the table has neither a known head nor stacked cells; its first row is {first!r}"
        self.diagnostics.error("unknown-table", table.place, message, subject)
        return []

    def _claim_head(self, row: Row) -> None:
        self.ledger.claim(row)
        for cell in row.cells:
            self.ledger.read_cell(cell)

    def _columns(self, table: Table, subject: str) -> list[str] | None:
        words = _head_words(table.rows[0]) if table.rows else None
        if words is None:
            return None
        for word in words:
            if word not in _COLUMNS:
                known = ", ".join(sorted(set(_COLUMNS.values())))
                message = f"the column {word!r} is unknown; expected one of: {known}"
                self.diagnostics.error("unknown-column", table.rows[0].place, message, subject)
        return [_COLUMNS.get(word, "") for word in words]

    def _record(self, row: Row, columns: list[str] | None, subject: str) -> PropertyRecord | None:
        self.ledger.claim(row)
        wanted = len(columns) if columns is not None else 2
        if len(row.cells) != wanted or (columns is None and not _is_stacked(row)):
            shape = f"{wanted} cells" if columns is not None else "a stacked cell and a description"
            message = f"the row has {len(row.cells)} cells; expected {shape}"
            self.diagnostics.error("row-shape", row.place, message, subject)
            self.ledger.claim_all(tuple(block for cell in row.cells for block in cell.blocks))
            return None
        cells = _stacked_cells(row) if columns is None else _cells_by_column(row, columns)
        for cell in row.cells:
            if cell is not cells.description:
                self.ledger.read_cell(cell)
        return self._property(row, cells, subject)

    def _property(self, row: Row, cells: _Cells, subject: str) -> PropertyRecord | None:
        match = _NAME.fullmatch(cells.name)
        blocks = cells.description.blocks if cells.description is not None else ()
        if match is None:
            message = f"{cells.name[:60]!r} is not a property name; expected letters, digits, _ . - $"
            self.diagnostics.error("property-name", row.place, message, subject)
            self.ledger.claim_all(blocks)
            return None
        subject = f"{subject}.{match['name']}"
        facts = find_facts(blocks, self.ledger)
        label = cells.label if match["label"] is None else match["label"]
        record = PropertyRecord(
            name=match["name"],
            place=row.place,
            type_words=self._type_words(cells.type, row, subject),
            requirement=self._requirement(label, row, subject),
            description=markdown(blocks),
            facts=facts,
            children=[child for table in _tables(blocks) for child in self.read(table, subject)],
        )
        _obey_text(record, facts)
        self.ledger.report_unread_lists(blocks, self.diagnostics, subject)
        return record

    def _type_words(self, words: str, row: Row, subject: str) -> tuple[str, ...]:
        if not words:
            return ()
        if _TYPE.fullmatch(words.upper()) is None:
            self.diagnostics.error("unknown-type", row.place, f"{words!r} is not a type that is known", subject)
            return ()
        return tuple(re.findall(r"(?!OR\b)[A-Z]+", words.upper()))

    def _requirement(self, label: str | None, row: Row, subject: str) -> str | None:
        if label is None:
            return None
        known = _LABELS.get(label.lower())
        if known is None:
            message = f"the label {label!r} is unknown; expected one of: required, optional, internal, read-only"
            self.diagnostics.error("unknown-label", row.place, message, subject)
        return known or label


@dataclasses.dataclass(frozen=True)
class _Cells:
    """A row's cells by meaning. ``label`` is ``None`` where the table has no column for it."""

    name: str
    type: str
    label: str | None
    description: Cell | None


def _head_words(row: Row) -> list[str] | None:
    """The words of a head, in lower case, or ``None`` where the row is no head."""
    words = [_ICON.sub("", plain(cell.text)).strip().lower() for cell in row.cells]
    marked = all(cell.head or cell.text.startswith("**") for cell in row.cells)
    known = sum(word in _COLUMNS for word in words)
    return words if words and known >= 2 and (marked or known == len(words)) else None


def _is_stacked(row: Row) -> bool:
    return len(row.cells) == 2 and len(_stack(row.cells[0])) >= 2


def _stack(cell: Cell) -> list[str]:
    """The words of a stacked cell: one line each, or the type and the label on one line."""
    lines = plain(cell.text).split("\n")
    if len(lines) == 2 and " " in lines[1]:
        lines[1:] = lines[1].split(" ", 1)
    return [line.strip() for line in lines]


def _stacked_cells(row: Row) -> _Cells:
    name, type_word, *labels = _stack(row.cells[0])
    return _Cells(name, type_word, " ".join(labels) if labels else None, row.cells[1])


def _cells_by_column(row: Row, columns: list[str]) -> _Cells:
    by_column = dict(zip(columns, row.cells, strict=True))
    texts = {column: plain(cell.text).strip() for column, cell in by_column.items()}
    return _Cells(texts.get("name", ""), texts.get("type", ""), texts.get("required"), by_column.get("description"))


def _tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def _obey_text(record: PropertyRecord, facts: list[Fact]) -> None:
    """A sentence about who sets the property is worth more than a tick: the caller who obeys it is right."""
    for fact in facts:
        if fact.field == "requirement":
            record.requirement = fact.value


