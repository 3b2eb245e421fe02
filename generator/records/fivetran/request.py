"""Finds the request payload of a page and merges it with the page's tables."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.blocks.block import Code
from generator.diagnostics import Diagnostics
from generator.records.checks import report_id
from generator.records.example import body_of, parse_payload
from generator.records.payload_types import children_of, records_of, statements_of
from generator.records.reader import Context
from generator.records.record import PropertyRecord

SERVICE = re.compile(r"[a-z0-9][a-z0-9_]*", re.ASCII)
"""A service's id."""
SERVICE_CHARACTERS = "lower-case letters, digits and underscores"

_INDEX = re.compile(r"\[\d*\]")
_SERVICE_OF = re.compile(r'"service"\s*:\s*"(?P<service>[^"]*)"')


@dataclasses.dataclass(frozen=True)
class Request:
    """The payload of a request that creates a connection, and the code block that shows it."""

    code: Code
    payload: Mapping[str, Any]

    @property
    def service(self) -> str:
        """The service's id."""
        return str(self.payload["service"])

    def shown(self, step: str) -> Mapping[str, Any]:
        """Return the properties of a step in the payload."""
        return object_at(step, self.payload)


def object_at(name: str, payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object in a property of a payload; an empty one if it has none."""
    value = payload.get(name)
    return value if isinstance(value, dict) else {}


def find_request(codes: Sequence[Code], context: Context) -> Request | None:
    """Return the request that shows the most properties in and around its steps, or ``None`` and an error."""
    steps = context.steps("source")
    requests = [request for code in codes if (request := _request(code, context)) is not None]

    def size(request: Request) -> tuple[int, int]:
        return sum(len(request.shown(step)) for step in steps), len(request.payload)

    best = max(requests, key=size, default=None)
    if best is not None and SERVICE.fullmatch(best.service):
        return best
    if best is not None:
        report_id(best.service, SERVICE_CHARACTERS, best.code.place, context.diagnostics)
    faults = [fault for code in codes if (fault := parse_payload(body_of(code.text))[1])]
    message = "no request payload with a service and its config found; expected one, as JSON"
    message += f" ({faults[0]})" if faults else ""
    context.diagnostics.error("no-request-payload", codes[0].place if codes else "", message)
    return None


def _request(code: Code, context: Context) -> Request | None:
    steps = context.steps("source")
    match = _SERVICE_OF.search(code.text)
    key = context.key("source", match["service"] if match is not None else "")
    text, _ = context.examples.corrected(code, key, steps)
    payload = parse_payload(body_of(text))[0] or {}
    has_step = any(isinstance(payload.get(step), dict) for step in steps)
    return Request(code, payload) if isinstance(payload.get("service"), str) and has_step else None


def path_of(name: str) -> list[str]:
    """Return the parts of a dotted name: ``reports`` and ``table`` for ``reports[].table``."""
    return _INDEX.sub("", name).split(".")


@dataclasses.dataclass(frozen=True)
class PayloadMerger:
    """Merges the rows of a step's tables with the step's properties in the payload at ``place``."""

    shown: Mapping[str, Any]
    place: str
    subject: str
    diagnostics: Diagnostics

    def merge(self, rows: Sequence[PropertyRecord]) -> tuple[PropertyRecord, ...]:
        """Return the rows with the types that the payload shows, then the properties that only the payload shows."""
        nested = [row for row in rows if len(path_of(row.name)) > 1]
        top = [self._typed(row) for row in rows if len(path_of(row.name)) == 1]
        names = {row.name for row in top}
        parents = {path_of(row.name)[0] for row in rows}
        others = records_of({name: value for name, value in self.shown.items() if name not in names}, self.place)
        for record in others:
            if record.name not in parents:
                message = "it is in the payload, but in no table"
                self.diagnostics.warning("not-in-table", self.place, message, f"{self.subject}.{record.name}")
        properties = (*top, *others)
        for row in nested:
            described = _described_at(properties, path_of(row.name), row)
            if described is not None:
                properties = described
            else:
                message = "it is in a table, but not in the payload, so the object that holds it is unknown"
                self.diagnostics.error("not-in-payload", row.place, message, f"{self.subject}.{row.name}")
        return properties

    def _typed(self, row: PropertyRecord) -> PropertyRecord:
        if row.name not in self.shown:
            message = "it is in a table, but not in the payload, so its type is unknown"
            self.diagnostics.warning("not-in-payload", row.place, message, f"{self.subject}.{row.name}")
            return row
        value = self.shown[row.name]
        statements = (*row.statements, *statements_of(value))
        return dataclasses.replace(row, statements=statements, children=row.children or children_of(value, self.place))


def _described_at(
    properties: tuple[PropertyRecord, ...], path: Sequence[str], row: PropertyRecord
) -> tuple[PropertyRecord, ...] | None:
    """Return the properties with the one at a path described by a row; ``None`` if the path does not exist."""
    record = next((each for each in properties if each.name == path[0]), None)
    if record is None:
        return None
    if len(path) == 1:
        statements = (*row.statements, *record.statements)
        described = dataclasses.replace(
            row, name=record.name, type_words=record.type_words, statements=statements, children=record.children
        )
    else:
        children = _described_at(record.children, path[1:], row)
        if children is None:
            return None
        described = dataclasses.replace(record, children=children)
    return tuple(described if each is record else each for each in properties)
