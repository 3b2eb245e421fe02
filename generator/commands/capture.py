"""``capture``: keeps the facts of documents in the project, so that a clone can rebuild the catalog offline."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector, Property
from generator.catalog.context import load_knowledge
from generator.catalog.editing import map_steps
from generator.catalog.guard import report_removals
from generator.diagnostics import Diagnostics
from generator.documents.document import stem_without_date
from generator.documents.store import Origin, capture_path, is_capture_name, known_url
from generator.paths import Layout
from generator.pipeline import connectors_of
from generator.reading import Reading, capture_text, read_records
from generator.summary import Summary
from generator.tree import write_atomically


@dataclasses.dataclass(frozen=True)
class Request:
    """What the user asks for; an empty field means: find it out from the document."""

    vendor: str | None = None
    name: str | None = None
    url: str = ""
    date: str = ""
    accept_removals: bool = False


@dataclasses.dataclass
class Captured:
    """The files that were written, and what there is to say of them."""

    written: list[Path]
    diagnostics: Diagnostics
    summary: Summary


def capture(layout: Layout, documents: Iterable[Path], request: Request) -> Captured:
    """Writes the captures of documents; where one of them has an error, none is written."""
    found = Captured([], Diagnostics(), Summary())
    knowledge = load_knowledge(layout, found.diagnostics)
    texts: dict[Path, str] = {}
    for path in documents:
        diagnostics = Diagnostics(str(path))
        reading = read_records(path, request.vendor, diagnostics)
        if reading is not None:
            connectors = connectors_of(reading, knowledge, diagnostics)
            origin = _origin(reading, request)
            path_of_capture = capture_path(layout.captures, origin.name)
            if not origin.url:
                # The page has moved to a newer copy, not to another address.
                origin = dataclasses.replace(origin, url=known_url(path_of_capture))
            _report_name(origin, path_of_capture in texts, diagnostics)
            if not request.accept_removals:
                known = load_catalog(layout.root, diagnostics).values()
                report_removals(_from_document(known, origin.name), connectors, diagnostics)
            found.summary.add(reading.records)
            texts[path_of_capture] = capture_text(reading, origin)
        found.diagnostics.extend(diagnostics)
    if not found.diagnostics.failed:
        for path, text in texts.items():
            write_atomically(path, text)
            found.written.append(path)
    return found


def _report_name(origin: Origin, is_taken: bool, diagnostics: Diagnostics) -> None:
    if not is_capture_name(origin.name, origin.vendor):
        message = f"{origin.name!r} is no name for a capture; expected letters, digits, _ . -"
        diagnostics.error("capture-name", "", message)
    elif is_taken:
        diagnostics.error("capture-name", "", f"two of the documents would be the capture {origin.name}; expected one")


def _from_document(known: Iterable[Connector], document: str) -> list[Connector]:
    """What of the catalog comes from this document alone: another one keeps what it knows too."""
    return [
        map_steps(each, lambda step: step.with_fields(properties=_only_from(step.properties, document)))
        for each in known
        if any(source.document == document for source in each.sources)
    ]


def _only_from(properties: tuple[Property, ...], document: str) -> tuple[Property, ...]:
    kept = [each for each in properties if {source.document for source in each.sources} <= {document}]
    nested = [(each, _only_from(each.children, document)) for each in kept]
    return tuple(each.with_children(children) if each.children else each for each, children in nested)


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
