"""The protocol that the reader of each kind of document implements."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from typing import Any, Protocol

from generator.blocks.block import Page
from generator.blocks.specification import Specification
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind
from generator.records.coverage import Coverage
from generator.records.example import ExampleCorrection
from generator.records.record import PageRecords
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class Context:
    """What the reader of a document needs besides its blocks.

    Attributes:
        vendor: The vendor's profile.
        coverage: Records what has been read.
        diagnostics: Collects the faults.
        corrections: Corrections of examples.
    """

    vendor: Vendor
    coverage: Coverage
    diagnostics: Diagnostics
    corrections: tuple[ExampleCorrection, ...] = ()

    def key(self, role: str, type_: str) -> str:
        """Return the key of one of the vendor's connectors."""
        return f"{self.vendor.name}/{role}/{type_}"

    def steps(self, role: str) -> tuple[str, ...]:
        """Return the names of the steps that the profile states for a role."""
        parts = self.vendor.requests[role].parts if role in self.vendor.requests else {}
        return tuple(step for steps in parts.values() for step in steps)


class Reader(Protocol):
    """Reads one kind of document of one vendor.

    Each vendor's package ``generator.records.<vendor>`` lists its readers in ``READERS``.
    """

    @property
    def kinds(self) -> Collection[Kind]:
        """The kinds of document that the reader reads."""

    def recognises(self, document: Document) -> int:
        """Return how many marks of the vendor a document bears; 0 if it is not one of the vendor's."""

    def blocks(self, document: Document, diagnostics: Diagnostics) -> Page | Specification | None:
        """Return the blocks of a document, or ``None`` and an error."""

    def records(self, blocks: Any, context: Context) -> PageRecords | None:
        """Return the records of the blocks, or ``None`` and an error if they are not the vendor's after all."""
