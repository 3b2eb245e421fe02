"""Reads the type that the part of a connector states, in a sentence or in a table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks.block import Block, Paragraph, Row, Section, Table, plain
from generator.records.checks import report_id
from generator.records.reader import Context
from generator.records.stitch.headings import ROLE_LABEL, TYPE, TYPE_LABEL, TYPE_SENTENCE


class StatedTypes:
    """The statements of a connector's type in the section that begins its part."""

    def __init__(self, section: Section, name: str, role: str, context: Context) -> None:
        self._section = section
        self._role = role
        self._context = context
        self._subject = f"{context.vendor.name}/{role} {name}"

    def first(self) -> str:
        """Return the connector's type; empty, with an error, if no statement gives a valid one."""
        diagnostics, place = self._context.diagnostics, self._section.place
        types = [*self._in_tables(), *self._in_sentences()]
        if not types:
            diagnostics.error("no-type", place, "no sentence or table states the type", self._subject)
            return ""
        if len(set(types)) > 1:
            message = f"the part states two types, {types[0]} and {types[1]}; the first is used"
            diagnostics.warning("two-types", place, message, self._subject)
        if TYPE.fullmatch(types[0]) is None:
            report_id(types[0], "lower-case letters, digits, _ . -", place, diagnostics, self._subject)
            return ""
        return types[0]

    def report_further(self, section: Section) -> None:
        """Report statements below the properties, which are about another connector whose heading is lost."""
        is_below = section.place != self._section.place
        for block in section.blocks:
            if is_below and self._states_type(block):
                message = "a type is stated below the connector's properties; expected the heading of a connector above"
                self._context.diagnostics.error("type-below-properties", block.place, message, self._subject)
                if isinstance(block, Table):
                    self._context.coverage.claim_all((block,))
            is_below = is_below or (isinstance(block, Table) and not self._states_type(block))

    def _states_type(self, block: Block) -> bool:
        if isinstance(block, Paragraph):
            return TYPE_SENTENCE.search(block.text) is not None
        return isinstance(block, Table) and any(TYPE_LABEL in _labelled_values(row) for row in block.rows)

    def _in_tables(self) -> Iterator[str]:
        for table in self._section.blocks:
            if not isinstance(table, Table) or not self._states_type(table):
                continue
            for row in table.rows:
                values = _labelled_values(row)
                if not values:
                    # The reader of property tables reads other rows.
                    continue
                self._context.coverage.claim(row)
                self._context.coverage.read_cells(*row.cells)
                if TYPE_LABEL in values:
                    yield values[TYPE_LABEL]
                self._check_role(values.get(ROLE_LABEL, self._role), values.get(TYPE_LABEL, ""), row.place)

    def _check_role(self, stated: str, type_: str, place: str) -> None:
        if stated.lower() != self._role.lower():
            message = f"the heading says {self._role}, the text says {stated}"
            self._context.diagnostics.error("two-roles", place, message, self._context.key(self._role, type_))

    def _in_sentences(self) -> Iterator[str]:
        for block in self._section.blocks:
            if isinstance(block, Paragraph) and (match := TYPE_SENTENCE.search(block.text)):
                self._context.coverage.read(block, *match.span())
                yield match["type"]
                self._check_role(match["role"], match["type"], block.place)


def _labelled_values(row: Row) -> dict[str, str]:
    """Return the values of a row by the labels before them, in lower case; none if a label has no colon."""
    words = [plain(cell.text).strip() for cell in row.cells]
    labels = [word.lower() for word in words[::2]]
    return dict(zip(labels, words[1::2], strict=False)) if all(each.endswith(":") for each in labels) else {}
