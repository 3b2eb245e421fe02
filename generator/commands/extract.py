"""``extract``: prints the connectors of documents, as a table or in catalog form, or what no rule reads of them."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path

from generator import internal_error
from generator.blocks.block import Page
from generator.catalog.connector import Connector
from generator.catalog.context import load_knowledge
from generator.catalog.envelope import Envelope
from generator.catalog.property_paths import property_paths
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.pipeline.reading import read_records
from generator.pipeline.summary import Summary
from generator.pipeline.vendor import entries_of
from generator.profiles.profile import to_vendors
from generator.records.unread import unread_sentences
from templates.connector_catalog.escaping import shown


@dataclasses.dataclass
class Extraction:
    """The connectors and envelopes of documents, in the order of the documents.

    Attributes:
        unread: The sentences of pages that no rule reads, each after its document and place.
    """

    connectors: list[Connector]
    envelopes: list[Envelope]
    diagnostics: Diagnostics
    summary: Summary
    unread: list[str] = dataclasses.field(default_factory=list)


def extract(layout: Layout, documents: Iterable[Path], vendor: str | None) -> Extraction:
    """Read documents; one that cannot be read is an error among the diagnostics."""
    extraction = Extraction([], [], Diagnostics(), Summary())
    knowledge = load_knowledge(layout, extraction.diagnostics)
    vendors = to_vendors(knowledge.profiles)
    corrections = knowledge.corrections.of_examples
    for path in documents:
        diagnostics = Diagnostics(str(path))
        with internal_error.reading(str(path)):
            reading = read_records(path, vendor, diagnostics, vendors=vendors, corrections=corrections)
            if reading is not None:
                extraction.summary += Summary.of(reading.records)
                connectors, envelopes = entries_of(reading, knowledge, diagnostics)
                extraction.connectors += connectors
                extraction.envelopes += envelopes
                if isinstance(reading.blocks, Page):
                    found = unread_sentences(reading.blocks, reading.coverage)
                    extraction.unread += [f"{path}: {place}: {sentence}" for place, sentence in found]
        extraction.diagnostics.extend(diagnostics)
    return extraction


def as_json(extraction: Extraction) -> str:
    """Return the connectors as a JSON list, in ASCII: a terminal may show it."""
    return json.dumps([connector.to_json() for connector in extraction.connectors], indent=2) + "\n"


def as_unread(extraction: Extraction) -> str:
    """Return a line per sentence that no rule reads."""
    return "".join(f"{shown(line)}\n" for line in extraction.unread)


def as_table(extraction: Extraction) -> str:
    """Return a line per property, those of envelopes last; a connector without properties has one line."""
    rows = [("connector", "step", "property", "type", "requirement")]
    for connector in extraction.connectors:
        no_properties = [(connector.key, "", f"({connector.status}, no properties)", "", "")]
        properties = [
            (connector.key, step, path, "/".join(each.types), each.requirement or "")
            for step, path, each in connector.paths()
        ]
        rows += properties or no_properties
    for envelope in extraction.envelopes:
        key = f"{envelope.vendor}/{envelope.role}"
        for step in envelope.steps:
            found = property_paths(step.properties)
            rows += [(key, step.name, path, "/".join(each.types), each.requirement or "") for path, each in found]
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "".join(f"{line.rstrip()}\n" for line in lines)
