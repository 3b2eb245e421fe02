"""Reads Stitch's Connect API pages: an index of connectors, then one part for each connection property object.

Source: the Connect API reference and its "Source and destination reference", as HTML or as extracted text.
"""

from __future__ import annotations

import dataclasses
import functools
import re

from generator.blocks.block import Block, Code, List, Page, Paragraph, Section, Table, plain
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.example import read_example
from generator.records.property_table import TableReader
from generator.records.record import ConnectorRecord, PageRecords
from generator.records.stitch.index import read_index

_CONNECTOR = re.compile(
    r"(?!Example )(?:The )?(?P<name>.+?) (?P<role>source|destination) "
    r"(?:connection|form|connection form) propert(?:y|ies) object",
    re.IGNORECASE,
)
_STEP = re.compile(r".+ (?:source|destination) (?P<step>\w+) properties", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"Example .+ (?:connection|form|connection form) propert(?:y|ies) object(?: with (?P<step>\w+) properties)?",
    re.IGNORECASE,
)
_TYPE = re.compile(r"correspond to (?P<role>source|destination)\s*`?type: (?P<type>[\w.-]*\w)`?")
_STEP_ITEM = re.compile(r"\[?(?:\w+) properties(?:\]\([^)]*\))?(?=:)", re.IGNORECASE)
_SNAPSHOT = "property type:"
_STEPS = ("form", "oauth")
_TYPE_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*", re.ASCII)


def read_stitch_page(page: Page, coverage: Coverage, diagnostics: Diagnostics) -> PageRecords:
    """The connectors of one page, those that only its index names included."""
    records = PageRecords("stitch")
    sections = _promoted(page, coverage)
    part: _Part | None = None
    for section in sections:
        heading = _CONNECTOR.fullmatch(section.text)
        if heading is not None:
            part = _Part(section, heading["name"], heading["role"], coverage, diagnostics)
            _add(records, part.connector, diagnostics)
        elif part is not None and section.level <= part.level:
            part = None
        if part is not None:
            coverage.sections.add(section.place)
            part.read(section)
    read_index(sections, records, coverage, diagnostics)
    return records


def _add(records: PageRecords, connector: ConnectorRecord, diagnostics: Diagnostics) -> None:
    if not connector.type:
        return
    twin = next((o for o in records.connectors if (o.role, o.type) == (connector.role, connector.type)), None)
    if twin is None:
        records.connectors.append(connector)
        return
    message = f"two parts describe this connector, the other one at {twin.place}; expected one"
    diagnostics.error("duplicate-connector", connector.place, message, f"stitch/{connector.role}/{connector.type}")


def _promoted(page: Page, coverage: Coverage) -> list[Section]:
    """The page's sections; in extracted text, the lines that were headings begin sections of their own."""
    sections: list[Section] = []
    for section in page.sections:
        if section.level > 0 or not any(_text_heading(block) for block in section.blocks):
            sections.append(section)
            continue
        heading, blocks = section, list[Block]()
        for block in section.blocks:
            found = _text_heading(block)
            if found is None or not isinstance(block, Paragraph):
                blocks.append(block)
                continue
            coverage.read(block)
            sections.append(dataclasses.replace(heading, read=functools.partial(tuple, blocks)))
            heading, blocks = found, []
        sections.append(dataclasses.replace(heading, read=functools.partial(tuple, blocks)))
    return sections


def _text_heading(block: Block) -> Section | None:
    if not isinstance(block, Paragraph):
        return None
    for level, pattern in ((3, _CONNECTOR), (4, _STEP), (5, _EXAMPLE)):
        if pattern.fullmatch(block.text):
            return Section(level, block.text, "", block.place, tuple)
    return None


