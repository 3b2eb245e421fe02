"""Reads Stitch's Connect API pages: an index of connectors, then one part for each connection property object.

They are the Connect API reference and its "Source and destination reference", as HTML or as extracted text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Set

from generator.blocks.block import Block, Page, Paragraph, Row, Section, Table, plain
from generator.records.coverage import Coverage
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords
from generator.records.stitch.part import EXAMPLE, STEP, TYPE, Part

_CONNECTOR = re.compile(
    r"(?!Example )(?:The )?(?P<name>.+?) (?P<role>source|destination) "
    r"(?:connection|form|connection form) propert(?:y|ies) object",
    re.IGNORECASE,
)

_HEADS = (
    ("connection property name", "connection type", "connection property type"),
    ("connection name", "connection type", "connection property"),
)
_ROLES = ("source", "destination")
_VERSION = re.compile(r"(?<!\s)\s*+\(v[\w.-]*+\)$")
_LINK = re.compile(r"\[[^\[\]]*+\]\((?P<target>(?:(?!\]\()[^)])*+)\)")


def read_page(page: Page, context: Context) -> PageRecords:
    """Return the connectors that have a part, then those that only the index names."""
    sections = _with_text_headings(page, context.coverage)
    parts: list[Part] = []
    part: Part | None = None
    for section in sections:
        heading = _CONNECTOR.fullmatch(section.text)
        if heading is not None:
            part = Part(section, heading["name"], heading["role"], context)
            parts.append(part)
        elif part is not None and section.level <= part.level:
            part = None
        if part is not None:
            context.coverage.sections.add(section.place)
            part.read(section)
    described = _unique((each.connector for each in parts), context)
    listed = _read_index(sections, described, context)
    return PageRecords(context.vendor.name, (*described, *listed))


def _unique(connectors: Iterator[ConnectorRecord], context: Context) -> tuple[ConnectorRecord, ...]:
    """Return the first connector of each type; those without a type have been reported."""
    found: dict[str, ConnectorRecord] = {}
    for each in connectors:
        key = context.key(each.role, each.type)
        first = found.setdefault(key, each) if each.type else each
        if first is not each:
            message = f"duplicate connector; it is also described at {first.place}"
            context.diagnostics.error("duplicate-connector", each.place, message, key)
    return tuple(found.values())


def _with_text_headings(page: Page, coverage: Coverage) -> list[Section]:
    """Return the page's sections; in extracted text, lines that were headings begin sections of their own."""
    sections: list[Section] = []
    for section in page.sections:
        if section.level > 0 or not any(_text_heading(block) for block in section.blocks):
            sections.append(section)
            continue
        sections.append(dataclasses.replace(section, blocks=()))
        for block in section.blocks:
            found = _text_heading(block)
            if found is not None and isinstance(block, Paragraph):
                coverage.read(block)
                sections.append(found)
            else:
                sections[-1] = dataclasses.replace(sections[-1], blocks=(*sections[-1].blocks, block))
    return sections


def _text_heading(block: Block) -> Section | None:
    for level, pattern in ((3, _CONNECTOR), (4, STEP), (5, EXAMPLE)):
        if isinstance(block, Paragraph) and pattern.fullmatch(block.text):
            return Section(level, block.text, "", block.place)
    return None


def _read_index(
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
        if words not in _HEADS and (connector := _connector(row, anchors, context)) is not None:
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
