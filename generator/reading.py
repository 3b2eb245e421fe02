"""Joins the first stages: a document, its blocks, its records. It has no rules of its own."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from generator.blocks.block import Page
from generator.blocks.capture import FORMAT, CaptureError, page_from_json, page_to_json
from generator.blocks.html import read_html
from generator.blocks.openapi import read_openapi
from generator.blocks.references import references_are_sound
from generator.blocks.specification import Specification
from generator.blocks.specification_capture import specification_from_json, specification_to_json
from generator.blocks.text import read_text
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind, read_document
from generator.documents.store import Origin
from generator.records.coverage import Coverage
from generator.records.prune import prune, prune_specification
from generator.records.readers import VENDORS, read_blocks, vendor_of
from generator.records.record import PageRecords
from generator.serialize import dumps


@dataclasses.dataclass(frozen=True)
class Reading:
    """One document, read up to its records.

    Attributes:
        document: The document.
        origin: What a capture states of its own document; ``None`` for the document itself.
        blocks: Its blocks.
        coverage: What of them was read.
        records: What they say.
    """

    document: Document
    origin: Origin | None
    blocks: Page | Specification
    coverage: Coverage
    records: PageRecords


def read_records(path: Path, vendor: str | None, diagnostics: Diagnostics) -> Reading | None:
    """Reads one document as far as its records; ``None`` where it cannot be read, with an error that says why."""
    document = read_document(path, diagnostics)
    if document is None:
        return None
    origin = _origin(document, diagnostics)
    if document.kind is Kind.CAPTURE and origin is None:
        return None
    vendor = vendor or (origin.vendor if origin is not None else vendor_of(document))
    if vendor is None:
        message = "no vendor's marks are in the document; expected a page or a file of Stitch's or Fivetran's"
        diagnostics.error("unknown-document", "", message)
        return None
    blocks = _blocks(document, diagnostics)
    if blocks is None or (isinstance(blocks, Specification) and not references_are_sound(blocks, diagnostics)):
        return None
    coverage = Coverage()
    records = read_blocks(blocks, vendor, coverage, diagnostics)
    return Reading(document, origin, blocks, coverage, records) if records is not None else None


def _origin(document: Document, diagnostics: Diagnostics) -> Origin | None:
    """What a capture states of its document; an error where it states that in another form."""
    if document.kind is not Kind.CAPTURE:
        return None
    if document.data["capture"] != FORMAT:
        message = f"the capture's form is {document.data['capture']!r}; expected {FORMAT}"
        diagnostics.error("capture-format", "", message)
        return None
    origin = Origin.from_json(document.data.get("document"))
    if origin is None or origin.vendor not in VENDORS:
        vendors = ", ".join(VENDORS)
        message = f"the capture does not say which document it was made from, of one of the vendors {vendors}"
        diagnostics.error("capture-format", "", message)
        return None
    return origin


def _blocks(document: Document, diagnostics: Diagnostics) -> Page | Specification | None:
    if document.kind is Kind.HTML:
        return read_html(document.content, diagnostics)
    if document.kind is Kind.TEXT:
        return read_text(document.content, diagnostics)
    if document.kind is Kind.OPENAPI:
        return read_openapi(document.data, diagnostics)
    try:
        if "specification" in document.data:
            return specification_from_json(document.data["specification"])
        return page_from_json(document.data["sections"])
    except CaptureError as fault:
        diagnostics.error("capture-format", "", str(fault))
        return None


def capture_text(reading: Reading, origin: Origin) -> str:
    """The text of the capture of one document."""
    head = {"capture": FORMAT, "document": dataclasses.asdict(origin)}
    if isinstance(reading.blocks, Specification):
        pruned = prune_specification(reading.blocks, reading.coverage)
        return dumps(head | {"specification": specification_to_json(pruned)})
    return dumps(head | {"sections": page_to_json(prune(reading.blocks, reading.coverage))})
