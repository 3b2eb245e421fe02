"""Reads Acme's documents."""

from __future__ import annotations

import re

from generator.blocks.block import Code, Page, Section, Table
from generator.blocks.page import read_page
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind
from generator.records.checks import unique
from generator.records.example import ExampleReader
from generator.records.property_table import TableReader
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord

_CONNECTOR = re.compile(r"(?P<name>.+) \((?P<role>source|destination) kind: (?P<kind>[a-z]+)\)")
_ENVELOPE = "In every request"


class SyncPageReader:
    """Reads the page of Acme Sync: a section with a table for each kind of connector."""

    kinds = (Kind.HTML,)

    def recognises(self, document: Document) -> int:
        """Return the number of times that the page names the product."""
        return document.content.count("Acme Sync")

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page:
        """Return the page's sections."""
        return read_page(document, diagnostics)

    def records(self, blocks: Page, context: Context) -> PageRecords:
        """Return a connector for each section whose heading states a kind."""
        examples = ExampleReader(context.corrections, context.diagnostics)
        envelopes, connectors = {}, []
        for section in blocks.sections:
            heading = _CONNECTOR.fullmatch(section.text)
            if section.text == _ENVELOPE:
                envelopes = {
                    role: _properties(section, f"{role} envelope", context) for role in context.vendor.requests
                }
            elif heading is not None:
                connectors.append(_connector(section, heading, examples, context))
        return PageRecords(context.vendor.name, tuple(connectors), envelopes, examples.applied)


def _properties(section: Section, subject: str, context: Context) -> tuple[PropertyRecord, ...]:
    context.coverage.sections.add(section.place)
    context.coverage.count(section.blocks)
    tables = (block for block in section.blocks if isinstance(block, Table))
    rows = [row for table in tables for row in TableReader(context).read(table, subject)]
    return unique(rows, context.diagnostics, subject)


def _connector(section: Section, heading: re.Match[str], examples: ExampleReader, context: Context) -> ConnectorRecord:
    key, (name,) = context.key(heading["role"], heading["kind"]), context.steps(heading["role"])
    properties = _properties(section, f"{key} {name}", context)
    codes = [block for block in section.blocks if isinstance(block, Code)]
    context.coverage.claim(*codes)
    shown = [examples.read(code, key, (name,), f"{key} {name}") for code in codes]
    step = StepRecord(name, section.place, properties, tuple(each for each in shown if each is not None))
    return ConnectorRecord(heading["role"], heading["kind"], heading["name"], section.place, steps=(step,))


READERS = (SyncPageReader(),)
