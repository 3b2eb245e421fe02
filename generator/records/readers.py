"""Recognises whose document this is and reads it with the reader for that kind of document."""

from __future__ import annotations

import re

from generator.blocks.block import Page
from generator.blocks.specification import Specification
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind
from generator.records.coverage import Coverage
from generator.records.fivetran.openapi import read_fivetran_openapi
from generator.records.fivetran.page import read_fivetran_page
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord
from generator.records.stitch.page import read_stitch_page

VENDORS = ("fivetran", "stitch")
_MARKS = {
    "stitch": re.compile(r"connection property object|api\.stitchdata\.com", re.IGNORECASE),
    "fivetran": re.compile(r"api\.fivetran\.com|Fivetran", re.IGNORECASE),
}
_READERS = {"stitch": read_stitch_page, "fivetran": read_fivetran_page}


def vendor_of(document: Document) -> str | None:
    """The vendor whose document this is: the one whose marks it bears most often, or ``None``."""
    if document.kind is Kind.OPENAPI:
        # The one vendor that publishes such a file; what requests it has tells its reader whether it is this one.
        return "fivetran"
    counts = {vendor: len(mark.findall(document.content)) for vendor, mark in _MARKS.items()}
    best = max(counts, key=lambda vendor: counts[vendor])
    return best if counts[best] else None


def read_blocks(
    blocks: Page | Specification, vendor: str, coverage: Coverage, diagnostics: Diagnostics
) -> PageRecords | None:
    """The records of a document; whatever is in none of them is in ``diagnostics``.

    Returns:
        ``None`` where the document is not of a kind that the vendor publishes.
    """
    records = _records(blocks, vendor, coverage, diagnostics)
    if records is None:
        return None
    documented = [connector for connector in records.connectors if not connector.listed_only]
    records.rows = sum(_rows(step.properties) for connector in documented for step in connector.steps)
    if not records.connectors:
        diagnostics.error("no-connectors", "", "no connector was found; expected a part for each connector")
    elif not records.rows:
        diagnostics.error("no-property-tables", "", "no connector has a table of properties; expected at least one")
    for connector in documented:
        _report_bare(connector, vendor, diagnostics)
    records.unaccounted = coverage.report_unaccounted(diagnostics)
    return records


def _records(
    blocks: Page | Specification, vendor: str, coverage: Coverage, diagnostics: Diagnostics
) -> PageRecords | None:
    if isinstance(blocks, Page):
        return _READERS[vendor](blocks, coverage, diagnostics)
    if vendor != "fivetran":
        diagnostics.error("unknown-document", "", f"an OpenAPI file of {vendor}'s; expected one of Fivetran's")
        return None
    return read_fivetran_openapi(blocks, coverage, diagnostics)


def _rows(properties: list[PropertyRecord]) -> int:
    return sum((not record.named_in_example) + _rows(record.children) for record in properties)


def _report_bare(connector: ConnectorRecord, vendor: str, diagnostics: Diagnostics) -> None:
    if not any(step.properties for step in connector.steps):
        subject = f"{vendor}/{connector.role}/{connector.type}"
        diagnostics.warning("no-properties", connector.place, "the document gives it no properties", subject)
