"""Reads the text extracted from a page into the same blocks as HTML.

Extracted text has the order of the page. It lacks headings, unless they are marked as in Markdown, and may lack code,
inner lists and inner tables.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator

from generator.blocks.block import Block, Code, Item, List, Page, Paragraph, Section, Table
from generator.blocks.text_lines import Line, lines_of
from generator.blocks.text_tables import table_at
from generator.diagnostics import Diagnostics

_HEADING = re.compile(r"(#{1,6})\s++(.+)")
_BULLET = re.compile(r"(?:[-*•]|\d+[.)])(?:\s+(?P<text>.*))?")
_UNDERLINE = re.compile(r"\*\*|__")


def read_text(content: str, diagnostics: Diagnostics) -> Page:
    """Return the sections of extracted text; text that ends inside a row or a payload is an error ``cut-off``."""
    lines = list(lines_of(content.replace("\r\n", "\n")))
    sections: list[Section] = []
    heading, start = Section(0, "", "", "line 1"), 0
    for index, line in enumerate([*lines, None]):
        match = _HEADING.fullmatch(line.text) if line is not None and not line.code else None
        if line is not None and match is None:
            continue
        reader = _Reader(lines[start:index], diagnostics, is_last=line is None)
        sections.append(dataclasses.replace(heading, blocks=tuple(reader.read())))
        if line is not None and match is not None:
            words = match[2].strip()
            text = _UNDERLINE.sub("", words.rstrip("#").rstrip() or words[:1])
            heading, start = Section(len(match[1]), text, "", f"line {line.number}"), index + 1
    return Page(tuple(sections))


class _Reader:
    """Reads the lines of one section, without its heading."""

    def __init__(self, lines: list[Line], diagnostics: Diagnostics, *, is_last: bool) -> None:
        self._lines = lines
        self._diagnostics = diagnostics
        self._is_last = is_last
        self._places: Counter[str] = Counter()

    def _place(self, number: int, kind: str) -> str:
        """Return ``line 7/p``, and ``line 7/p[2]`` for a second paragraph on the same line."""
        place = f"line {number}/{kind}"
        self._places[place] += 1
        return place if self._places[place] == 1 else f"{place}[{self._places[place]}]"

    def read(self) -> Iterator[Block]:
        index = 0
        while index < len(self._lines):
            block, index = self._block(index)
            if block is not None:
                yield block

    def _block(self, index: int) -> tuple[Block | None, int]:
        line = self._lines[index]
        place = f"line {line.number}"
        if line.code:
            if not line.whole:
                self._diagnostics.error("cut-off", place, "the text ends inside a payload; expected a closing brace")
            return Code(line.text, self._place(line.number, "code")), index + 1
        table = table_at(self._lines, index)
        if table is not None:
            if not table.whole and (self._is_last or table.end < len(self._lines)):
                message = "the text ends inside a row of a table; expected the rest of the row"
                self._diagnostics.error("cut-off", table.rows[-1].place, message)
            return Table(table.rows, f"{place}/table"), table.end
        if _BULLET.fullmatch(line.text):
            return self._list(index)
        return (Paragraph(line.text, self._place(line.number, "p")) if line.text else None), index + 1

    def _list(self, index: int) -> tuple[Block, int]:
        place = f"line {self._lines[index].number}/list"
        items: list[Item] = []
        while index < len(self._lines) and not self._lines[index].code:
            bullet = _BULLET.fullmatch(self._lines[index].text)
            if bullet is None:
                break
            item_place = f"line {self._lines[index].number}"
            text = bullet["text"] or ""
            index += 1
            # The text of an item can be on the line after its bullet.
            if not text and index < len(self._lines) and not self._lines[index].code:
                text = self._lines[index].text
                index += 1
            items.append(Item((Paragraph(text, f"{item_place}/p"),) if text else (), f"{item_place}/item"))
        return List(tuple(items), place), index
