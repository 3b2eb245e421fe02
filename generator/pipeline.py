"""Runs the stages up to the catalog. It has no rules of its own."""

from __future__ import annotations

import dataclasses
from collections import Counter

from generator import internal_error
from generator.catalog.assembly import Assembler, DocumentEntries
from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector
from generator.catalog.context import Knowledge, load_knowledge
from generator.catalog.envelope import Envelope
from generator.catalog.glossary import load_glossary
from generator.catalog.passes import DESCRIPTION_PASSES, apply
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin, capture_paths, has_its_own_path
from generator.paths import Layout
from generator.reading import Reading, read_records
from generator.records.openapi.repairs import REPAIRS
from generator.summary import Summary
from generator.vendors import to_vendors


@dataclasses.dataclass(frozen=True)
class Built:
    """The catalog that a project's captures give, and what there is to say about it.

    Attributes:
        catalog: The catalog.
        diagnostics: The findings.
        summary: What was read.
        described: Number of properties that have an entry in the glossary.
        total: Number of properties.
        unused_entries: Entries of the glossary that describe no property.
    """

    catalog: Catalog
    diagnostics: Diagnostics
    summary: Summary
    described: int
    total: int
    unused_entries: list[str]

    @property
    def repairs(self) -> str:
        """One line with the number of repaired declarations by rule; empty where there are none."""
        counts = Counter(found.code for found in self.diagnostics)
        repaired = [f"{counts[rule.code]:,} {rule.code}" for rule in REPAIRS if counts[rule.code]]
        return f"repaired declarations: {', '.join(repaired)}" if repaired else ""


def connectors_of(reading: Reading, knowledge: Knowledge, diagnostics: Diagnostics) -> list[Connector]:
    """Return the connectors of one document alone, with its own descriptions."""
    assembler = Assembler(knowledge)
    return assembler.connectors([_entries(assembler, reading, diagnostics)], diagnostics)


def _entries(assembler: Assembler, reading: Reading, diagnostics: Diagnostics) -> DocumentEntries:
    named = reading.origin or reading.document
    return assembler.entries(reading.records, named.name, named.date, diagnostics)


def build_catalog(layout: Layout) -> Built:
    """Return the catalog that the captures and the tables of a project give."""
    diagnostics, summary = Diagnostics(), Summary()
    knowledge = load_knowledge(layout, diagnostics)
    if not layout.secrecy.is_file():
        diagnostics.error("secrecy-format", layout.secrecy.name, "missing file")
    knowledge = dataclasses.replace(knowledge, glossary=load_glossary(layout.glossary, diagnostics))
    assembler = Assembler(knowledge)
    vendors = to_vendors(knowledge.profiles)
    stated: dict[str, list[DocumentEntries]] = {}
    origins: list[Origin] = []
    for path in capture_paths(layout.captures):
        found = Diagnostics(path.relative_to(layout.root).as_posix())
        with internal_error.reading(found.document):
            reading = read_records(path, None, found, vendors=vendors, corrections=knowledge.corrections.of_examples)
            origin = reading.origin if reading is not None else None
            if reading is not None and origin is not None and has_its_own_path(origin, path, layout.captures, found):
                summary += Summary.of(reading.records)
                origins.append(origin)
                stated.setdefault(reading.records.vendor, []).append(_entries(assembler, reading, found))
        diagnostics.extend(found)
    usage = assembler.usage
    knowledge.corrections.report_stale(usage.corrections, usage.examples, diagnostics)
    return _built(assembler, stated, tuple(origins), diagnostics, summary)


def _built(
    assembler: Assembler,
    stated: dict[str, list[DocumentEntries]],
    origins: tuple[Origin, ...],
    diagnostics: Diagnostics,
    summary: Summary,
) -> Built:
    merged: list[Connector] = []
    merged_envelopes: list[Envelope] = []
    for documents in stated.values():
        merged += assembler.connectors(documents, diagnostics)
        merged_envelopes += assembler.envelopes(documents, diagnostics)
    context = assembler.context(diagnostics)
    connectors = apply(DESCRIPTION_PASSES, sorted(merged, key=lambda each: each.key), context)
    described = assembler.usage.described
    envelopes: dict[str, dict[str, Envelope]] = {}
    for each in apply(DESCRIPTION_PASSES, merged_envelopes, context):
        envelopes.setdefault(each.vendor, {})[each.role] = each
    return Built(
        Catalog(tuple(connectors), envelopes, origins, assembler.knowledge.profiles),
        diagnostics,
        summary,
        described,
        sum(1 for each in connectors for _ in each.paths()),
        assembler.knowledge.glossary.unused(assembler.usage.glossary),
    )
