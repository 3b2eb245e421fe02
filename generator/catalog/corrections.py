"""Puts a vendor's mistakes right by hand: each with the old value, the new one and the reason.

A correction that finds its old value no more is stale, and stale corrections fail ``generate``.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pydantic

from generator.catalog.connector import CatalogObject, Connector, Property
from generator.diagnostics import Diagnostic, Diagnostics, Level
from generator.records.example import parse_payload
from generator.records.record import ConnectorRecord, ExampleRecord, PageRecords


class Correction(CatalogObject):
    """One mistake of a vendor's document, put right.

    With ``field`` set, ``old`` and ``new`` are the values of that field of the property at the dotted path
    ``path``. Without it, they are pieces of the text of the step's example.
    """

    connector: str
    step: str
    path: str | None = None
    field: str | None = None
    old: Any
    new: Any
    reason: str = pydantic.Field(min_length=20)

    @pydantic.model_validator(mode="after")
    def _is_whole(self) -> Correction:
        if (self.path is None) is not (self.field is None):
            raise ValueError("path and field go together")
        if self.field is None and not (isinstance(self.old, str) and isinstance(self.new, str) and self.old):
            raise ValueError("a correction of an example has two texts, old and new")
        return self

    @property
    def subject(self) -> str:
        """What it corrects, for messages."""
        return " ".join(filter(None, (self.connector, self.step, self.path, self.field)))


@dataclasses.dataclass
class Corrections:
    """The corrections of all vendors, and which of them have found what they correct."""

    all: list[Correction]
    document: str = "catalog/corrections"
    applied: set[int] = dataclasses.field(default_factory=set)

    def settle_examples(self, records: PageRecords, diagnostics: Diagnostics) -> None:
        """Puts right the texts of examples, and turns the errors about them into warnings."""
        for number, correction in self._about_examples():
            for connector in records.connectors:
                if f"{records.vendor}/{connector.role}/{connector.type}" == correction.connector:
                    self._settle(number, correction, connector, diagnostics)

    def _about_examples(self) -> list[tuple[int, Correction]]:
        return [(number, each) for number, each in enumerate(self.all) if each.field is None]

    def _settle(
        self, number: int, correction: Correction, connector: ConnectorRecord, diagnostics: Diagnostics
    ) -> None:
        steps = [step for step in connector.steps if step.name == correction.step]
        for example in [*(example for step in steps for example in step.examples), *connector.loose_examples]:
            if correction.old in example.text:
                self.applied.add(number)
                example.text = example.text.replace(correction.old, correction.new)
                example.value = parse_payload(example.text)[0]
                _settle_error(example, correction, diagnostics)

    def apply(self, connectors: list[Connector], diagnostics: Diagnostics) -> None:
        """Puts right the fields of properties."""
        for number, correction in enumerate(self.all):
            for connector in connectors:
                if correction.field is None or connector.key != correction.connector:
                    continue
                for step, path, found in connector.paths():
                    if (step, path) == (correction.step, correction.path):
                        self._apply(number, correction, found, diagnostics)

    def _apply(self, number: int, correction: Correction, found: Property, diagnostics: Diagnostics) -> None:
        stated = found.to_json().get(str(correction.field))
        if stated != correction.old:
            return
        self.applied.add(number)
        place = found.sources[0].place if found.sources else ""
        stated = found.to_json() | {str(correction.field): correction.new}
        if correction.field == "secret":
            stated["secretFrom"] = "correction"
        try:
            changed = Property.model_validate({name: value for name, value in stated.items() if value is not None})
        except pydantic.ValidationError as fault:
            message = f"with the correction this is no property: {fault.errors()[0]['msg']}"
            diagnostics.error("corrections-format", place, message, correction.subject)
            return
        for name in {*changed.model_fields_set, *found.model_fields_set}:
            setattr(found, name, getattr(changed, name))
        found.model_fields_set.intersection_update(changed.model_fields_set)
        diagnostics.warning("corrected", place, correction.reason, correction.subject)

    def report_stale(self, diagnostics: Diagnostics) -> None:
        """Adds an error for each correction that found nothing to correct."""
        for number, correction in enumerate(self.all):
            if number not in self.applied:
                message = (
                    f"the old value {json.dumps(correction.old)[:80]} is not there any more; remove the correction"
                )
                found = Diagnostic(Level.ERROR, "stale-correction", self.document, "", message, correction.subject)
                diagnostics.extend([found])


def _settle_error(example: ExampleRecord, correction: Correction, diagnostics: Diagnostics) -> None:
    message = f"the example is corrected: {correction.reason}"
    for found in list(diagnostics):
        if found.code == "example-not-json" and found.place == example.place:
            if example.value is None:
                return
            changes = {"level": Level.WARNING, "message": message}
            diagnostics.replace(found, dataclasses.replace(found, **changes))  # type: ignore[arg-type]
            return
    diagnostics.warning("corrected", example.place, message, correction.subject)


def load_corrections(folder: Path, diagnostics: Diagnostics) -> Corrections:
    """The corrections in ``<folder>/<vendor>.json``; a file that is wrong is an error."""
    found: list[Correction] = []
    for path in sorted(folder.glob("*.json")):
        try:
            adapter = pydantic.TypeAdapter(list[Correction])
            found += adapter.validate_json(path.read_bytes())
        except pydantic.ValidationError as fault:
            first = fault.errors()[0]
            where = "/".join(str(part) for part in first["loc"])
            diagnostics.error("corrections-format", where, f"{path.name}: {first['msg']}")
    return Corrections(found)
