"""Brings together what the tables and the request payload say of the properties of one step."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from generator.diagnostics import Diagnostics
from generator.records.payload_types import facts_of, records_of
from generator.records.record import PropertyRecord, StepRecord

_INDEX = re.compile(r"\[\d*\]")


def top_name(name: str) -> str:
    """The first part of a dotted path: ``reports`` of ``reports.table`` and of ``reports[].table``."""
    return _INDEX.sub("", name).split(".", 1)[0]


@dataclasses.dataclass(frozen=True)
class StepTyping:
    """Types the rows of one step.

    Attributes:
        step: The step; its properties are set here.
        shown: What the payload shows of it.
        place: Where the payload stands.
        subject: The connector and step, for messages.
        diagnostics: Where the differences go.
    """

    step: StepRecord
    shown: dict[str, Any]
    place: str
    subject: str
    diagnostics: Diagnostics

    def describe(self, rows: list[PropertyRecord]) -> None:
        """Sets the step's properties: the rows, typed by the payload, then what only the payload shows."""
        paths = {row.name: _INDEX.sub("", row.name).split(".") for row in rows}
        names = {row.name for row in rows if len(paths[row.name]) == 1}
        for row in rows:
            if len(paths[row.name]) == 1:
                self._type(row)
                self.step.properties.append(row)
        for record in records_of({name: self.shown[name] for name in self.shown if name not in names}, self.place):
            if not any(path[0] == record.name for path in paths.values()):
                message = "the payload shows it, no table describes it"
                self.diagnostics.warning("not-in-table", self.place, message, f"{self.subject}.{record.name}")
            self.step.properties.append(record)
        for row in rows:
            if len(paths[row.name]) > 1:
                self._nest(row, paths[row.name])

    def _type(self, row: PropertyRecord) -> None:
        if row.name in self.shown:
            facts, children = facts_of(self.shown[row.name], self.place)
            row.facts = [*row.facts, *facts]
            row.children = row.children or children
            return
        message = "the table names it, the payload does not show it, so its type is not known"
        self.diagnostics.warning("not-in-payload", row.place, message, f"{self.subject}.{row.name}")

    def _nest(self, row: PropertyRecord, path: list[str]) -> None:
        """A row with a dotted name describes a property inside another one."""
        properties = self.step.properties
        for name in path[:-1]:
            properties = next((record.children for record in properties if record.name == name), [])
        found = next((record for record in properties if record.name == path[-1]), None)
        if found is None:
            message = "the table names it, the payload does not show it, so where it belongs is not known"
            self.diagnostics.error("not-in-payload", row.place, message, f"{self.subject}.{row.name}")
            return
        found.place, found.requirement, found.description = row.place, row.requirement, row.description
        found.facts = [*row.facts, *found.facts]
        found.named_in_example = False
