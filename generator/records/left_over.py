"""Reports blocks that look like a connector's, but are in no section that a reader has recognised."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from generator.blocks.block import Block, Code, List, Page, Paragraph, Section, Table
from generator.records.property_shape import is_property_list, is_property_table, is_request
from generator.records.reader import Context, Vocabulary

_CODE = "outside-section"


@dataclasses.dataclass(frozen=True)
class _Finder:
    vocabulary: Vocabulary
    context: Context

    def report(self, block: Block, *, unrelated: bool) -> None:
        """Report a block, or the outermost blocks in it, that no reader was given."""
        coverage = self.context.coverage
        description = "" if coverage.is_given(block) else self._form(block, unrelated=unrelated)
        if description:
            message = (
                f"{description}, but it is in no connector's section; expected the heading of a connector above it"
            )
            self.context.diagnostics.error(_CODE, block.place, message)
            return
        for inner in _inside(block):
            self.report(inner, unrelated=unrelated)

    def report_loose_cell(self, block: Block) -> None:
        """Report a line of extracted text that ends a cell of a table, but belongs to no row."""
        if isinstance(block, Paragraph) and block.text.endswith("|") and self.context.coverage.is_given(block):
            message = "the line ends a cell, but is in no row of a table; expected a row's name and labels above it"
            self.context.diagnostics.error("cell-outside-table", block.place, message)

    def _form(self, block: Block, *, unrelated: bool) -> str:
        """Return the kind of property data that a block resembles; empty for prose, navigation and the like."""
        if isinstance(block, Paragraph):
            return "this sentence announces a connector" if self.vocabulary.is_announcement(block.text) else ""
        if unrelated:
            return ""
        if isinstance(block, Code):
            is_own = is_request(block, self.context.vendor)
            return "this payload states a connector's id and properties" if is_own else ""
        if isinstance(block, Table) and is_property_table(block):
            return "this table has the form of a property table"
        if isinstance(block, List) and is_property_list(block):
            return "this list has the form of a list of properties"
        return "this block has the form of a property" if self.vocabulary.is_own_form(block) else ""


def report_left_over(page: Page, vocabulary: Vocabulary, context: Context) -> None:
    """Add an error for each heading, sentence, table, list and payload of a connector that was not read."""
    finder = _Finder(vocabulary, context)
    chapters: list[Section] = []
    for section in page.sections:
        if section.level > 0:
            chapters = [*(chapter for chapter in chapters if chapter.level < section.level), section]
        if section.place not in context.coverage.sections and vocabulary.is_announcement(section.text):
            message = f"the heading {_short(section.text)!r} reads like one of a connector, but begins no part of one"
            context.diagnostics.error(_CODE, section.place, f"{message}; expected the usual words at the usual level")
        unrelated = any(vocabulary.is_unrelated(chapter.text) for chapter in chapters)
        for block in section.blocks:
            finder.report(block, unrelated=unrelated)
            finder.report_loose_cell(block)


def _inside(block: Block) -> Iterator[Block]:
    if isinstance(block, Table):
        yield from (inner for row in block.rows for cell in row.cells for inner in cell.blocks)
    elif isinstance(block, List):
        yield from (inner for item in block.items for inner in item.blocks)


def _short(text: str) -> str:
    return re.sub(r"\s+", " ", text)[:80]
