"""Reads the index of a page: a table of the connectors, with links to their parts."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator

from generator.blocks.block import Row, Section, Table, plain
from generator.records.reader import Context
from generator.records.record import ConnectorRecord
from generator.records.stitch.headings import TYPE

_HEADS = (
    ("connection property name", "connection type", "connection property type"),
    ("connection name", "connection type", "connection property"),
)
_ROLES = ("source", "destination")
_VERSION = re.compile(r"(?<!\s)\s*+\(v[\w.-]*+\)$")
_LINK = re.compile(r"\[[^\[\]]*+\]\((?P<target>(?:(?!\]\()[^)])*+)\)")
_NO_TYPE = re.compile(r"(?::[a-z-]+:\s*)?[A-Z][a-z]+(?: [a-z]+)*", re.ASCII)


@dataclasses.dataclass(frozen=True)
class _Entry:
    connector: ConnectorRecord
    target: str


class Index:
    """The rows of a page's index that name a connector."""

    def __init__(self, sections: Collection[Section], context: Context) -> None:
        self._context = context
        self._anchors = {f"#{section.anchor}" for section in sections if section.anchor}
        self._places = {f"#{section.anchor}": section.place for section in reversed([*sections]) if section.anchor}
        self._missing: set[tuple[str, str]] = set()
        self._entries = [entry for table in self._tables(sections) for entry in self._read(table)]

    def listed_only(self, described: Collection[ConnectorRecord]) -> tuple[ConnectorRecord, ...]:
        """Return the connectors that only the index names."""
        described_keys = {(connector.role, connector.type) for connector in described}
        listed: dict[tuple[str, str], ConnectorRecord] = {}
        for entry in self._entries:
            listed.setdefault((entry.connector.role, entry.connector.type), entry.connector)
        return tuple(connector for key, connector in listed.items() if key not in described_keys)

    def report_unlisted(self, described: Collection[ConnectorRecord]) -> None:
        """Report the connectors that the index, if there is one, does not name."""
        listed = {(entry.connector.role, entry.connector.type) for entry in self._entries} | self._missing
        for connector in described:
            if listed and (connector.role, connector.type) not in listed:
                key = self._context.key(connector.role, connector.type)
                message = "the index does not name this connector; expected a row with its role and type"
                self._context.diagnostics.note("not-in-index", connector.place, message, key)

    def report_other_targets(self, described: Collection[ConnectorRecord]) -> None:
        """Report the rows that link to the part of another connector."""
        by_place = {connector.place: connector for connector in described}
        for entry in self._entries:
            listed = entry.connector
            target = by_place.get(self._places.get(entry.target, ""))
            if target is not None and (target.role, target.type) != (listed.role, listed.type):
                message = f"the row links to the part of {self._context.key(target.role, target.type)}"
                key = self._context.key(listed.role, listed.type)
                self._context.diagnostics.warning("index-target-differs", listed.place, message, key)

    def _tables(self, sections: Collection[Section]) -> Iterator[Table]:
        coverage = self._context.coverage
        for section in sections:
            for table in section.blocks:
                if not isinstance(table, Table) or coverage.is_given(table) or not table.rows:
                    continue
                if _words(table.rows[0]) in _HEADS:
                    coverage.sections.add(section.place)
                    coverage.count((table,))
                    yield table
                elif any(_is_entry(row) for row in table.rows):
                    expected = ", ".join(" | ".join(head) for head in _HEADS)
                    message = f"the rows are those of an index, but its head is not; expected one of: {expected}"
                    self._context.diagnostics.error("index-head", table.place, message)
                    coverage.count((table,))
                    coverage.claim_all((table,))

    def _read(self, table: Table) -> Iterator[_Entry]:
        for row in table.rows:
            self._context.coverage.claim(row)
            words = _words(row)
            if words in _HEADS or len(words) == len(_HEADS[0]):
                self._context.coverage.read_cells(*row.cells)
            if words not in _HEADS and (entry := self._entry(row)) is not None:
                yield entry

    def _entry(self, row: Row) -> _Entry | None:
        diagnostics = self._context.diagnostics
        texts = [plain(cell.text).strip() for cell in row.cells]
        if len(texts) != len(_HEADS[0]) or texts[1].lower() not in _ROLES:
            # A row of one cell is a remark.
            report = diagnostics.note if len(texts) < 2 else diagnostics.warning
            report("index-row", row.place, "the index row names no connector; expected its name, role and type")
            return None
        name, role, type_ = _VERSION.sub("", texts[0]), texts[1].lower(), texts[2]
        if TYPE.fullmatch(type_) is None:
            report = diagnostics.note if _NO_TYPE.fullmatch(type_) else diagnostics.warning
            report("not-in-api", row.place, f"the API has no type for {name or 'this row'}: {type_[:60]!r}")
            return None
        links = [link["target"] for cell in row.cells for link in _LINK.finditer(cell.text)]
        targets = [target for target in links if target.startswith("#")]
        # The index announces a part that is missing.
        if targets and self._anchors.isdisjoint(targets):
            message = f"the index links to {targets[0]}, which is not on the page; the row is ignored"
            diagnostics.warning("index-target-missing", row.place, message, self._context.key(role, type_))
            self._missing.add((role, type_))
            return None
        target = next((target for target in targets if target in self._anchors), "")
        return _Entry(ConnectorRecord(role, type_, name, row.place, listed_only=True), target)


def _words(row: Row) -> tuple[str, ...]:
    return tuple(plain(cell.text).strip().lower() for cell in row.cells)


def _is_entry(row: Row) -> bool:
    words = [plain(cell.text).strip() for cell in row.cells]
    return len(words) == len(_HEADS[0]) and words[1].lower() in _ROLES and TYPE.fullmatch(words[2]) is not None
