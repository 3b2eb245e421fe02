"""Reads tables whose rows are properties: with a head that names the columns, or with stacked cells.

A stacked cell holds a property's name, type and label on lines of their own.
"""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.block import Block, Row, Table, plain
from generator.records.checks import report_property_name, unique
from generator.records.property_cells import COLUMNS, Cells, cells_by_column, head_words, is_stacked, stacked_cells
from generator.records.property_headings import without_headings
from generator.records.property_reader import OwnRule, PropertyReader
from generator.records.prose.listed_properties import find_properties
from generator.records.reader import Context
from generator.records.record import PropertyRecord, Statement
from templates.connector_catalog.wording import counted

_LABELS = {
    **dict.fromkeys(("required", ":check-circle:", ":check:", "✓", "✔", "yes"), "required"),
    **dict.fromkeys(("optional", "", ":times-circle:", "no"), "optional"),
    "internal": "internal",
    "read-only": "readOnly",
    "conditional": "conditional",
}
_NAME = re.compile(
    r"(?P<name>[A-Za-z0-9_$][\w.$\-\[\]]*)(?:\s*+\((?P<label>[^()]+)\)|[^\S\n]*+\n\s*+(?P<mark>required|optional|internal|read-only))?",
    re.ASCII | re.IGNORECASE,
)
_TYPE = re.compile(r"[A-Z]+(?:\s*(?:/|,|\bor\b)\s*[A-Z]+)*")


