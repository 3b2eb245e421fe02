"""Collects the captures of documents and their history, without writing them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from generator import internal_error
from generator.building import connectors_of, entries_of
from generator.catalog.catalog import load_catalog, load_envelopes
from generator.catalog.context import Knowledge, load_knowledge
from generator.catalog.corrections import Corrections
from generator.catalog.guard import report_lost_envelopes, report_removals
from generator.catalog.history import History
from generator.catalog.history_file import history_text, is_date
from generator.commands.capture_request import Outcome, Request
from generator.diagnostics import Diagnostics
from generator.documents.document import stem_without_date
from generator.documents.store import Origin, capture_path, is_capture_name, known_origin
from generator.paths import Layout
from generator.reading import Reading, capture_text, read_records
from generator.summary import Summary
from generator.vendors import to_vendors


@dataclasses.dataclass
class _Found:
    """The texts of captures, and the history that includes the documents."""

    history: History
    captures: dict[Path, str] = dataclasses.field(default_factory=dict)
    vendors: set[str] = dataclasses.field(default_factory=set)

    def copy(self) -> _Found:
        return _Found(self.history, {**self.captures}, {*self.vendors})


class Capturing:
    """Collects the captures of documents and their history.

    Attributes:
        diagnostics: The findings.
        summary: How much was read.
    """

    def __init__(self, layout: Layout) -> None:
        self.diagnostics = Diagnostics()
        self.summary = Summary()
        self._layout = layout
        self._knowledge = load_knowledge(layout, self.diagnostics)
        self._unusable = self.diagnostics.failed
        self._vendors = to_vendors(self._knowledge.profiles)
        self._found = _Found(self._knowledge.history)

    def add(self, path: Path, request: Request, document: str = "") -> Outcome:
        """Read a document. After an error, nothing of it is kept.

        Args:
            path: The file with the document.
            request: The options for the document.
            document: The name for messages; by default the path.
        """
        diagnostics = Diagnostics(document or str(path))
        corrections = self._knowledge.corrections.of_examples
        outcome = Outcome.FAULTY
        with internal_error.reading(diagnostics.document):
            reading = read_records(path, request.vendor, diagnostics, vendors=self._vendors, corrections=corrections)
            if request.refuses_unknown:
                diagnostics.refuse_unread()
            if reading is not None:
                found = self._found.copy()
                is_new = self._add_reading(found, reading, request, diagnostics)
                if not diagnostics.failed:
                    self._found = found
                    outcome = Outcome.KEPT if is_new else Outcome.SAME
                self.summary += Summary.of(reading.records)
        self.diagnostics.extend(diagnostics)
        return outcome

    def texts(self) -> dict[str, str]:
        """Return the files to write by their paths in the project; none if the project's tables have an error."""
        if self._unusable:
            return {}
        texts = {**self._found.captures}
        for vendor in sorted(self._found.vendors):
            texts[self._layout.history / f"{vendor}.json"] = history_text(self._found.history, vendor)
        return {path.relative_to(self._layout.root).as_posix(): text for path, text in texts.items()}

    def _add_reading(self, found: _Found, reading: Reading, request: Request, diagnostics: Diagnostics) -> bool:
        connectors, envelopes = entries_of(reading, self._knowledge, diagnostics)
        origin = self._with_address(_origin(reading, request))
        if not request.history_only:
            if request.name and origin.name != f"{request.vendor or origin.vendor}/{request.name}":
                message = f"the document is a capture of {origin.name}; expected {request.name}"
                diagnostics.error("capture-name", "", message)
            if not _add_capture(found, self._layout, reading, origin, request, diagnostics):
                return False
            if not request.accept_removals:
                root, name = self._layout.root, origin.name
                report_removals(load_catalog(root, diagnostics).values(), connectors, diagnostics, name)
                report_lost_envelopes(load_envelopes(root, diagnostics), envelopes, diagnostics, name)
        _add_history(found, reading, origin, self._knowledge, diagnostics)
        return True

    def _with_address(self, origin: Origin) -> Origin:
        """Return a document with the URL that its vendor's profile lists for it, unless it states one."""
        profile = self._knowledge.profiles.get(origin.vendor)
        listed = profile.documents.get(origin.name.partition("/")[2]) if profile is not None else None
        url = listed.url if listed is not None else None
        return dataclasses.replace(origin, url=url) if url and not origin.url else origin


def _add_capture(
    found: _Found, layout: Layout, reading: Reading, origin: Origin, request: Request, diagnostics: Diagnostics
) -> bool:
    """Add the text of a capture; return ``False`` if the document states the same as its capture."""
    path = capture_path(layout.captures, origin.name)
    _report_name(origin, path in found.captures, diagnostics)
    if not is_capture_name(origin.name, origin.vendor):
        return True
    known = known_origin(path)
    if known is not None and request.only_changes and capture_text(reading, known).encode() == path.read_bytes():
        return False
    if known is not None and not origin.url:
        # A newer copy of the same page has the same address.
        origin = dataclasses.replace(origin, url=known.url)
    if known is not None and known.date and not origin.date:
        # Without a date, the order of the documents would be lost.
        message = f"the capture has the date {known.date}, the new document has none; give it with --date"
        diagnostics.error("no-date", "", message)
    found.captures[path] = capture_text(reading, origin)
    return True


def _add_history(
    found: _Found, reading: Reading, origin: Origin, knowledge: Knowledge, diagnostics: Diagnostics
) -> None:
    if not origin.date:
        message = "the document has no date: it counts as the oldest, and the history leaves it out; --date gives one"
        diagnostics.warning("no-date", "", message)
    elif not is_date(origin.date):
        diagnostics.error("document-date", "", f"invalid date {origin.date!r}; expected 2026-05 or 2026-05-31")
    else:
        # A correction may add properties that are not in the document.
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
    if given is not None:
        return dataclasses.replace(given, url=request.url or given.url, date=request.date or given.date)
    name, date = f"{records.vendor}/{request.name or stem}", request.date or document.date
    kind, digest = document.kind.value, document.sha256
    return Origin(name, records.vendor, kind, request.url, date, digest, request.version)
