"""``capture``: keeps what documents state in the project, so that a clone can rebuild the catalog offline."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from generator import internal_error
from generator.building import connectors_of
from generator.catalog.catalog import load_catalog
from generator.catalog.context import Knowledge, load_knowledge
from generator.catalog.corrections import Corrections
from generator.catalog.guard import report_removals
from generator.catalog.history import History
from generator.catalog.history_file import history_text, is_date
from generator.diagnostics import Diagnostics
from generator.documents.document import stem_without_date
from generator.documents.store import Origin, capture_path, is_capture_name, known_origin
from generator.paths import Layout
from generator.reading import Reading, capture_text, read_records
from generator.replacement import replace
from generator.summary import Summary
from generator.tree import compare
from generator.vendors import to_vendors
from generator.workspace import Notify, Workspace, alone, silent


@dataclasses.dataclass(frozen=True)
class Request:
    """The user's options; an empty one is derived from the document.

    ``history_only`` adds the documents to the history and writes no captures: for documents that are not the latest.
    """

    vendor: str | None = None
    name: str | None = None
    url: str = ""
    date: str = ""
    accept_removals: bool = False
    history_only: bool = False


@dataclasses.dataclass
class Captured:
    """The files that were written, and the diagnostics of the documents."""

    written: list[Path]
    diagnostics: Diagnostics
    summary: Summary


@dataclasses.dataclass
class _Found:
    """The texts of captures, and the history that includes the documents."""

    history: History
    captures: dict[Path, str] = dataclasses.field(default_factory=dict)
    vendors: set[str] = dataclasses.field(default_factory=set)

    def copy(self) -> _Found:
        return _Found(self.history, {**self.captures}, {*self.vendors})


def capture(layout: Layout, documents: Iterable[Path], request: Request, notify: Notify = silent) -> Captured:
    """Write the captures of documents and their history; if one of the documents has an error, write nothing.

    Raises:
        OSError: A file could not be written; the old files are in place.
    """
    with alone(layout.root, notify) as workspace:
        capturing = Capturing(layout)
        for path in documents:
            capturing.add(path, request)
        if not capturing.result.diagnostics.failed:
            capturing.write(workspace)
        return capturing.result


class Capturing:
    """Collects the captures of documents and their history, and writes all of it at once."""

    def __init__(self, layout: Layout) -> None:
        self.result = Captured([], Diagnostics(), Summary())
        self._layout = layout
        self._knowledge = load_knowledge(layout, self.result.diagnostics)
        self._unusable = self.result.diagnostics.failed
        self._vendors = to_vendors(self._knowledge.profiles)
        self._found = _Found(self._knowledge.history)

    def add(self, path: Path, request: Request) -> None:
        """Read a document; with an error, nothing of it is kept."""
        diagnostics = Diagnostics(str(path))
        corrections = self._knowledge.corrections.of_examples
        with internal_error.reading(str(path)):
            reading = read_records(path, request.vendor, diagnostics, vendors=self._vendors, corrections=corrections)
            if reading is not None:
                found = self._found.copy()
                self._add_reading(found, reading, request, diagnostics)
                if not diagnostics.failed:
                    self._found = found
                self.result.summary += Summary.of(reading.records)
        self.result.diagnostics.extend(diagnostics)

    def _add_reading(self, found: _Found, reading: Reading, request: Request, diagnostics: Diagnostics) -> None:
        connectors = connectors_of(reading, self._knowledge, diagnostics)
        origin = _origin(reading, request)
        if not request.history_only:
            if request.name and origin.name != f"{request.vendor or origin.vendor}/{request.name}":
                message = f"the document is a capture of {origin.name}; expected {request.name}"
                diagnostics.error("capture-name", "", message)
            _add_capture(found, self._layout, reading, origin, diagnostics)
            if not request.accept_removals:
                known = load_catalog(self._layout.root, diagnostics).values()
                report_removals(known, connectors, diagnostics, origin.name)
        _add_history(found, reading, origin, self._knowledge, diagnostics)

    def write(self, workspace: Workspace) -> None:
        """Write what differs from the files on disk; nothing if the project's own tables have an error."""
        if self._unusable:
            return
        root = self._layout.root
        texts = {**self._found.captures}
        for vendor in sorted(self._found.vendors):
            texts[self._layout.history / f"{vendor}.json"] = history_text(self._found.history, vendor)
        files = {path.relative_to(root).as_posix(): text for path, text in texts.items()}
        difference = compare(root, files, ())
        replace(workspace, files, difference)
        differing = {*difference.missing, *difference.changed}
        self.result.written += [root / path for path in files if path in differing]


def _add_capture(found: _Found, layout: Layout, reading: Reading, origin: Origin, diagnostics: Diagnostics) -> None:
    path = capture_path(layout.captures, origin.name)
    _report_name(origin, path in found.captures, diagnostics)
    if not is_capture_name(origin.name, origin.vendor):
        return
    known = known_origin(path)
    if known is not None and not origin.url:
        # A newer copy of the same page: its address has not changed.
        origin = dataclasses.replace(origin, url=known.url)
    if known is not None and known.date and not origin.date:
        # Without it, the order of the documents would be lost.
        message = f"the capture has the date {known.date}, the new document has none; give it with --date"
        diagnostics.error("no-date", "", message)
    found.captures[path] = capture_text(reading, origin)


def _add_history(
    found: _Found, reading: Reading, origin: Origin, knowledge: Knowledge, diagnostics: Diagnostics
) -> None:
    if not origin.date:
        diagnostics.note("no-date", "", "the document has no date, so the history leaves it out; --date gives one")
    elif not is_date(origin.date):
        diagnostics.error("document-date", "", f"invalid date {origin.date!r}; expected 2026-05 or 2026-05-31")
    else:
        # What a correction adds is not in the document.
        uncorrected = dataclasses.replace(knowledge, corrections=Corrections())
        connectors = connectors_of(reading, uncorrected, Diagnostics())
        before = found.history
        found.history = before.with_document(origin.name, origin.date, connectors)
        found.vendors.add(origin.vendor)
        if origin.date in before.documents.get(origin.name, ()) and found.history != before:
            message = "the history has this document, but less of it: make the history again (catalog/README.md)"
            diagnostics.warning("history-incomplete", "", message)


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
