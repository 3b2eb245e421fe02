"""Reads Fivetran's "API Configuration" page of a service: a request payload, and tables that describe its parameters.

The payload gives the types, since the tables have none: ``"A | B"`` stands for one of two words, ``["string"]`` for a
list of strings.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.blocks.block import Code, Page, Paragraph, Section, Table, walk
from generator.records.checks import unique
from generator.records.coverage import Coverage
from generator.records.example import ExampleRecord, body_of, parse_payload
from generator.records.fivetran.request import PayloadMerger, Request, find_request, object_at, path_of
from generator.records.payload_types import example_of, records_of, stated_by
from generator.records.property_table import TableReader
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, Statement, StepRecord

_TITLE = re.compile(
    r"(?P<name>.{1,200}?) (?:API|Connector API|REST API) Config(?:uration)?(?: Guide)?(?:\s*[|–—-].*)?", re.IGNORECASE
)
_TABLE_HEADING = re.compile(r"(?P<step>config|auth)\w* (?:parameters|properties)", re.IGNORECASE)


def read_service(page: Page, context: Context) -> PageRecords:
    """Return the one service of a page and the envelope of its request, if the page has one."""
    return _ServicePage(page, context).read()


class _ServicePage:
    def __init__(self, page: Page, context: Context) -> None:
        self._sections = page.sections
        self._codes = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Code)]
        self._context = context
        self._steps = context.steps("source")

    def read(self) -> PageRecords:
        """Return the service and its envelope; a page without a request payload is an error."""
        vendor = self._context.vendor.name
        for section in self._sections:
            self._context.coverage.sections.add(section.place)
            self._context.coverage.count(section.blocks)
        request = find_request(self._codes, self._context)
        if request is None:
            for section in self._sections:
                self._context.coverage.claim_all(section.blocks)
            return PageRecords(vendor)
        key, place = self._context.key("source", request.service), request.code.place
        self._context.coverage.claim(request.code)
        self._context.examples.read(request.code, key, self._steps, key)
        steps = self._described_steps(request, key)
        for code in self._codes:
            # Code without an object is not a payload, but a request's address or a command.
            if code is not request.code and "{" in code.text:
                steps = self._with_examples(steps, code, key)
        for section in self._sections:
            self._context.coverage.report_unread_lists(section.blocks, self._context.diagnostics, key)
        name = self._name() or request.service.replace("_", " ").title()
        connector = ConnectorRecord("source", request.service, name, place, steps=steps)
        envelope = {name: value for name, value in request.payload.items() if name not in self._steps}
        return PageRecords(vendor, (connector,), {"source": records_of(envelope, place)})

    def _name(self) -> str:
        """Return the service's name, from the page's title."""
        for section in self._sections:
            if match := _TITLE.fullmatch(section.text):
                return match["name"]
            for block in section.blocks[:3]:
                if isinstance(block, Paragraph) and (match := _TITLE.fullmatch(block.text.strip("#* "))):
                    self._context.coverage.read(block)
                    return match["name"]
        return ""

    def _described_steps(self, request: Request, key: str) -> tuple[StepRecord, ...]:
        """Return the steps: the rows of their tables, typed by the payload, then properties of the payload only."""
        rows = self._rows_by_step(request, key)
        place, steps = request.code.place, []
        for name in self._steps:
            shown = request.shown(name)
            if name in rows or isinstance(request.payload.get(name), dict):
                merger = PayloadMerger(shown, place, f"{key} {name}", self._context.diagnostics)
                examples = (ExampleRecord(place, example_of(shown)),) if shown else ()
                steps.append(StepRecord(name, place, merger.merge(rows.get(name, ())), examples))
        return tuple(steps)

    def _rows_by_step(self, request: Request, key: str) -> dict[str, tuple[PropertyRecord, ...]]:
        """Return the rows of the tables of each step."""
        rows: dict[str, tuple[PropertyRecord, ...]] = {}
        reader = TableReader(self._context)
        for table, titled in _titled_tables(self._sections, self._context.coverage):
            subject = f"{key} {titled}".strip()
            records = reader.read(table, subject)
            names = {path_of(record.name)[0] for record in records}
            # The step that the title names, else the one whose payload shows most of the names.
            step = titled or max(self._steps, key=lambda each: len(names.intersection(request.shown(each))))
            rows[step] = unique((*rows.get(step, ()), *records), self._context.diagnostics, subject)
        return rows

    def _with_examples(self, steps: tuple[StepRecord, ...], code: Code, key: str) -> tuple[StepRecord, ...]:
        """Return the steps with the values of a further payload as examples of single properties."""
        self._context.coverage.claim(code)
        example = self._context.examples.read(code, key, self._steps, key)
        printed = parse_payload(body_of(code.text))[0]
        if printed is not None:
            parts = {name: value for name, value in printed.items() if name in self._steps}
            self._context.coverage.read_code(code, json.dumps(parts))
        payload = example.value if example is not None else {}
        service = key.rpartition("/")[2]
        if payload.get("service", service) != service:
            message = "the payload is of another service; expected the service of the page's request"
            self._context.diagnostics.error("other-service", code.place, message, key)
            return steps
        return tuple(self._with_example(step, object_at(step.name, payload), code.place, key) for step in steps)

    def _with_example(self, step: StepRecord, shown: Mapping[str, Any], place: str, key: str) -> StepRecord:
        names = {record.name for record in step.properties}
        for name in shown:
            if name not in names:
                message = "it is in an example, but in neither the request payload nor a table"
                self._context.diagnostics.warning("not-in-payload", place, message, f"{key} {step.name}.{name}")
        properties = tuple(_with_example_value(each, shown.get(each.name)) for each in step.properties)
        return dataclasses.replace(step, properties=properties)


def _with_example_value(record: PropertyRecord, value: Any) -> PropertyRecord:
    """Return a property with a value as its example, if it has none yet."""
    stated = stated_by(value)
    if "examples" not in stated or any(each.field == "examples" for each in record.statements):
        return record
    return dataclasses.replace(record, statements=(*record.statements, Statement("examples", stated["examples"])))


def _titled_tables(sections: tuple[Section, ...], coverage: Coverage) -> Iterator[tuple[Table, str]]:
    """Yield every table outside other tables with the step that the last heading or line before it names, if any."""
    step = ""
    for section in sections:
        match = _TABLE_HEADING.fullmatch(section.text)
        if match is not None:
            step = match["step"].lower()
        elif section.level > 0:
            step = ""
        for block in section.blocks:
            if isinstance(block, Paragraph) and (match := _TABLE_HEADING.fullmatch(block.text.strip("#*: "))):
                coverage.read(block)
                step = match["step"].lower()
            elif isinstance(block, Table):
                yield block, step
                step = ""
