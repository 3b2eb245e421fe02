"""Reads Acme's documents."""

from __future__ import annotations

import re

from generator.blocks.block import Code, Page, Section, Table
from generator.records.checks import unique
from generator.records.property_table import TableReader
from generator.records.reader import Context, PageReader
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord

_CONNECTOR = re.compile(r"(?P<name>.+) \((?P<role>source|destination) kind: (?P<kind>[a-z]+)\)")


def read_page(page: Page, context: Context) -> PageRecords:
    """Return a connector for each section whose heading states a kind."""
    envelopes, connectors = {}, []
    for section in page.sections:
        heading = _CONNECTOR.fullmatch(section.text)
        if section.text == "In every request":
            envelopes = {role: _properties(section, f"{role} envelope", context) for role in context.vendor.requests}
        elif heading is not None:
            connectors.append(_connector(section, heading, context))
    return PageRecords(context.vendor.name, tuple(connectors), envelopes)


def _properties(section: Section, subject: str, context: Context) -> tuple[PropertyRecord, ...]:
    context.coverage.sections.add(section.place)
    context.coverage.count(section.blocks)
    tables = (block for block in section.blocks if isinstance(block, Table))
    rows = [row for table in tables for row in TableReader(context).read(table, subject)]
    return unique(rows, context.diagnostics, subject)


def _connector(section: Section, heading: re.Match[str], context: Context) -> ConnectorRecord:
    key, (name,) = context.key(heading["role"], heading["kind"]), context.steps(heading["role"])
    properties = _properties(section, f"{key} {name}", context)
    codes = [block for block in section.blocks if isinstance(block, Code)]
    context.coverage.claim(*codes)
    shown = [context.examples.read(code, key, (name,), f"{key} {name}") for code in codes]
    step = StepRecord(name, section.place, properties, tuple(each for each in shown if each is not None))
    return ConnectorRecord(heading["role"], heading["kind"], heading["name"], section.place, steps=(step,))


READERS = (PageReader(re.compile("Acme Sync"), read_page),)
