"""Reads tables whose rows are properties: with a head that names the columns, or with stacked cells.

A stacked cell holds, one below the other, a property's name, its type and its label.
"""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.block import Block, Row, Table, markdown, plain
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.property_cells import COLUMNS, Cells, cells_by_column, head_words, is_stacked, stacked_cells
from generator.records.prose import find_facts, listed_properties
from generator.records.prose.lost import report_lost
from generator.records.record import Fact, PropertyRecord

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
_NAME = re.compile(
    r"(?P<name>[A-Za-z0-9_$][\w.$\-\[\]]*)(?:\s*\((?P<label>[^()]+)\)|\s*\n\s*(?P<mark>required|optional|internal|read-only))?",
    re.ASCII | re.IGNORECASE,
)
_TYPE = re.compile(r"[A-Z]+(?:\s*(?:/|,|\bor\b)\s*[A-Z]+)*")


@dataclasses.dataclass(frozen=True)
class TableReader:
    """Reads the property tables of one page.

    Attributes:
        coverage: Where rows are claimed and words marked as read.
        diagnostics: Where findings go.
    """

    coverage: Coverage
    diagnostics: Diagnostics

    def read(self, table: Table, subject: str) -> list[PropertyRecord]:
        """The properties of a table, nested ones below their parents.

        Args:
            table: Any table of a connector's part.
            subject: The connector and step, for messages.
        """
        columns = self._columns(table, subject)
        if columns is None and not (table.rows and is_stacked(table.rows[0])):
            return self._unknown(table, subject)
        columns = self._without_lost_marks(table, columns, subject)
        records: list[PropertyRecord] = []
        for row in table.rows:
            if head_words(row) is not None:
                self._claim_head(row)
                continue
            record = self._record(row, columns, subject)
            if record is not None:
                self.add(record, records, subject)
        if not records:
            self.diagnostics.error("empty-table", table.place, "the table has no property rows", subject)
        return records

    def _without_lost_marks(self, table: Table, columns: list[str] | None, subject: str) -> list[str] | None:
        """Extracted text loses icons: a column of marks that is all empty there says nothing."""
        if columns is None or "required" not in columns or not table.place.startswith("line "):
            return columns
        position = columns.index("required")
        rows = [row for row in table.rows if head_words(row) is None and len(row.cells) == len(columns)]
        if any(row.cells[position].text for row in rows):
            return columns
        message = "the column of required marks is empty in this copy of the page; what is required is not known"
        self.diagnostics.note("required-lost", table.place, message, subject)
        return ["" if column == "required" else column for column in columns]

    def add(self, record: PropertyRecord, records: list[PropertyRecord], subject: str) -> None:
        """Adds a property to those above it; a name that is there already is an error ``duplicate-property``."""
        twin = next((other for other in records if other.name == record.name), None)
        if twin is None:
            records.append(record)
            return
        message = f"the name stands in two rows, the other one at {twin.place}; expected each name once"
        self.diagnostics.error("duplicate-property", record.place, message, f"{subject}.{record.name}")

    def _unknown(self, table: Table, subject: str) -> list[PropertyRecord]:
        self.coverage.claim_all((table,))
        if not table.rows:
            self.diagnostics.error("empty-table", table.place, "the table has no rows", subject)
            return []
        if not any(cell.text for row in table.rows for cell in row.cells):
            message = "the table has empty cells only: its content is lost in this copy of the page"
            self.diagnostics.warning("lost-table", table.place, message, subject)
            return []
        first = " | ".join(plain(cell.text) for cell in table.rows[0].cells)[:80]
        message = f"the table has neither a known head nor stacked cells; its first row is {first!r}"
        self.diagnostics.error("unknown-table", table.place, message, subject)
        return []

    def _claim_head(self, row: Row) -> None:
        self.coverage.claim(row)
        for cell in row.cells:
            self.coverage.read_cell(cell)

    def _columns(self, table: Table, subject: str) -> list[str] | None:
        words = head_words(table.rows[0]) if table.rows else None
        if words is None:
            return None
        for word in words:
            if word not in COLUMNS:
                known = ", ".join(sorted(set(COLUMNS.values())))
                message = f"the column {word!r} is unknown; expected one of: {known}"
                self.diagnostics.error("unknown-column", table.rows[0].place, message, subject)
        return [COLUMNS.get(word, "") for word in words]

    def _record(self, row: Row, columns: list[str] | None, subject: str) -> PropertyRecord | None:
        self.coverage.claim(row)
        wanted = len(columns) if columns is not None else 2
        if len(row.cells) != wanted or (columns is None and not is_stacked(row)):
            shape = f"{wanted} cells" if columns is not None else "a stacked cell and a description"
            count = f"{len(row.cells)} cell{'' if len(row.cells) == 1 else 's'}"
            message = f"the row has {count}; expected {shape}"
            self.diagnostics.error("row-shape", row.place, message, subject)
            self.coverage.claim_all(tuple(block for cell in row.cells for block in cell.blocks))
            return None
        cells = stacked_cells(row) if columns is None else cells_by_column(row, columns)
        for cell in row.cells:
            if cell is not cells.description:
                self.coverage.read_cell(cell)
        return self._property(row, cells, subject)

    def _property(self, row: Row, cells: Cells, subject: str) -> PropertyRecord | None:
        match = _NAME.fullmatch(cells.name)
        blocks = cells.description.blocks if cells.description is not None else ()
        if match is None:
            message = f"{cells.name[:60]!r} is not a property name; expected letters, digits, _ . - $"
            self.diagnostics.error("property-name", row.place, message, subject)
            self.coverage.claim_all(blocks)
            return None
        subject = f"{subject}.{match['name']}"
        facts = find_facts(blocks, self.coverage)
        report_lost(blocks, facts, self.coverage, self.diagnostics, subject)
        label = match["label"] or match["mark"] or cells.label
        record = PropertyRecord(
            name=match["name"],
            place=row.place,
            type_words=self._type_words(cells.type, row, subject),
            requirement=self._requirement(label, row, subject),
            description=markdown(blocks),
            facts=facts,
            children=self._children(blocks, facts, subject),
        )
        self.coverage.report_unread_lists(blocks, self.diagnostics, subject)
        return record

    def _children(self, blocks: tuple[Block, ...], facts: list[Fact], subject: str) -> list[PropertyRecord]:
        """The properties inside this one: rows of inner tables, or what a list says of the JSON in a string."""
        rows = [child for table in _tables(blocks) for child in self.read(table, subject)]
        if rows or not any(fact == Fact("encoding", "json", fact.place) for fact in facts):
            return rows
        return [
            dataclasses.replace(child, facts=find_facts(inner, self.coverage))
            for child, inner in listed_properties.find(blocks, self.coverage)
        ]

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


def _tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]
