"""Keeps the books of one page: what stood in the connectors' parts, and what was made of it.

Two things rest on it. Whatever was counted and never claimed becomes a diagnostic, so nothing is lost in
silence. And a capture keeps the text that was read, and no other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.blocks.block import Block, Cell, Code, Item, List, Paragraph, Row, Table, walk
from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Span:
    """A piece of a paragraph's text: characters ``start`` up to ``end`` of the paragraph at ``place``."""

    place: str
    start: int
    end: int


class Coverage:
    """What was read of a page, and what of it is accounted for."""

    def __init__(self) -> None:
        self._counted: dict[str, str] = {}
        self._claimed: set[str] = set()
        self._spans: dict[str, set[Span]] = {}
        self._code: dict[str, str] = {}
        self.sections: set[str] = set()

    def count(self, blocks: tuple[Block, ...]) -> None:
        """Enters every row, list item and code block below ``blocks`` as to be accounted for."""
        for block in walk(blocks):
            if isinstance(block, Row):
                self._counted[block.place] = "table row"
            elif isinstance(block, Item):
                self._counted[block.place] = "list item"
            elif isinstance(block, Code):
                self._counted[block.place] = "example"

    def claim(self, *blocks: Row | Item | Code) -> None:
        """Says that these are in a record or in a diagnostic."""
        self._claimed.update(block.place for block in blocks)

    def count_place(self, place: str, kind: str) -> None:
        """Enters a part of a document that is no block, such as a property of a schema, as to be accounted for."""
        self._counted[place] = kind

    def claim_place(self, place: str) -> None:
        """Says that the part at this place is in a record or in a diagnostic."""
        self._claimed.add(place)

    def claim_all(self, blocks: tuple[Block, ...]) -> None:
        """Says that every row, item and code block below ``blocks`` is in a record or in a diagnostic."""
        self.claim(*(block for block in walk(blocks) if isinstance(block, Row | Item | Code)))

    def is_claimed(self, block: Row | Item | Code) -> bool:
        """Whether :meth:`claim` has named this one."""
        return block.place in self._claimed

    def read(self, paragraph: Paragraph, start: int = 0, end: int | None = None) -> None:
        """Says that a piece of a paragraph states a fact; the whole paragraph where no ends are given."""
        span = Span(paragraph.place, start, len(paragraph.text) if end is None else end)
        self._spans.setdefault(paragraph.place, set()).add(span)

    def read_spans(self, spans: Iterable[Span]) -> None:
        """Says that these pieces state a fact."""
        for span in spans:
            self._spans.setdefault(span.place, set()).add(span)

    def read_cell(self, cell: Cell) -> None:
        """Says that a cell's own paragraphs state a fact, whole."""
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                self.read(block)

    def read_code(self, code: Code, text: str) -> None:
        """Says that no more than ``text`` was read of a code block."""
        self._code[code.place] = text

    def code(self, code: Code) -> str:
        """What was read of a code block: all of it, where nobody has said otherwise."""
        return self._code.get(code.place, code.text)

    def spans(self, place: str) -> list[Span]:
        """The pieces that were read of the paragraph at ``place``, in order."""
        return sorted(self._spans.get(place, ()), key=lambda span: (span.start, span.end))

    def is_kept(self, block: Block) -> bool:
        """Whether a capture keeps this block: it, or something in it, was counted or read."""
        if isinstance(block, Paragraph):
            return block.place in self._spans
        if isinstance(block, Code):
            return block.place in self._counted
        parts = block.rows if isinstance(block, Table) else block.items
        return any(part.place in self._counted for part in parts) or (isinstance(block, Table) and not parts)

    def report_unread_lists(self, blocks: tuple[Block, ...], diagnostics: Diagnostics, subject: str) -> None:
        """Notes the lists and code blocks of a description that state no fact, so they stay prose."""
        for block in walk(blocks):
            if isinstance(block, List) and not all(self.is_claimed(item) for item in block.items):
                self.claim(*block.items)
                count = f"{len(block.items)} item{'' if len(block.items) == 1 else 's'}"
                message = f"no rule reads this list of {count}; it stays in the description"
                diagnostics.note("list-not-read", block.place, message, subject)
            elif isinstance(block, Code) and not self.is_claimed(block):
                self.claim(block)
                diagnostics.note("code-not-read", block.place, "no rule reads this code block", subject)

    def report_unaccounted(self, diagnostics: Diagnostics) -> int:
        """Adds an error for each thing that was counted and not claimed; returns how many there are."""
        lost = [(place, kind) for place, kind in self._counted.items() if place not in self._claimed]
        for place, kind in lost:
            diagnostics.error("unaccounted", place, f"this {kind} is in no record and in no other diagnostic")
        return len(lost)
