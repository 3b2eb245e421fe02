"""Records which parts of a document have been read.

A part that is counted but never claimed becomes a diagnostic, so that nothing is lost silently. A capture keeps the
text that has been read, and no other.
"""

from __future__ import annotations

from generator.blocks.block import Block, Cell, Code, Item, List, Paragraph, Row, Table, walk
from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics
from generator.records.property_shape import is_property_list
from templates.connector_catalog.wording import counted


class Coverage:
    """The parts of a document that have been counted, claimed and read.

    Attributes:
        sections: The places of the sections and schemas that a reader has recognised.
        keywords: The vendor's own keywords that are read.
        outlined: The places of the schemas of which a capture keeps the outline only.
    """

    def __init__(self) -> None:
        self._counted: dict[str, str] = {}
        self._claimed: set[str] = set()
        self._spans: dict[str, set[tuple[int, int]]] = {}
        self._code: dict[str, str] = {}
        self._given: set[str] = set()
        self.sections: set[str] = set()
        self.keywords: set[str] = set()
        self.outlined: set[str] = set()

    def count(self, blocks: tuple[Block, ...]) -> None:
        """Count every row, list item and code block in these blocks: each must be claimed."""
        kinds = {Row: "table row", Item: "list item", Code: "example"}
        for block in walk(blocks):
            self._given.add(block.place)
            if isinstance(block, Row | Item | Code):
                self._counted[block.place] = kinds[type(block)]

    def is_given(self, block: Block) -> bool:
        """Return whether a reader was given a block: it has been counted, or some of it read."""
        return block.place in self._given or block.place in self._spans

    def count_properties(self, schema: Schema) -> None:
        """Count the properties of a schema: each must be claimed."""
        self._counted |= {child.place: "property" for child in schema.properties.values()}

    def claim(self, *parts: Row | Item | Code | Schema) -> None:
        """Record that these parts are in a record or a diagnostic."""
        self._claimed.update(part.place for part in parts)

    def claim_all(self, blocks: tuple[Block, ...]) -> None:
        """Record that every row, item and code block in these blocks is in a record or a diagnostic."""
        self.claim(*(block for block in walk(blocks) if isinstance(block, Row | Item | Code)))

    def is_claimed(self, block: Row | Item | Code) -> bool:
        """Return whether a row, an item or a code block has been claimed."""
        return block.place in self._claimed

    def read(self, paragraph: Paragraph, start: int = 0, end: int | None = None) -> None:
        """Record that a span of a paragraph has been read, by default all of it."""
        span = (start, len(paragraph.text) if end is None else end)
        self._spans.setdefault(paragraph.place, set()).add(span)

    def add(self, other: Coverage, *, with_words: bool) -> None:
        """Add the claims of another coverage and, with ``with_words``, the words that it has read."""
        self._claimed |= other._claimed
        if with_words:
            for place, spans in other._spans.items():
                self._spans.setdefault(place, set()).update(spans)

    def read_cells(self, *cells: Cell) -> None:
        """Record that the cells' own paragraphs have been read."""
        for block in (block for cell in cells for block in cell.blocks):
            if isinstance(block, Paragraph):
                self.read(block)

    def read_code(self, code: Code, text: str) -> None:
        """Record that only ``text`` has been read of a code block."""
        self._code[code.place] = text

    def code(self, code: Code) -> str:
        """Return the part of a code block that has been read, by default all of it."""
        return self._code.get(code.place, code.text)

    def spans(self, place: str) -> list[tuple[int, int]]:
        """Return the spans of the paragraph at ``place`` that have been read, in order."""
        return sorted(self._spans.get(place, ()))

    def is_kept(self, block: Block) -> bool:
        """Return whether a capture keeps a block: it, or a part of it, has been counted or read."""
        if isinstance(block, Paragraph):
            return block.place in self._spans
        if isinstance(block, Code):
            return block.place in self._counted
        parts = block.rows if isinstance(block, Table) else block.items
        return any(part.place in self._counted for part in parts) or (isinstance(block, Table) and not parts)

    def report_unread_lists(self, blocks: tuple[Block, ...], diagnostics: Diagnostics, subject: str) -> None:
        """Note the lists and code blocks of a description that no rule reads."""
        for block in walk(blocks):
            if isinstance(block, List) and not all(self.is_claimed(item) for item in block.items):
                self.claim(*block.items)
                if is_property_list(block):
                    message = "the list has the form of a list of properties; expected a table"
                    diagnostics.error("property-list", block.place, message, subject)
                    continue
                count = counted(len(block.items), "item")
                message = f"no rule reads this list of {count}; it stays in the description"
                diagnostics.note("list-not-read", block.place, message, subject)
            elif isinstance(block, Code) and not self.is_claimed(block):
                self.claim(block)
                diagnostics.note("code-not-read", block.place, "no rule reads this code block", subject)

    def report_unaccounted(self, diagnostics: Diagnostics) -> int:
        """Add an error for each part that is counted but not claimed; return their number."""
        unclaimed = [(place, kind) for place, kind in self._counted.items() if place not in self._claimed]
        for place, kind in unclaimed:
            diagnostics.error("unaccounted", place, f"this {kind} is in no record and no diagnostic")
        return len(unclaimed)
