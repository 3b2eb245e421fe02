"""Reads the part of a page that describes one connector."""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.block import Block, Code, List, Section, Table
from generator.records.checks import unique
from generator.records.property_shape import is_payload
from generator.records.property_table import TableReader
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, StepRecord
from generator.records.stitch.headings import EXAMPLE, STEP, names_connector
from generator.records.stitch.stated_type import StatedTypes

_STEP_ITEM = re.compile(r"\[?(?P<step>\w+) properties(?:\]\([^)]*\))?(?=:)", re.IGNORECASE)


class Part:
    """Collects the statements about a connector in the sections of its part."""

    def __init__(self, section: Section, name: str, role: str, context: Context) -> None:
        self._context = context
        self._step_names = context.steps(role)
        self._step = next(iter(self._step_names), "")
        self._steps: dict[str, StepRecord] = {}
        self._announced: dict[str, str] = {}
        self._sections_of_steps: dict[str, str] = {}
        self._types = StatedTypes(section, name, role, context)
        self._head = ConnectorRecord(role, self._types.first(), name, section.place)
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

    def _error(self, code: str, place: str, message: str) -> None:
        self._context.diagnostics.error(code, place, message, self._subject)

    def includes(self, section: Section) -> bool:
        """Return whether a section belongs to the part: it is below its heading, or its own heading says so."""
        return section.level > self.level or self._is_named_in(_heading_of(section))

    def _is_named_in(self, heading: re.Match[str] | None) -> bool:
        return heading is not None and names_connector(heading, self._head.name, self._head.role)

    def read(self, section: Section) -> None:
        """Read one section of the part: the connector's own, a step's, or an example's."""
        self._context.coverage.count(section.blocks)
        if self._is_foreign(section):
            self._context.coverage.claim_all(section.blocks)
            return
        example = EXAMPLE.fullmatch(section.text)
        self._set_step(section, is_example=example is not None)
        self._types.report_further(section)
        if example is not None and not any(isinstance(block, Code) for block in section.blocks):
            message = "no payload follows the heading of the example; expected one"
            self._context.diagnostics.warning("empty-section", section.place, message, self._subject)
        for block in section.blocks:
            self._read_block(block, is_example=example is not None)
        self._context.coverage.report_unread_lists(section.blocks, self._context.diagnostics, self._subject)

    def _is_foreign(self, section: Section) -> bool:
        """Return whether a section is of an unknown kind or another connector's, and report it."""
        heading = _heading_of(section)
        if section.place == self._head.place or self._is_named_in(heading):
            return False
        if heading is not None:
            message = f"the heading names {heading['name']!r}, but stands in the part of {self._head.name!r}"
            self._error("foreign-section", section.place, f"{message}; expected the part's own name and role")
            return True
        if any(isinstance(block, Table | Code) for block in section.blocks):
            message = f"unknown heading {section.text[:80]!r}; expected that of a step, an example or a connector"
            self._error("unknown-section", section.place, message)
            return True
        return False

    def _set_step(self, section: Section, *, is_example: bool) -> None:
        """Set the step to the one that the heading of a section names, if it names one."""
        heading = EXAMPLE.fullmatch(section.text) if is_example else STEP.fullmatch(section.text)
        if heading is None or not heading["step"]:
            return
        self._step = heading["step"].lower()
        if self._step not in self._step_names:
            message = f"unknown step {self._step!r}; expected one of: {', '.join(self._step_names)}"
            self._error("unknown-step", section.place, message)
        if not is_example and self._sections_of_steps.setdefault(self._step, section.place) != section.place:
            message = f"duplicate section of the step; its first is at {self._sections_of_steps[self._step]}"
            self._error("duplicate-section", section.place, message)

    def _read_block(self, block: Block, *, is_example: bool) -> None:
        coverage = self._context.coverage
        if isinstance(block, Table):
            # The table of type and role has been read.
            if block.rows and all(coverage.is_claimed(row) for row in block.rows):
                return
            if is_example:
                message = "the table stands below the heading of an example; expected a step's or connector's heading"
                self._error("table-in-example", block.place, message)
                coverage.claim_all((block,))
            else:
                self._read_table(block)
        elif isinstance(block, Code) and is_example:
            self._read_example(block)
        elif isinstance(block, Code) and is_payload(block):
            coverage.claim(block)
            message = "the payload stands below no heading of an example; expected one above it"
            self._error("example-without-heading", block.place, message)
        elif isinstance(block, List):
            self._claim_steps(block)

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
            self._error("example-without-table", code.place, message)

    def _claim_steps(self, listing: List) -> None:
        """Claim the items of a list that announces the steps below."""
        for item in listing.items:
            if item.lead is not None and (match := _STEP_ITEM.match(item.lead.text)):
                self._context.coverage.read(item.lead, match.start(), match.end() + 1)
                self._context.coverage.claim(item)
                self._announced[match["step"].lower()] = item.place

    def report_steps(self) -> None:
        """Report the announced steps without a table, the headings without a table, and the unannounced steps."""
        diagnostics = self._context.diagnostics
        for step, place in self._announced.items():
            if step not in self._steps:
                message = f"the part announces {step} properties, but has no table of them"
                diagnostics.error("step-missing", place, message, self._key)
        for step, place in self._sections_of_steps.items():
            if step not in self._steps and step not in self._announced:
                message = f"no table follows the heading of the {step} properties"
                diagnostics.warning("empty-section", place, message, self._key)
            # Extracted text can lose the items of a list.
            elif self._announced and step not in self._announced and not place.startswith("line "):
                message = f"the list of steps does not name the {step} properties"
                diagnostics.warning("step-not-announced", place, message, self._key)


def _heading_of(section: Section) -> re.Match[str] | None:
    return EXAMPLE.fullmatch(section.text) or STEP.fullmatch(section.text)
