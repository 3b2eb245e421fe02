"""Puts a vendor's mistakes right by hand: each with the old value, the new one and the reason.

A correction that finds its old value no more is stale, and stale corrections fail ``generate``.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pydantic

from generator.catalog.connector import CatalogObject, Connector, Property
from generator.diagnostics import Diagnostic, Diagnostics, Level
from generator.records.example import ExampleCorrection


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

    @property
    def of_examples(self) -> tuple[ExampleCorrection, ...]:
        """The corrections of examples, which are applied where an example is read."""
        return tuple(_of_example(each) for each in self.all if each.field is None)

    def mark_applied(self, found: Collection[ExampleCorrection]) -> None:
        """Note which corrections of examples have been applied."""
        applied = (number for number, each in enumerate(self.all) if each.field is None and _of_example(each) in found)
        self.applied.update(applied)

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


def _of_example(correction: Correction) -> ExampleCorrection:
    return ExampleCorrection(correction.connector, correction.step, correction.old, correction.new, correction.reason)


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
