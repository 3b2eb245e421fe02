"""Joins the stages up to the catalog, for the documents of one vendor."""

from __future__ import annotations

import dataclasses

from generator import internal_error
from generator.catalog.assembly import Assembler, DocumentEntries
from generator.catalog.connector import Connector
from generator.catalog.context import Knowledge
from generator.catalog.envelope import Envelope
from generator.catalog.passes import DESCRIPTION_PASSES, apply
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin, captures_of, has_its_own_path
from generator.paths import Layout
from generator.pipeline.reading import Reading, read_records
from generator.pipeline.summary import Summary
from generator.pipeline.vendor_catalog import VendorCatalog
from generator.profiles.profile import to_vendors


def connectors_of(reading: Reading, knowledge: Knowledge, diagnostics: Diagnostics) -> list[Connector]:
    """Return the connectors of one document alone, with its own descriptions."""
    return entries_of(reading, knowledge, diagnostics)[0]


def entries_of(
    reading: Reading, knowledge: Knowledge, diagnostics: Diagnostics
) -> tuple[list[Connector], list[Envelope]]:
    """Return the connectors and the envelopes of one document alone, with its own descriptions."""
    assembler = Assembler(knowledge)
    stated = [_entries(assembler, reading, diagnostics)]
    return assembler.connectors(stated, diagnostics), assembler.envelopes(stated, diagnostics)


def _entries(assembler: Assembler, reading: Reading, diagnostics: Diagnostics) -> DocumentEntries:
    named = reading.origin or reading.document
    return assembler.entries(reading.records, named.name, named.date, diagnostics)


def build_vendor(layout: Layout, vendor: str, knowledge: Knowledge) -> VendorCatalog:
    """Build the catalog of one vendor from its captures."""
    diagnostics, summary = Diagnostics(), Summary()
    knowledge = dataclasses.replace(knowledge, corrections=knowledge.corrections.of_vendor(vendor))
    assembler = Assembler(knowledge)
    vendors = to_vendors(knowledge.profiles)
    stated: list[DocumentEntries] = []
    origins: list[Origin] = []
    for path in captures_of(layout.captures, vendor):
        found = Diagnostics(path.relative_to(layout.root).as_posix())
        with internal_error.reading(found.document):
            reading = read_records(path, None, found, vendors=vendors, corrections=knowledge.corrections.of_examples)
            origin = reading.origin if reading is not None else None
            if reading is None or origin is None or not has_its_own_path(origin, path, layout.captures, found):
                pass
            elif origin.vendor != vendor:
                found.error("capture-format", "", f"expected a document of {vendor}, as the folder's name says")
            else:
                summary += Summary.of(reading.records)
                origins.append(origin)
                stated.append(_entries(assembler, reading, found))
        diagnostics.extend(found)
    merged = assembler.connectors(stated, diagnostics)
    envelopes = assembler.envelopes(stated, diagnostics)
    context = assembler.context(diagnostics)
    connectors = apply(DESCRIPTION_PASSES, merged, context)
    described = assembler.usage.described
    envelopes = apply(DESCRIPTION_PASSES, envelopes, context)
    usage = assembler.usage
    knowledge.corrections.report_stale(usage.corrections, usage.examples, diagnostics)
    return VendorCatalog(
        tuple(connectors),
        tuple(envelopes),
        tuple(origins),
        tuple(diagnostics),
        summary,
        described,
        frozenset(usage.glossary),
    )


def build_vendor_json(layout: Layout, vendor: str, knowledge: Knowledge) -> bytes:
    """Build the catalog of one vendor as JSON, which another process reads faster than a pickle."""
    return build_vendor(layout, vendor, knowledge).to_json()
