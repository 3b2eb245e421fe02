"""Reads the part of a page that describes one connector."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from generator.blocks.block import Code, List, Paragraph, Section, Table, plain
from generator.records.checks import report_id, unique
from generator.records.property_table import TableReader
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, StepRecord

TYPE = re.compile(r"(?!.*\.\.)[a-z0-9][a-z0-9_.-]*", re.ASCII)
"""A connector's type."""
STEP = re.compile(r".+ (?:source|destination) (?P<step>\w+) properties", re.IGNORECASE)
"""The heading of a step."""
EXAMPLE = re.compile(
    r"Example .+ (?:connection|form|connection form) propert(?:y|ies) object(?: with (?P<step>\w+) properties)?",
    re.IGNORECASE,
)
"""The heading of an example."""

_TYPE_SENTENCE = re.compile(r"correspond to (?P<role>source|destination)\s*`?type: (?P<type>[\w.-]*\w)`?")
_TYPE_LABEL = "property type:"
_STEP_ITEM = re.compile(r"\[?(?:\w+) properties(?:\]\([^)]*\))?(?=:)", re.IGNORECASE)


class Part:
    """Collects what the sections of a connector's part state."""

    def __init__(self, section: Section, name: str, role: str, context: Context) -> None:
        self._context = context
        self._known_steps = context.steps(role)
        self._step = next(iter(self._known_steps), "")
        self._steps: dict[str, StepRecord] = {}
        self._head = ConnectorRecord(role, self._type_of(section, name, role), name, section.place)
        self.level = section.level

    @property
    def connector(self) -> ConnectorRecord:
        """The connector; its type is empty if the part does not state one."""
        return dataclasses.replace(self._head, steps=tuple(self._steps.values()))

    @property
    def _key(self) -> str:
        return self._context.key(self._head.role, self._head.type)

    @property
    def _subject(self) -> str:
        return f"{self._key} {self._step}"

    def read(self, section: Section) -> None:
        """Read one section of the part: the connector's own, a step's, or an example's."""
        self._context.coverage.count(section.blocks)
        example = EXAMPLE.fullmatch(section.text)
        heading = example or STEP.fullmatch(section.text)
        if heading is not None and heading["step"]:
            self._step = heading["step"].lower()
            if self._step not in self._known_steps:
                message = f"unknown step {self._step!r}; expected one of: {', '.join(self._known_steps)}"
                self._context.diagnostics.error("unknown-step", section.place, message, self._subject)
        for block in section.blocks:
            if isinstance(block, Table):
                # The table of type and role has been read.
                if not block.rows or not all(self._context.coverage.is_claimed(row) for row in block.rows):
                    self._read_table(block)
            elif isinstance(block, Code) and example is not None:
                self._read_example(block)
            elif isinstance(block, List):
                self._claim_steps(block)
        self._context.coverage.report_unread_lists(section.blocks, self._context.diagnostics, self._subject)

    def _read_table(self, table: Table) -> None:
        step = self._steps.get(self._step, StepRecord(self._step, table.place))
        rows = TableReader(self._context).read(table, self._subject)
        properties = unique((*step.properties, *rows), self._context.diagnostics, self._subject)
        self._steps[self._step] = dataclasses.replace(step, properties=properties)

    def _read_example(self, code: Code) -> None:
        self._context.coverage.claim(code)
        example = self._context.examples.read(code, self._key, (self._step,), self._subject)
        step = self._steps.get(self._step)
        if example is not None and step is not None:
            self._steps[self._step] = dataclasses.replace(step, examples=(*step.examples, example))
        elif example is not None and example.value:
            message = f"the example has no table of {self._step} properties"
            self._context.diagnostics.error("example-without-table", code.place, message, self._subject)

    def _claim_steps(self, listing: List) -> None:
        """Claim the items of a list that announces the steps below."""
        for item in listing.items:
            if item.lead is not None and (match := _STEP_ITEM.match(item.lead.text)):
                self._context.coverage.read(item.lead, match.start(), match.end() + 1)
                self._context.coverage.claim(item)

    def _type_of(self, section: Section, name: str, role: str) -> str:
        """Return the connector's type, from the table below its heading or from its first sentences."""
        diagnostics = self._context.diagnostics
        found = [*self._types_in_tables(section), *self._types_in_sentences(section, role)]
        subject = f"{self._context.vendor.name}/{role} {name}"
        if not found:
            diagnostics.error("no-type", section.place, "no sentence or table states the type", subject)
            return ""
        if len(set(found)) > 1:
            message = f"the part states two types, {found[0]} and {found[1]}; the first is used"
            diagnostics.warning("two-types", section.place, message, subject)
        if TYPE.fullmatch(found[0]) is None:
            report_id(found[0], "lower-case letters, digits, _ . -", section.place, diagnostics, subject)
            return ""
        return found[0]

    def _types_in_tables(self, section: Section) -> Iterator[str]:
        for table in section.blocks:
            cells = [cell for row in table.rows for cell in row.cells] if isinstance(table, Table) else []
            words = [plain(cell.text) for cell in cells]
            lowered = [word.lower() for word in words]
            if isinstance(table, Table) and _TYPE_LABEL in lowered:
                yield from words[lowered.index(_TYPE_LABEL) + 1 :][:1]
                self._context.coverage.claim(*table.rows)
                self._context.coverage.read_cells(*cells)

    def _types_in_sentences(self, section: Section, role: str) -> Iterator[str]:
        for block in section.blocks:
            if isinstance(block, Paragraph) and (match := _TYPE_SENTENCE.search(block.text)):
                self._context.coverage.read(block, *match.span())
                yield match["type"]
                if match["role"] != role:
                    message = f"the heading says {role}, the text says {match['role']}"
                    subject = self._context.key(role, match["type"])
                    self._context.diagnostics.error("two-roles", block.place, message, subject)
