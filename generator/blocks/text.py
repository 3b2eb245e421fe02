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
from generator.blocks.text_tables import TextTable, table_at
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
        self._index = 0

    def read(self) -> Iterator[Block]:
        while self._index < len(self._lines):
            line = self._lines[self._index]
            table = table_at(self._lines, self._index) if not line.code else None
            if line.code:
                yield self._code(line)
            elif table is not None:
                yield self._table(table, line)
            elif _BULLET.fullmatch(line.text):
                yield self._list(line)
            else:
                self._index += 1
                if line.text:
                    yield Paragraph(line.text, self._place(line.number, "p"))

    def _place(self, number: int, kind: str) -> str:
        """Return ``line 7/p``, and ``line 7/p[2]`` for a second paragraph on the same line."""
        place = f"line {number}/{kind}"
        self._places[place] += 1
        return place if self._places[place] == 1 else f"{place}[{self._places[place]}]"

    def _code(self, line: Line) -> Code:
        self._index += 1
        if not line.whole:
            message = "the text ends inside a payload; expected a closing brace"
            self._diagnostics.error("cut-off", f"line {line.number}", message)
        return Code(line.text, self._place(line.number, "code"))

    def _table(self, table: TextTable, line: Line) -> Table:
        self._index = table.end
        if not table.whole and (self._is_last or table.end < len(self._lines)):
            message = "the text ends inside a row of a table; expected the rest of the row"
            self._diagnostics.error("cut-off", table.rows[-1].place, message)
        return Table(table.rows, f"line {line.number}/table")

    def _list(self, line: Line) -> List:
        items: list[Item] = []
        while (bullet := self._bullet()) is not None:
            place = f"line {self._lines[self._index].number}"
            self._index += 1
            text = bullet["text"] or ""
            # The text of an item can be on the line after its bullet.
            if not text and self._index < len(self._lines) and not self._lines[self._index].code:
                text = self._lines[self._index].text
                self._index += 1
            items.append(Item((Paragraph(text, f"{place}/p"),) if text else (), f"{place}/item"))
        return List(tuple(items), f"line {line.number}/list")

    def _bullet(self) -> re.Match[str] | None:
        """Return the match of the next line if it begins an item of a list."""
        if self._index == len(self._lines) or self._lines[self._index].code:
            return None
        return _BULLET.fullmatch(self._lines[self._index].text)
