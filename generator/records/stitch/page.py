"""Reads Stitch's Connect API pages: an index of connectors, then one part for each connection property object.

They are the Connect API reference and its "Source and destination reference", as HTML or as extracted text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.blocks.block import Block, Page, Paragraph, Section
from generator.records.coverage import Coverage
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords
from generator.records.stitch.headings import CONNECTOR, EXAMPLE, STEP, UNRELATED
from generator.records.stitch.index import Index
from generator.records.stitch.part import Part


def read_page(page: Page, context: Context) -> PageRecords:
    """Return the connectors that have a part, then those that only the index names."""
    sections = _with_text_headings(page, context.coverage)
    parts: list[Part] = []
    part: Part | None = None
    for section in sections:
        heading = CONNECTOR.fullmatch(section.text)
        if heading is not None:
            part = Part(section, heading["name"], heading["role"], context)
            parts.append(part)
        elif part is not None and not part.holds(section):
            part = None
        if part is not None:
            context.coverage.sections.add(section.place)
            part.read(section)
    for each in parts:
        each.report_steps()
    described = _unique((each.connector for each in parts), context)
    index = Index(sections, context)
    index.report_unlisted(described)
    return PageRecords(context.vendor.name, (*described, *index.listed_only(described)))


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
    for level, pattern in ((2, UNRELATED), (3, CONNECTOR), (4, STEP), (5, EXAMPLE)):
        if isinstance(block, Paragraph) and pattern.fullmatch(block.text):
            return Section(level, block.text, "", block.place)
    return None
