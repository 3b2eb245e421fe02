"""Reads Fivetran's "API Configuration" page of a service: a request payload, and tables that describe its parameters.

The payload gives the types, since the tables have none: ``"A | B"`` stands for one of two words,
``["string"]`` for a list of strings.
"""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

from generator.blocks.block import Block, Code, Item, Page, Paragraph, Section, Table, walk
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.example import body_of, parse_payload, read_example
from generator.records.fivetran.page_step import StepTyping, top_name
from generator.records.payload_types import example_of, facts_of, records_of
from generator.records.property_table import TableReader
from generator.records.record import ConnectorRecord, ExampleRecord, PageRecords, PropertyRecord

STEPS = ("config", "auth")
"""The parts of a request that hold the service's own properties."""

_TITLE = re.compile(
    r"(?P<name>.+?) (?:API|Connector API|REST API) Config(?:uration)?(?: Guide)?(?:\s*[|–—-].*)?", re.IGNORECASE
)
_TABLE_HEADING = re.compile(r"(?P<step>config|auth)\w* (?:parameters|properties)", re.IGNORECASE)
TYPE_ID = re.compile(r"[a-z0-9][a-z0-9_]*", re.ASCII)
"""A service's id."""


def read_fivetran_page(page: Page, coverage: Coverage, diagnostics: Diagnostics) -> PageRecords:
    """The one service of a page and the envelope of its request."""
    return _ServicePage(page, coverage, diagnostics).read()


@dataclasses.dataclass
class _Titled:
    """A table with the step that the text before it names, if any."""

    table: Table
    step: str