class _Part:
    """Reads one connector's part of the page."""

    def __init__(self, section: Section, name: str, role: str, coverage: Coverage, diagnostics: Diagnostics) -> None:
        self._coverage = coverage
        self._diagnostics = diagnostics
        self._tables = TableReader(coverage, diagnostics)
        self._step = _STEPS[0]
        self.level = section.level
        self.connector = ConnectorRecord(role, self._type_of(section, name, role), name, section.place)

    @property
    def _subject(self) -> str:
        return f"stitch/{self.connector.role}/{self.connector.type} {self._step}"

    def read(self, section: Section) -> None:
        """Reads one section of the part: the connector's own, a step's, or an example's."""
        self._coverage.count(section.blocks)
        example = _EXAMPLE.fullmatch(section.text)
        heading = example or _STEP.fullmatch(section.text)
        if heading is not None and heading["step"]:
            self._enter(heading["step"].lower(), section)
        for block in section.blocks:
            if isinstance(block, Table) and not self._is_snapshot(block):
                step = self.connector.step(self._step, block.place)
                for record in self._tables.read(block, self._subject):
                    self._tables.add(record, step.properties, self._subject)
            elif isinstance(block, Code) and example is not None:
                self._example(block)
            elif isinstance(block, List):
                self._claim_steps(block)
        self._coverage.report_unread_lists(section.blocks, self._diagnostics, self._subject)

    def _claim_steps(self, block: List) -> None:
        """The list that announces the steps below: each item says which properties a step has."""
        for item in block.items:
            paragraph = item.blocks[0] if item.blocks else None
            match = _STEP_ITEM.match(paragraph.text) if isinstance(paragraph, Paragraph) else None
            if match is not None and isinstance(paragraph, Paragraph):
                self._coverage.read(paragraph, match.start(), match.end() + 1)
                self._coverage.claim(item)

    def _enter(self, step: str, section: Section) -> None:
        self._step = step
        if step not in _STEPS:
            message = f"the step {step!r} is unknown; expected one of: {', '.join(_STEPS)}"
            self._diagnostics.error("unknown-step", section.place, message, self._subject)

    def _example(self, code: Code) -> None:
        self._coverage.claim(code)
        example = read_example(code, self._diagnostics, self._subject)
        steps = {step.name: step for step in self.connector.steps}
        if self._step in steps:
            steps[self._step].examples.append(example)
            return
        self.connector.loose_examples.append(example)
        if example.value:
            message = f"there is no table of {self._step} properties for this example"
            self._diagnostics.error("example-without-table", code.place, message, self._subject)

    def _is_snapshot(self, table: Table) -> bool:
        """Whether this is the table of a connector's type and role, which :meth:`_type_of` has read."""
        return bool(table.rows) and all(self._coverage.is_claimed(row) for row in table.rows)

    def _type_of(self, section: Section, name: str, role: str) -> str:
        """The connector's type, from the table below its heading or from its first sentences."""
        found = [*self._types_in_tables(section), *self._types_in_sentences(section, role)]
        subject = f"stitch/{role} {name}"
        if not found:
            self._diagnostics.error("no-type", section.place, "no sentence or table states the type", subject)
            return ""
        if len(set(found)) > 1:
            message = f"the part states two types, {found[0]} and {found[1]}; the first is taken"
            self._diagnostics.warning("two-types", section.place, message, subject)
        if _TYPE_ID.fullmatch(found[0]) is None or ".." in found[0]:
            message = f"{found[0][:60]!r} is no type; expected lower-case letters, digits, _ . -"
            self._diagnostics.error("type-name", section.place, message, subject)
            return ""
        return found[0]

    def _types_in_tables(self, section: Section) -> list[str]:
        found = []
        for table in section.blocks:
            words = [plain(cell.text) for row in table.rows for cell in row.cells] if isinstance(table, Table) else []
            if isinstance(table, Table) and _SNAPSHOT in [word.lower() for word in words]:
                position = [word.lower() for word in words].index(_SNAPSHOT)
                found += words[position + 1 : position + 2]
                self._coverage.claim(*table.rows)
                for row in table.rows:
                    for cell in row.cells:
                        self._coverage.read_cell(cell)
        return found

    def _types_in_sentences(self, section: Section, role: str) -> list[str]:
        found = []
        for block in section.blocks:
            match = _TYPE.search(block.text) if isinstance(block, Paragraph) else None
            if match is not None and isinstance(block, Paragraph):
                self._coverage.read(block, match.start(), match.end())
                found.append(match["type"])
                if match["role"] != role:
                    message = f"the heading says {role}, the text says {match['role']}"
                    self._diagnostics.error("two-roles", block.place, message, f"stitch/{role}/{match['type']}")
        return found
