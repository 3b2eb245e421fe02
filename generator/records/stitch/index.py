"""Reads the index of a page: a table of names, roles and types, some of them documented elsewhere or nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from generator.blocks.block import Row, Section, Table, plain
from generator.records.reader import Context
from generator.records.record import ConnectorRecord

TYPE = re.compile(r"(?!.*\.\.)[a-z0-9][a-z0-9_.-]*", re.ASCII)
"""A connector's type."""
TYPE_CHARACTERS = "lower-case letters, digits, _ . -"

_HEADS = (
    ("connection property name", "connection type", "connection property type"),
    ("connection name", "connection type", "connection property"),
)
_ROLES = ("source", "destination")
_VERSION = re.compile(r"\s*\(v[\w.-]*\)$")
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)]*)\)")


def read_index(
    sections: Collection[Section], known: Collection[ConnectorRecord], context: Context
) -> tuple[ConnectorRecord, ...]:
    """Return the connectors that only the index names."""
    anchors = {f"#{section.anchor}" for section in sections if section.anchor}
    keys = {(each.role, each.type) for each in known}
    found: dict[tuple[str, str], ConnectorRecord] = {}
    for table in _tables(sections, context):
        for connector in _connectors(table, anchors, context):
            found.setdefault((connector.role, connector.type), connector)
    return tuple(connector for key, connector in found.items() if key not in keys)


def _tables(sections: Collection[Section], context: Context) -> Iterator[Table]:
    for section in sections:
        may_hold_index = section.level == 0 or any(word in section.text.lower() for word in ("search", "connection"))
        if section.place in context.coverage.sections or not may_hold_index:
            continue
        for table in section.blocks:
            if isinstance(table, Table) and table.rows and _words(table.rows[0]) in _HEADS:
                context.coverage.sections.add(section.place)
                context.coverage.count((table,))
                yield table


def _words(row: Row) -> tuple[str, ...]:
    return tuple(plain(cell.text).strip().lower() for cell in row.cells)


def _connectors(table: Table, anchors: Set[str], context: Context) -> Iterator[ConnectorRecord]:
    for row in table.rows:
        context.coverage.claim(row)
        words = _words(row)
        if words in _HEADS or len(words) == len(_HEADS[0]):
            context.coverage.read_cells(*row.cells)
        connector = _connector(row, anchors, context) if words not in _HEADS else None
        if connector is not None:
            yield connector


def _connector(row: Row, anchors: Set[str], context: Context) -> ConnectorRecord | None:
    diagnostics = context.diagnostics
    texts = [plain(cell.text).strip() for cell in row.cells]
    if len(texts) != len(_HEADS[0]) or texts[1].lower() not in _ROLES:
        diagnostics.note("index-row", row.place, "the index row names no connector")
        return None
    name, role, type_ = _VERSION.sub("", texts[0]), texts[1].lower(), texts[2]
    if TYPE.fullmatch(type_) is None:
        message = f"the API has no type for {name or 'this row'}: {type_!r}"
        diagnostics.note("not-in-api", row.place, message)
        return None
    links = [link["target"] for cell in row.cells for link in _LINK.finditer(cell.text)]
    targets = [target for target in links if target.startswith("#")]
    # The index announces a part that is missing.
    if targets and anchors.isdisjoint(targets):
        message = f"the index links to {targets[0]}, which is not on the page; the row is ignored"
        diagnostics.warning("index-target-missing", row.place, message, context.key(role, type_))
        return None
    return ConnectorRecord(role, type_, name, row.place, listed_only=True)
