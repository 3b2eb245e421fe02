"""Reads Stitch's Connect API pages: an index of connectors, then one part for each connection property object.

They are the Connect API reference and its "Source and destination reference", as HTML or as extracted text.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from generator.blocks.block import Block, Page, Paragraph, Section
from generator.blocks.page import read_page
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind
from generator.records.coverage import Coverage
from generator.records.example import ExampleReader
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords
from generator.records.stitch.index import read_index
from generator.records.stitch.part import EXAMPLE, STEP, Part

_MARK = re.compile(r"connection property object|api\.stitchdata\.com", re.IGNORECASE)
_CONNECTOR = re.compile(
    r"(?!Example )(?:The )?(?P<name>.+?) (?P<role>source|destination) "
    r"(?:connection|form|connection form) propert(?:y|ies) object",
    re.IGNORECASE,
)


class ApiPageReader:
    """Reads the connectors of one page, including those that only its index names."""

    kinds = (Kind.HTML, Kind.TEXT)

    def recognises(self, document: Document) -> int:
        """Return the number of times that the page mentions property objects or Stitch's API."""
        return len(_MARK.findall(document.content))

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page:
        """Return the page's sections."""
        return read_page(document, diagnostics)

    def records(self, blocks: Page, context: Context) -> PageRecords:
        """Return the connectors that have a part, then those that only the index names."""
        sections = _with_text_headings(blocks, context.coverage)
        examples = ExampleReader(context.corrections, context.diagnostics)
        parts: list[Part] = []
        is_open = False
        for section in sections:
            heading = _CONNECTOR.fullmatch(section.text)
            if heading is not None:
                parts.append(Part(section, heading["name"], heading["role"], examples, context))
                is_open = True
            elif is_open and section.level <= parts[-1].level:
                is_open = False
            if is_open:
                context.coverage.sections.add(section.place)
                parts[-1].read(section)
        described = _unique((part.connector for part in parts), context)
        listed = read_index(sections, described, context)
        return PageRecords(context.vendor.name, (*described, *listed), corrected=examples.applied)


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
        heading, blocks = section, list[Block]()
        for block in section.blocks:
            found = _text_heading(block)
            if found is None or not isinstance(block, Paragraph):
                blocks.append(block)
                continue
            coverage.read(block)
            sections.append(dataclasses.replace(heading, read=functools.partial(tuple, blocks)))
            heading, blocks = found, []
        sections.append(dataclasses.replace(heading, read=functools.partial(tuple, blocks)))
    return sections


def _text_heading(block: Block) -> Section | None:
    if not isinstance(block, Paragraph):
        return None
    for level, pattern in ((3, _CONNECTOR), (4, STEP), (5, EXAMPLE)):
        if pattern.fullmatch(block.text):
            return Section(level, block.text, "", block.place, tuple)
    return None
