"""``capture``: keeps what documents state in the project, so that a clone can rebuild the catalog offline."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from generator.catalog.catalog import load_catalog
from generator.catalog.context import load_knowledge
from generator.catalog.guard import report_removals
from generator.diagnostics import Diagnostics
from generator.documents.document import stem_without_date
from generator.documents.store import Origin, capture_path, is_capture_name, known_url
from generator.paths import Layout
from generator.pipeline import connectors_of
from generator.reading import Reading, capture_text, read_records
from generator.summary import Summary
from generator.tree import write_atomically
from generator.vendors import to_vendors


@dataclasses.dataclass(frozen=True)
class Request:
    """The user's options; an empty one is derived from the document."""

    vendor: str | None = None
    name: str | None = None
    url: str = ""
    date: str = ""
    accept_removals: bool = False


@dataclasses.dataclass
class Captured:
    """The files that were written, and the diagnostics of the documents."""

    written: list[Path]
    diagnostics: Diagnostics
    summary: Summary


def capture(layout: Layout, documents: Iterable[Path], request: Request) -> Captured:
    """Write the captures of documents; if one of the documents has an error, write none."""
    found = Captured([], Diagnostics(), Summary())
    knowledge = load_knowledge(layout, found.diagnostics)
    vendors = to_vendors(knowledge.profiles)
    corrections = knowledge.corrections.of_examples
    texts: dict[Path, str] = {}
    for path in documents:
        diagnostics = Diagnostics(str(path))
        reading = read_records(path, request.vendor, diagnostics, vendors=vendors, corrections=corrections)
        if reading is not None:
            connectors = connectors_of(reading, knowledge, diagnostics)
            origin = _origin(reading, request)
            path_of_capture = capture_path(layout.captures, origin.name)
            if not origin.url:
                # A newer copy of the same page: its address has not changed.
                origin = dataclasses.replace(origin, url=known_url(path_of_capture))
            _report_name(origin, path_of_capture in texts, diagnostics)
            if not request.accept_removals:
                known = load_catalog(layout.root, diagnostics).values()
                report_removals(known, connectors, diagnostics, origin.name)
            found.summary += Summary.of(reading.records)
            texts[path_of_capture] = capture_text(reading, origin)
        found.diagnostics.extend(diagnostics)
    if not found.diagnostics.failed:
        for path, text in texts.items():
            write_atomically(path, text)
            found.written.append(path)
    return found


def _report_name(origin: Origin, is_taken: bool, diagnostics: Diagnostics) -> None:
    if not is_capture_name(origin.name, origin.vendor):
        message = f"invalid capture name {origin.name!r}; expected {origin.vendor}/ and letters, digits, _ . -"
        diagnostics.error("capture-name", "", message)
    elif is_taken:
        diagnostics.error("capture-name", "", f"duplicate capture name {origin.name}; use --name")


def _origin(reading: Reading, request: Request) -> Origin:
    records, document = reading.records, reading.document
    stem = records.connectors[0].type if len(records.connectors) == 1 else stem_without_date(document.name)
    given = reading.origin
    return Origin(
        name=f"{records.vendor}/{request.name or stem}" if given is None else given.name,
        vendor=records.vendor,
        kind=document.kind.value if given is None else given.kind,
        url=request.url or (given.url if given is not None else ""),
        date=request.date or (given.date if given is not None else document.date),
        sha256=document.sha256 if given is None else given.sha256,
    )