class _ServicePage:
    def __init__(self, page: Page, coverage: Coverage, diagnostics: Diagnostics) -> None:
        self._sections = page.sections
        self._coverage = coverage
        self._diagnostics = diagnostics
        self._records = PageRecords("fivetran")

    def read(self) -> PageRecords:
        for section in self._sections:
            self._coverage.sections.add(section.place)
            self._coverage.count(section.blocks)
        codes = [block for section in self._sections for block in walk(section.blocks) if isinstance(block, Code)]
        request = self._request(codes)
        if request is None:
            return self._give_up(codes)
        code, payload = request
        connector = self._connector(code, payload)
        if connector is None:
            return self._give_up(codes)
        self._records.connectors.append(connector)
        self._coverage.claim(code)
        subject = f"fivetran/source/{connector.type}"
        self._describe(connector, payload, code, subject)
        for other in codes:
            # A block without any object is no payload: a request's address, or a command.
            if other is not code and "{" in other.text:
                self._read_other(connector, other, subject)
        envelope = {name: value for name, value in payload.items() if name not in (*STEPS, "service")}
        envelope = {"service": payload["service"], **envelope}
        self._records.envelopes["source"] = records_of(
            {name: payload[name] for name in payload if name in envelope}, code.place
        )
        for section in self._sections:
            self._coverage.report_unread_lists(section.blocks, self._diagnostics, subject)
        return self._records

    def _give_up(self, codes: list[Code]) -> PageRecords:
        """No request payload: nothing can be typed, so the page's rows are reported as a whole."""
        message = "no request payload with a service and its config was found; expected one, as JSON"
        faults = [fault for code in codes if (fault := parse_payload(body_of(code.text))[1])]
        message += f" ({faults[0]})" if faults else ""
        place = codes[0].place if codes else ""
        self._diagnostics.error("no-request-payload", place, message)
        for section in self._sections:
            self._coverage.claim_all(section.blocks)
        return self._records

    def _request(self, codes: list[Code]) -> tuple[Code, dict[str, Any]] | None:
        """The payload that shows most: the one with the most keys in its steps and around them."""
        parsed = [(code, parse_payload(body_of(code.text))[0]) for code in codes]
        requests = [(code, value) for code, value in parsed if value is not None and _is_request(value)]
        size = {code.place: sum(len(value[step]) for step in STEPS if step in value) for code, value in requests}
        return max(requests, key=lambda pair: (size[pair[0].place], len(pair[1])), default=None)

    def _connector(self, code: Code, payload: dict[str, Any]) -> ConnectorRecord | None:
        service = str(payload["service"])
        if TYPE_ID.fullmatch(service) is None:
            message = f"{service[:60]!r} is no service id; expected lower-case letters, digits and underscores"
            self._diagnostics.error("type-name", code.place, message)
            return None
        return ConnectorRecord("source", service, self._name() or service.replace("_", " ").title(), code.place)

    def _name(self) -> str:
        """The service's name, from the page's title."""
        for section in self._sections:
            titles = [block for block in section.blocks[:3] if isinstance(block, Paragraph)]
            match = _TITLE.fullmatch(section.text)
            if match is not None:
                return match["name"]
            for paragraph in titles:
                match = _TITLE.fullmatch(paragraph.text.strip("#* "))
                if match is not None:
                    self._coverage.read(paragraph)
                    return match["name"]
        return ""

    def _describe(self, connector: ConnectorRecord, payload: dict[str, Any], code: Code, subject: str) -> None:
        """Each step's properties: the rows of its tables, typed by the payload, then what only the payload has."""
        rows = self._rows_by_step(payload, subject)
        for step_name in STEPS:
            shown = payload.get(step_name)
            if not isinstance(shown, dict) and step_name not in rows:
                continue
            shown = shown if isinstance(shown, dict) else {}
            step = connector.step(step_name, code.place)
            typing = StepTyping(step, shown, code.place, f"{subject} {step_name}", self._diagnostics)
            typing.describe(rows.get(step_name, []))
            if shown:
                step.examples.append(ExampleRecord(code.text, code.place, example_of(shown)))

    def _rows_by_step(self, payload: dict[str, Any], subject: str) -> dict[str, list[PropertyRecord]]:
        rows: dict[str, list[PropertyRecord]] = {}
        reader = TableReader(self._coverage, self._diagnostics)
        for titled in _titled_tables(self._sections, self._coverage):
            above = f"{subject} {titled.step}".strip()
            records = reader.read(titled.table, above)
            step = titled.step or _step_with(records, payload)
            for record in records:
                reader.add(record, rows.setdefault(step, []), above)
        return rows

    def _read_other(self, connector: ConnectorRecord, code: Code, subject: str) -> None:
        """A further payload: what it shows of a step are examples of single properties, not of a whole step."""
        self._coverage.claim(code)
        example = read_example(code, self._diagnostics, subject)
        steps = {name: value for name, value in (example.value or {}).items() if name in STEPS}
        if example.value is not None:
            self._coverage.read_code(code, json.dumps(steps))
        for step in connector.steps:
            shown = steps.get(step.name)
            for name, value in shown.items() if isinstance(shown, dict) else ():
                record = next((record for record in step.properties if record.name == name), None)
                if record is None:
                    message = "an example shows it, neither the request payload nor a table does"
                    self._diagnostics.warning("not-in-payload", code.place, message, f"{subject} {step.name}.{name}")
                elif not any(fact.field == "examples" for fact in record.facts):
                    record.facts += [fact for fact in facts_of(value, code.place)[0] if fact.field == "examples"]


def _is_request(payload: dict[str, Any]) -> bool:
    return isinstance(payload.get("service"), str) and any(isinstance(payload.get(step), dict) for step in STEPS)


def _titled_tables(sections: tuple[Section, ...], coverage: Coverage) -> list[_Titled]:
    """Every table outside other tables, each with the step that the last heading or line before it names."""
    tables: list[_Titled] = []
    step = ""
    for section in sections:
        match = _TABLE_HEADING.fullmatch(section.text)
        step = match["step"].lower() if match is not None else ("" if section.level else step)
        blocks: list[Block | Item] = list(section.blocks)
        for block in blocks:
            match = _TABLE_HEADING.fullmatch(block.text.strip("#*: ")) if isinstance(block, Paragraph) else None
            if match is not None and isinstance(block, Paragraph):
                coverage.read(block)
                step = match["step"].lower()
            elif isinstance(block, Table):
                tables.append(_Titled(block, step))
                step = ""
    return tables


def _step_with(records: list[PropertyRecord], payload: dict[str, Any]) -> str:
    """The step whose payload shows most of these names; ``config`` where none shows any."""
    names = {top_name(record.name) for record in records}
    return max(STEPS, key=lambda step: len(names.intersection(payload.get(step) or {})))
