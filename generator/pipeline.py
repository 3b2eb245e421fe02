"""Joins the stages up to the catalog. It has no rules of its own."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from generator.catalog.carried import enforce
from generator.catalog.catalog import Catalog, in_order
from generator.catalog.connector import Connector, Property, as_connector
from generator.catalog.consistency import make_consistent
from generator.catalog.corrections import Corrections, load_corrections
from generator.catalog.display_names import load_names, name_all
from generator.catalog.glossary import load_glossary
from generator.catalog.merge import merge, merge_properties
from generator.catalog.normalise import normalise, normalise_envelopes
from generator.catalog.reconcile import reconcile
from generator.catalog.secrecy import Secrecy, load_secrecy
from generator.diagnostics import Diagnostics
from generator.documents.store import Origin, capture_paths
from generator.paths import Layout
from generator.reading import Reading, read_records
from generator.records.openapi.repairs import REPAIRS
from generator.records.record import PageRecords
from generator.summary import Summary
from generator.vendors import load_profiles, to_vendors


@dataclasses.dataclass
class Knowledge:
    """What the project knows beside the documents: corrections, names, and which names are no secrets."""

    corrections: Corrections
    secrecy: Secrecy
    names: dict[str, str] = dataclasses.field(default_factory=dict)


def load_knowledge(layout: Layout, diagnostics: Diagnostics) -> Knowledge:
    """The corrections, the display names and the table of secrecy of a project."""
    return Knowledge(
        load_corrections(layout.corrections, diagnostics),
        load_secrecy(layout.secrecy, diagnostics),
        load_names(layout.names, diagnostics),
    )


@dataclasses.dataclass
class Stated:
    """What one document states, in the catalog's form.

    Attributes:
        file: How messages call the document.
        document: How sources call it.
        date: When it was read.
        connectors: Its connectors.
        envelopes: What a request holds beside them, by role.
        example_places: Where the examples of a step stand, by ``<key> <step>``.
    """

    file: str
    document: str
    date: str
    connectors: list[Connector]
    envelopes: dict[str, list[Property]]
    example_places: dict[str, str]


def stated_by(reading: Reading, knowledge: Knowledge, diagnostics: Diagnostics) -> Stated:
    """What a document states, its faults corrected, with the descriptions that it has."""
    name = reading.origin.name if reading.origin is not None else reading.document.name
    date = reading.origin.date if reading.origin is not None else reading.document.date
    knowledge.corrections.mark_applied(reading.records.corrected)
    connectors = normalise(reading.records, name, diagnostics)
    knowledge.corrections.apply(connectors, diagnostics)
    envelopes = normalise_envelopes(reading.records, name, diagnostics)
    return Stated(diagnostics.document, name, date, connectors, envelopes, _example_places(reading.records))


def to_connectors(stated: Iterable[Stated], knowledge: Knowledge, diagnostics: Diagnostics) -> list[Connector]:
    """The connectors that one document or several state together, complete but for our own descriptions."""
    documents = _in_order_of_date(stated)
    connectors: list[Connector] = []
    for each in documents:
        differing = Diagnostics(each.file)
        connectors = merge(connectors, each.connectors, differing)
        diagnostics.extend(differing)
    name_all(connectors, knowledge.names)
    places = {subject: place for each in documents for subject, place in each.example_places.items()}
    for each in documents:
        settled = Diagnostics(each.file)
        own = [connector for connector in connectors if connector.sources[0].document == each.document]
        _settle(own, places, knowledge, settled)
        diagnostics.extend(settled)
    return connectors


def connectors_of(reading: Reading, knowledge: Knowledge, diagnostics: Diagnostics) -> list[Connector]:
    """The connectors of one document alone."""
    return to_connectors([stated_by(reading, knowledge, diagnostics)], knowledge, diagnostics)


def to_envelopes(
    stated: list[Stated], vendor: str, knowledge: Knowledge, diagnostics: Diagnostics
) -> dict[str, list[Property]]:
    """The envelopes of a vendor's requests, by role, from all of its documents."""
    envelopes: dict[str, list[Property]] = {}
    for each in _in_order_of_date(stated):
        for role, properties in each.envelopes.items():
            earlier = envelopes.get(role, [])
            subject = f"{vendor} {role} envelope"
            differing = Diagnostics(each.file)
            envelopes[role] = merge_properties(earlier, properties, each.document, subject, differing)
            diagnostics.extend(differing)
    for role, envelope in envelopes.items():
        settled = Diagnostics(max(stated, key=lambda each: (each.date, each.document)).file)
        _settle([as_connector(vendor, role, envelope)], {}, knowledge, settled)
        diagnostics.extend(settled)
    return envelopes


def _in_order_of_date(stated: Iterable[Stated]) -> list[Stated]:
    """The earliest document first; one without a date is earlier than any with one."""
    return sorted(stated, key=lambda each: (each.date, each.document))


def _settle(
    connectors: list[Connector], places: dict[str, str], knowledge: Knowledge, diagnostics: Diagnostics
) -> None:
    """Holds what is known of connectors against itself, and marks the secrets."""
    reconcile(connectors, places, diagnostics)
    enforce(connectors)
    knowledge.secrecy.mark_all(connectors)
    make_consistent(connectors, diagnostics)


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

    @property
    def repairs(self) -> str:
        """In one line, how often each rule has put a declaration right; empty where none has."""
        counts = Counter(found.code for found in self.diagnostics)
        told = [f"{counts[rule.code]:,} {rule.code}" for rule in REPAIRS if counts[rule.code]]
        return f"declarations put right: {', '.join(told)}" if told else ""


def build_catalog(layout: Layout) -> Built:
    """The catalog, from the captures, corrections and glossary of a project."""
    diagnostics, summary = Diagnostics(), Summary()
    knowledge = load_knowledge(layout, diagnostics)
    profiles = load_profiles(layout.vendors, diagnostics)
    vendors = to_vendors(profiles)
    if not layout.secrecy.is_file():
        diagnostics.error("secrecy-format", layout.secrecy.name, "the table of secrecy is missing")
    glossary = load_glossary(layout.glossary, diagnostics)
    stated: dict[str, list[Stated]] = {}
    origins: list[Origin] = []
    for path in capture_paths(layout.captures):
        found = Diagnostics(path.relative_to(layout.root).as_posix())
        reading = read_records(path, None, found, vendors=vendors, corrections=knowledge.corrections.of_examples)
        if reading is not None and reading.origin is not None:
            summary.add(reading.records)
            origins.append(reading.origin)
            stated.setdefault(reading.records.vendor, []).append(stated_by(reading, knowledge, found))
        diagnostics.extend(found)
    knowledge.corrections.report_stale(diagnostics)
    connectors: list[Connector] = []
    envelopes: dict[str, dict[str, list[Property]]] = {}
    for vendor, documents in stated.items():
        connectors += to_connectors(documents, knowledge, diagnostics)
        found_envelopes = to_envelopes(documents, vendor, knowledge, diagnostics)
        if found_envelopes:
            envelopes[vendor] = found_envelopes
    ordered = in_order(connectors)
    described, total = glossary.describe(list(ordered))
    for vendor, roles in envelopes.items():
        for role, envelope in roles.items():
            glossary.describe_envelope(envelope, vendor, role, vendor.title())
    return Built(
        Catalog(ordered, envelopes, tuple(origins), profiles), diagnostics, summary, described, total, glossary.unused
    )
