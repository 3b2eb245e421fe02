"""Joins the first stages: a document, its blocks and its records."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from generator.blocks import capture, specification_capture
from generator.blocks.block import Page
from generator.blocks.references import with_sound_references
from generator.blocks.specification import Specification
from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind, read_document
from generator.documents.store import Origin
from generator.records.checks import checked
from generator.records.coverage import Coverage
from generator.records.example import ExampleCorrection, ExampleReader
from generator.records.left_over import report_left_over
from generator.records.prune import prune, prune_specification
from generator.records.reader import Context, PageReader, Reader, reader_for, readers_of, recognise
from generator.records.record import PageRecords
from generator.serialize import dumps
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class Reading:
    """One document: its blocks, their coverage, and the records.

    ``origin`` is the document that a capture was made from, ``None`` if this is not a capture.
    """

    document: Document
    origin: Origin | None
    blocks: Page | Specification
    coverage: Coverage
    records: PageRecords


def read_records(
    path: Path,
    vendor: str | None,
    diagnostics: Diagnostics,
    *,
    vendors: Mapping[str, Vendor],
    corrections: tuple[ExampleCorrection, ...] = (),
) -> Reading | None:
    """Return the records of a document, whose vendor is recognised if not given, or ``None`` and an error."""
    document = read_document(path, diagnostics)
    if document is None:
        return None
    origin = _origin(document, vendors, diagnostics) if document.kind is Kind.CAPTURE else None
    if document.kind is Kind.CAPTURE and origin is None:
        return None
    chosen = _choose(document, origin, vendor, vendors, diagnostics)
    if chosen is None:
        return None
    name, reader = chosen
    blocks = reader.blocks(document, diagnostics) if origin is None else _captured_blocks(document, origin, diagnostics)
    if isinstance(blocks, Specification):
        blocks = with_sound_references(blocks, diagnostics)
    if blocks is None:
        return None
    context = Context(vendors[name], Coverage(), diagnostics, ExampleReader(corrections, diagnostics))
    records = reader.records(blocks, context)
    if records is None:
        return None
    if isinstance(blocks, Page) and isinstance(reader, PageReader):
        report_left_over(blocks, reader.vocabulary, context)
    return Reading(document, origin, blocks, context.coverage, checked(records, context))


def _choose(
    document: Document, origin: Origin | None, vendor: str | None, vendors: Iterable[str], diagnostics: Diagnostics
) -> tuple[str, Reader] | None:
    """Return the vendor and the reader of a document: as a capture states them, else by the document's marks."""
    if origin is not None:
        vendor, kind = origin.vendor, origin.kind
    else:
        kind = document.kind.value
        found = recognise(document, vendors if vendor is None else (vendor,))
        if found is not None:
            return found
    reader = reader_for(vendor, kind) if vendor is not None else None
    if vendor is not None and reader is not None:
        return vendor, reader
    message = f"{vendor} has no reader for documents of the kind {kind!r}"
    if vendor is not None and not readers_of(vendor):
        message = f"{vendor} has no readers; expected READERS in generator/records/{vendor}/__init__.py"
    elif vendor is None:
        without = [each for each in vendors if not readers_of(each)]
        message = f"not recognised; expected a document of one of: {', '.join(filter(readers_of, vendors))}"
        message += f"; these have no readers: {', '.join(without)}" if without else ""
    diagnostics.error("unknown-document", "", message)
    return None


def _origin(document: Document, vendors: Collection[str], diagnostics: Diagnostics) -> Origin | None:
    """Return the document that a capture was made from, or ``None`` and an error."""
    origin = Origin.from_json(document.data.get("document"))
    message = f"the capture does not state its document and a known vendor; expected one of: {', '.join(vendors)}"
    if document.data["capture"] != capture.FORMAT:
        message = f"unknown capture format {document.data['capture']!r}; expected {capture.FORMAT}"
    elif origin is not None and origin.vendor in vendors:
        return origin
    diagnostics.error("capture-format", "", message)
    return None


def _captured_blocks(document: Document, origin: Origin, diagnostics: Diagnostics) -> Page | Specification | None:
    try:
        if origin.kind == Kind.OPENAPI.value:
            return specification_capture.specification_from_json(document.data.get("specification"))
        return capture.page_from_json(document.data.get("sections"))
    except capture.CaptureError as fault:
        diagnostics.error("capture-format", "", str(fault))
        return None


def capture_text(reading: Reading, origin: Origin) -> str:
    """Return the text of the capture of one document."""
    head = {"capture": capture.FORMAT, "document": origin.to_json()}
    if isinstance(reading.blocks, Specification):
        pruned = prune_specification(reading.blocks, reading.coverage)
        return dumps(head | {"specification": specification_capture.specification_to_json(pruned)})
    return dumps(head | {"sections": capture.page_to_json(prune(reading.blocks, reading.coverage))})
