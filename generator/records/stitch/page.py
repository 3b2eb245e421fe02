"""Reads Stitch's Connect API pages: an index of connectors, then one part for each connection property object.

They are the Connect API reference and its "Source and destination reference", as HTML or as extracted text.
"""

from __future__ import annotations

import dataclasses

from generator.blocks.block import Block, Page, Paragraph, Section
from generator.records.checks import unique_connectors
from generator.records.coverage import Coverage
from generator.records.reader import Context
from generator.records.record import PageRecords
from generator.records.stitch.headings import CONNECTOR, EXAMPLE, STEP, UNRELATED
from generator.records.stitch.index import Index
from generator.records.stitch.part import Part


def read_page(page: Page, context: Context) -> PageRecords:
    """Return the connectors that have a part, then those that only the index names."""
    sections = _with_text_headings(page, context.coverage)
    parts: list[Part] = []
    current: Part | None = None
    for section in sections:
        heading = CONNECTOR.fullmatch(section.text)
        if heading is not None:
            current = Part(section, heading["name"], heading["role"], context)
            parts.append(current)
        elif current is not None and not current.includes(section):
            current = None
        if current is not None:
            context.coverage.sections.add(section.place)
            current.read(section)
    for part in parts:
        part.report_steps()
    # A part without a type has been reported.
    connectors = (part.connector for part in parts)
    described = tuple(unique_connectors((connector for connector in connectors if connector.type), context))
    index = Index(sections, context)
    index.report_unlisted(described)
    index.report_other_targets(described)
    return PageRecords(context.vendor.name, (*described, *index.listed_only(described)))


def _with_text_headings(page: Page, coverage: Coverage) -> list[Section]:
    """Return the page's sections. In extracted text, each line that was a heading begins a section."""
    sections: list[Section] = []
    for section in page.sections:
        if section.level > 0 or not any(_text_heading(block) for block in section.blocks):
            sections.append(section)
            continue
        sections.append(dataclasses.replace(section, blocks=()))
        for block in section.blocks:
            heading = _text_heading(block)
            if heading is not None and isinstance(block, Paragraph):
                coverage.read(block)
                sections.append(heading)
            else:
                sections[-1] = dataclasses.replace(sections[-1], blocks=(*sections[-1].blocks, block))
    return sections


def _text_heading(block: Block) -> Section | None:
    for level, pattern in ((2, UNRELATED), (3, CONNECTOR), (4, STEP), (5, EXAMPLE)):
        if isinstance(block, Paragraph) and pattern.fullmatch(block.text):
            return Section(level, block.text, "", block.place)
    return None
