"""Corrections of vendors' mistakes, written by people: each has the old value, the new one and the reason."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pydantic

from generator.diagnostics import Diagnostics
from generator.folders import files_in
from generator.records.example import ExampleCorrection
from generator.strict_data.models import StrictModel, load_model

_CODE = "corrections-format"


class Correction(StrictModel):
    """The correction of one mistake in a vendor's document.

    With ``field`` set, ``old`` and ``new`` are the values of that field of the property at the dotted path
    ``path``. With ``path`` alone, ``new`` holds the fields of a property of the step that the document lacks, and
    ``old`` is null. Without both, they are pieces of the text of the step's example.
    """

    connector: str
    step: str
    path: str | None = None
    field: str | None = None
    old: Any
    new: Any
    reason: str = pydantic.Field(min_length=20)

    @pydantic.model_validator(mode="after")
    def _check(self) -> Correction:
        if self.path is None and self.field is not None:
            raise ValueError("expected path and field, path alone, or neither")
        if self.adds and not (self.old is None and isinstance(self.new, dict)):
            raise ValueError("expected null and the fields of the property that is added")
        if self.path is None and not (isinstance(self.old, str) and isinstance(self.new, str) and self.old):
            raise ValueError("expected strings as the old and the new text of an example")
        return self

    @property
    def vendor(self) -> str:
        """The vendor of the connector."""
        return self.connector.partition("/")[0]

    @property
    def adds(self) -> bool:
        """Whether it adds a property that the document lacks."""
        return self.path is not None and self.field is None

    @property
    def subject(self) -> str:
        """The part of the catalog that is corrected, for messages."""
        return " ".join(filter(None, (self.connector, self.step, self.path, self.field)))

    @property
    def example_correction(self) -> ExampleCorrection | None:
        """The correction of an example's text; ``None`` where it is about a field."""
        if self.path is not None:
            return None
        return ExampleCorrection(self.connector, self.step, self.old, self.new, self.reason)


@dataclasses.dataclass(frozen=True)
class Corrections:
    """The corrections of all vendors."""

    all: tuple[Correction, ...] = ()

    def of_fields(self, connector: str) -> list[Correction]:
        """Return the corrections of a connector's properties."""
        return [each for each in self.all if each.path is not None and each.connector == connector]

    @property
    def of_examples(self) -> tuple[ExampleCorrection, ...]:
        """The corrections of examples, which the readers apply."""
        return tuple(each.example_correction for each in self.all if each.example_correction is not None)

    def of_vendor(self, vendor: str) -> Corrections:
        """Return the corrections of one vendor."""
        return Corrections(tuple(each for each in self.all if each.vendor == vendor))

    def without(self, vendors: Collection[str]) -> Corrections:
        """Return the corrections of all other vendors."""
        return Corrections(tuple(each for each in self.all if each.vendor not in vendors))

    def report_stale(
        self, applied: Collection[Correction], corrected: Collection[ExampleCorrection], diagnostics: Diagnostics
    ) -> None:
        """Add an error for each correction that applies neither to a field nor to an example."""
        stale = Diagnostics("catalog/corrections")
        for each in self.all:
            if each not in applied and each.example_correction not in corrected:
                old = f"the old value {json.dumps(each.old)[:80]} no longer occurs"
                reason = "the document has the property now" if each.adds else old
                stale.error("stale-correction", "", f"{reason}; remove the correction", each.subject)
        diagnostics.extend(stale)


def load_corrections(folder: Path, diagnostics: Diagnostics) -> Corrections:
    """Return the corrections in ``<folder>/<vendor>.json``; an invalid file is an error."""
    corrections: list[Correction] = []
    for path in files_in(folder, ".json"):
        corrections += load_model(path, list[Correction], _CODE, diagnostics) or ()
    return Corrections(tuple(corrections))
