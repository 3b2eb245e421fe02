"""Joins the stages up to the catalog. It has no rules of its own."""

from __future__ import annotations

import dataclasses

from generator.catalog.carried import enforce
from generator.catalog.catalog import Catalog, in_order
from generator.catalog.connector import Connector, Property
from generator.catalog.consistency import make_consistent
from generator.catalog.corrections import Corrections, load_corrections
from generator.catalog.glossary import load_glossary
from generator.catalog.normalise import normalise, normalise_envelope
from generator.catalog.reconcile import reconcile
from generator.catalog.secrecy import Secrecy, load_secrecy
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin, capture_paths
from generator.paths import Layout
from generator.reading import Reading, read_records
from generator.records.record import PageRecords


@dataclasses.dataclass
class Summary:
    """What a run has read, for its last line."""

    documents: int = 0
    connectors: int = 0
    properties: int = 0
    unaccounted: int = 0

    def add(self, records: PageRecords) -> None:
        """Counts one more document."""
        self.documents += 1
        self.connectors += len(records.connectors)
        self.properties += records.rows
        self.unaccounted += records.unaccounted

    def __add__(self, other: Summary) -> Summary:
        """What two runs have read together."""
        return Summary(
            self.documents + other.documents,
            self.connectors + other.connectors,
            self.properties + other.properties,
            self.unaccounted + other.unaccounted,
        )

    def __str__(self) -> str:
        return (
            f"{self.documents:,} document{'' if self.documents == 1 else 's'}, "
            f"{self.connectors:,} connector{'' if self.connectors == 1 else 's'}, "
            f"{self.properties:,} propert{'y' if self.properties == 1 else 'ies'}, {self.unaccounted:,} unaccounted"
        )


@dataclasses.dataclass
class Knowledge:
    """What the project knows beside the documents: corrections, and which names are no secrets."""

    corrections: Corrections
    secrecy: Secrecy


def load_knowledge(layout: Layout, diagnostics: Diagnostics) -> Knowledge:
    """The corrections and the table of secrecy of a project."""
    return Knowledge(load_corrections(layout.corrections, diagnostics), load_secrecy(layout.secrecy, diagnostics))


def to_connectors(reading: Reading, knowledge: Knowledge, diagnostics: Diagnostics) -> list[Connector]:
    """The connectors of one document, its faults corrected, with the descriptions that it has."""
    name = reading.origin.name if reading.origin is not None else reading.document.name
    knowledge.corrections.settle_examples(reading.records, diagnostics)
    connectors = normalise(reading.records, name, diagnostics)
    knowledge.corrections.apply(connectors, diagnostics)
    reconcile(connectors, _example_places(reading.records), diagnostics)
    enforce(connectors)
    knowledge.secrecy.mark_all(connectors)
    make_consistent(connectors, diagnostics)
    return connectors


def _example_places(records: PageRecords) -> dict[str, str]:
    return {
        f"{records.vendor}/{connector.role}/{connector.type} {step.name}": step.examples[0].place
        for connector in records.connectors
        for step in connector.steps
        if step.examples
    }


@dataclasses.dataclass
class Built:
    """The catalog that the project's captures give, and what there is to say of it.

    ``described`` counts the properties that have an entry in the glossary, ``unused_entries`` are the entries
    that no property has asked for.
    """

    catalog: Catalog
    diagnostics: Diagnostics
    summary: Summary
    described: int = 0
    total: int = 0
    unused_entries: list[str] = dataclasses.field(default_factory=list)


def build_catalog(layout: Layout) -> Built:
    """The catalog, from the captures, corrections and glossary of a project."""
    diagnostics, summary = Diagnostics(), Summary()
    knowledge = load_knowledge(layout, diagnostics)
    if not layout.secrecy.is_file():
        diagnostics.error("secrecy-format", layout.secrecy.name, "the table of secrecy is missing")
    glossary = load_glossary(layout.glossary, diagnostics)
    connectors: dict[str, Connector] = {}
    envelopes: dict[str, list[Property]] = {}
    origins: list[Origin] = []
    for path in capture_paths(layout.captures):
        found = Diagnostics(path.relative_to(layout.root).as_posix())
        reading = read_records(path, None, found)
        if reading is not None and reading.origin is not None:
            summary.add(reading.records)
            origins.append(reading.origin)
            _collect(to_connectors(reading, knowledge, found), connectors, found)
            if reading.records.envelope:
                envelopes[reading.records.vendor] = normalise_envelope(reading.records, reading.origin.name, found)
        diagnostics.extend(found)
    knowledge.corrections.report_stale(diagnostics)
    ordered = in_order(connectors.values())
    described, total = glossary.describe(list(ordered))
    for vendor, envelope in envelopes.items():
        glossary.describe_envelope(envelope, vendor, vendor.title())
    return Built(Catalog(ordered, envelopes, tuple(origins)), diagnostics, summary, described, total, glossary.unused)


def _collect(found: list[Connector], connectors: dict[str, Connector], diagnostics: Diagnostics) -> None:
    for connector in found:
        if connector.key in connectors:
            other = connectors[connector.key].sources[0].document
            message = f"{other} describes this connector too; expected one document for each"
            diagnostics.error("two-documents", connector.sources[0].place, message, connector.key)
        connectors.setdefault(connector.key, connector)
