"""Reads the index of a Stitch page: a table of names, roles and types, some of them documented elsewhere or nowhere."""

from __future__ import annotations

import re

from generator.blocks.block import Row, Section, Table, plain
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.record import ConnectorRecord, PageRecords

_HEADS = (
    ("connection property name", "connection type", "connection property type"),
    ("connection name", "connection type", "connection property"),
)
_ROLES = ("source", "destination")
_VERSION = re.compile(r"\s*\(v[\w.-]*\)$")
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)]*)\)")
_TYPE = re.compile(r"[a-z0-9][a-z0-9_.-]*", re.ASCII)


def read_index(sections: list[Section], records: PageRecords, coverage: Coverage, diagnostics: Diagnostics) -> None:
    """Adds the connectors that only the index names, with the status ``listed``.

    A row whose link leads to a place that the page does not have promises a part that is not there: a warning,
    not a connector.
    """
    anchors = {f"#{section.anchor}" for section in sections if section.anchor}
    for section in sections:
        if section.place in coverage.sections or not _may_hold_index(section):
            continue
        for table in section.blocks:
            if isinstance(table, Table) and table.rows and _words(table.rows[0]) in _HEADS:
                coverage.sections.add(section.place)
                coverage.count((table,))
                _read_table(table, records, anchors, coverage, diagnostics)


def _may_hold_index(section: Section) -> bool:
    return section.level == 0 or "search" in section.text.lower() or "connection" in section.text.lower()


def _words(row: Row) -> tuple[str, ...]:
    return tuple(plain(cell.text).strip().lower() for cell in row.cells)


def _read_table(
    table: Table, records: PageRecords, anchors: set[str], coverage: Coverage, diagnostics: Diagnostics
) -> None:
    known = {(connector.role, connector.type) for connector in records.connectors}
    for row in table.rows:
        coverage.claim(row)
        words = _words(row)
        if words in _HEADS or len(words) == len(_HEADS[0]):
            for cell in row.cells:
                coverage.read_cell(cell)
        if words in _HEADS:
            continue
        connector = _connector(row, anchors, diagnostics)
        if connector is not None and (connector.role, connector.type) not in known:
            known.add((connector.role, connector.type))
            records.connectors.append(connector)


def _connector(row: Row, anchors: set[str], diagnostics: Diagnostics) -> ConnectorRecord | None:
    texts = [plain(cell.text).strip() for cell in row.cells]
    if len(texts) != len(_HEADS[0]) or texts[1].lower() not in _ROLES:
        diagnostics.note("index-row", row.place, "the index row names no connector")
        return None
    name, role, type_ = _VERSION.sub("", texts[0]), texts[1].lower(), texts[2]
    if _TYPE.fullmatch(type_) is None or ".." in type_:
        diagnostics.note("not-in-api", row.place, f"the API has no type for {name or 'this row'}: {type_!r}")
        return None
    links = [link["target"] for cell in row.cells for link in _LINK.finditer(cell.text)]
    targets = [target for target in links if target.startswith("#")]
    if targets and not anchors.intersection(targets):
        message = f"the index leads to {targets[0]}, which the page does not have; the row is left out"
        diagnostics.warning("index-target-missing", row.place, message, f"stitch/{role}/{type_}")
        return None
    return ConnectorRecord(role, type_, name, row.place, listed_only=True)