@dataclasses.dataclass(frozen=True)
class TableReader:
    """Reads the property tables of one document.

    Attributes:
        context: The vendor and the collectors.
        own_rules: The vendor's own rules for sentences.
    """

    context: Context
    own_rules: tuple[OwnRule, ...] = ()

    def read(self, table: Table, subject: str) -> tuple[PropertyRecord, ...]:
        """Return the properties of a table, nested ones in their parents; ``subject`` is that of diagnostics."""
        table = without_headings(table, self.context, subject)
        columns = self._columns(table, subject)
        if columns is None and not (table.rows and is_stacked(table.rows[0])):
            self._report_unknown(table, subject)
            return ()
        first_head = columns
        columns = self._without_lost_marks(table, columns, subject)
        records: list[PropertyRecord] = []
        for row in table.rows:
            words = head_words(row)
            if words is None:
                record = self._record(row, columns, subject)
                records += [record] if record is not None else []
                continue
            self.context.coverage.claim(row)
            self.context.coverage.read_cells(*row.cells)
            if first_head != [COLUMNS.get(word, "") for word in words]:
                message = "the columns differ from those of the table's first head; expected the same columns"
                self._error("head-differs", row.place, message, subject)
        properties = unique(records, self.context.diagnostics, subject)
        if not properties:
            self._error("empty-table", table.place, "the table has no property rows", subject)
        return properties

    def _error(self, code: str, place: str, message: str, subject: str) -> None:
        self.context.diagnostics.error(code, place, message, subject)

    def _without_lost_marks(self, table: Table, columns: list[str] | None, subject: str) -> list[str] | None:
        """Drop the column of required marks if it is empty in extracted text, which loses icons."""
        if columns is None or "required" not in columns or not table.place.startswith("line "):
            return columns
        position = columns.index("required")
        rows = [row for row in table.rows if head_words(row) is None and len(row.cells) == len(columns)]
        if any(row.cells[position].text for row in rows):
            return columns
        message = "the column of required marks is empty in this copy; which properties are required is unknown"
        self.context.diagnostics.note("required-lost", table.place, message, subject)
        return ["" if column == "required" else column for column in columns]

    def _report_unknown(self, table: Table, subject: str) -> None:
        self.context.coverage.claim_all((table,))
        if not table.rows:
            self._error("empty-table", table.place, "the table has no rows", subject)
        elif not any(cell.text for row in table.rows for cell in row.cells):
            message = "every cell of the table is empty; its content is missing from this copy of the page"
            self.context.diagnostics.unread("lost-table", table.place, message, subject)
        else:
            first_row = " | ".join(plain(cell.text) for cell in table.rows[0].cells)[:80]
            message = f"the table has neither a known head nor stacked cells; its first row is {first_row!r}"
            self._error("unknown-table", table.place, message, subject)

    def _columns(self, table: Table, subject: str) -> list[str] | None:
        words = head_words(table.rows[0]) if table.rows else None
        if words is None:
            return None
        for word in words:
            if word not in COLUMNS:
                message = f"unknown column {word!r}; expected one of: {', '.join(sorted(set(COLUMNS.values())))}"
                self._error("unknown-column", table.rows[0].place, message, subject)
        columns = [COLUMNS.get(word, "") for word in words]
        duplicates = {column for column in columns if column and columns.count(column) > 1}
        for column in sorted(duplicates):
            message = f"two columns are a property's {column}; expected one"
            self._error("duplicate-column", table.rows[0].place, message, subject)
        return columns

    def _record(self, row: Row, columns: list[str] | None, subject: str) -> PropertyRecord | None:
        coverage = self.context.coverage
        coverage.claim(row)
        expected = len(columns) if columns is not None else 2
        if len(row.cells) != expected or (columns is None and not is_stacked(row)):
            shape = f"{expected} cells" if columns is not None else "a stacked cell and a description"
            message = f"the row has {counted(len(row.cells), 'cell')}; expected {shape}"
            self._error("row-shape", row.place, message, subject)
            coverage.claim_all(tuple(block for cell in row.cells for block in cell.blocks))
            return None
        cells = stacked_cells(row) if columns is None else cells_by_column(row, columns)
        coverage.read_cells(*(cell for cell in row.cells if cell is not cells.description))
        return self._property(row, cells, subject)

    def _property(self, row: Row, cells: Cells, subject: str) -> PropertyRecord | None:
        match = _NAME.fullmatch(cells.name)
        blocks = cells.description.blocks if cells.description is not None else ()
        if match is None:
            report_property_name(cells.name, row.place, self.context.diagnostics, subject)
            self.context.coverage.claim_all(blocks)
            return None
        inner = f"{subject}.{match['name']}"
        label = self._label(match["label"] or match["mark"], cells.label, row, inner)
        stated = PropertyRecord(
            name=match["name"],
            place=row.place,
            type_words=self._type_words(cells.type, row, inner),
            requirement=self._requirement(label, row, inner),
        )
        return self._properties.read(
            stated, blocks, subject, lambda statements, of: self._children(blocks, statements, of)
        )

    @property
    def _properties(self) -> PropertyReader:
        return PropertyReader(self.context, self.own_rules)

    def _children(
        self, blocks: tuple[Block, ...], statements: tuple[Statement, ...], subject: str
    ) -> tuple[PropertyRecord, ...]:
        """Return nested properties: rows of inner tables, or list items that describe a JSON string."""
        rows = tuple(child for table in blocks if isinstance(table, Table) for child in self.read(table, subject))
        if rows or not any((statement.field, statement.value) == ("encoding", "json") for statement in statements):
            return rows
        coverage = self.context.coverage
        return tuple(
            dataclasses.replace(child, statements=self._properties.statements(inner, child.name))
            for child, inner in find_properties(blocks, coverage)
        )

    def _type_words(self, words: str, row: Row, subject: str) -> tuple[str, ...]:
        if words and _TYPE.fullmatch(words.upper()) is None:
            self._error("unknown-type", row.place, f"unknown type {words!r}", subject)
            return ()
        return tuple(re.findall(r"(?!OR\b)[A-Z]+", words.upper()))

    def _label(self, beside_name: str | None, in_cell: str | None, row: Row, subject: str) -> str | None:
        """Return the label of a row, which is next to the name or in a column; two labels must agree."""
        if beside_name and in_cell and _LABELS.get(beside_name.lower()) != _LABELS.get(in_cell.lower()):
            message = f"the row has two labels, {beside_name!r} and {in_cell!r}; expected one"
            self._error("two-labels", row.place, message, subject)
        return beside_name or in_cell

    def _requirement(self, label: str | None, row: Row, subject: str) -> str | None:
        requirement = _LABELS.get(label.lower()) if label is not None else None
        if label is not None and requirement is None:
            message = f"unknown label {label!r}; expected one of: required, optional, internal, read-only"
            self._error("unknown-label", row.place, message, subject)
        return requirement or label
