"""The catalog of one vendor, as a value that can be kept between runs."""

from __future__ import annotations

import dataclasses
import functools

import pydantic

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.diagnostics import Diagnostic
from generator.documents.store import Origin
from generator.pipeline.summary import Summary


@dataclasses.dataclass(frozen=True)
class VendorCatalog:
    """The entries of one vendor, and what there is to say about them.

    Attributes:
        connectors: With the descriptions of the glossary.
        envelopes: One for each role.
        documents: The documents that were read.
        diagnostics: The findings.
        summary: What was read.
        described: Number of properties of connectors that have an entry in the glossary.
        used_entries: The entries of the glossary that describe a property.
    """

    connectors: tuple[Connector, ...]
    envelopes: tuple[Envelope, ...]
    documents: tuple[Origin, ...]
    diagnostics: tuple[Diagnostic, ...]
    summary: Summary
    described: int
    used_entries: frozenset[str]

    @staticmethod
    def from_json(content: bytes) -> VendorCatalog:
        """Return the value that JSON states.

        Raises:
            ValueError: The JSON has another form.
        """
        return _adapter().validate_json(content)

    def to_json(self) -> bytes:
        """Return the value as JSON."""
        return _adapter().dump_json(self, by_alias=True)


@functools.cache
def _adapter() -> pydantic.TypeAdapter[VendorCatalog]:
    return pydantic.TypeAdapter(VendorCatalog)
