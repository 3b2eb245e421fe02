"""Collects the captures of documents and their history, without writing them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from generator import internal_error
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
from generator.pipeline.reading import Reading, capture_text, read_records
from generator.pipeline.summary import Summary
from generator.pipeline.vendor import connectors_of, entries_of
from generator.profiles.profile import to_vendors
from templates.connector_catalog.wording import join_or, quote


@dataclasses.dataclass
class _Collected:
    """The texts of captures, the history that includes their documents, and the vendors whose history has changed."""

    history: History
    captures: dict[Path, str] = dataclasses.field(default_factory=dict)
    vendors: set[str] = dataclasses.field(default_factory=set)

    def copy(self) -> _Collected:
        return _Collected(self.history, {**self.captures}, {*self.vendors})


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
        self._collected = _Collected(self._knowledge.history)

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
                collected = self._collected.copy()
                is_new = self._add_reading(collected, reading, request, diagnostics)
                if not diagnostics.failed:
                    self._collected = collected
                    outcome = Outcome.CHANGED if is_new else Outcome.UNCHANGED
                self.summary += Summary.of(reading.records)
        self.diagnostics.extend(diagnostics)
        return outcome

    def texts(self) -> dict[str, str]:
        """Return the files to write by their paths in the project; none if the project's tables have an error."""
        if self._unusable:
            return {}
        texts = {**self._collected.captures}
        for vendor in sorted(self._collected.vendors):
            texts[self._layout.history / f"{vendor}.json"] = history_text(self._collected.history, vendor)
        return {path.relative_to(self._layout.root).as_posix(): text for path, text in texts.items()}

    def _add_reading(self, collected: _Collected, reading: Reading, request: Request, diagnostics: Diagnostics) -> bool:
        """Add what a document states; return ``False`` if its capture states the same, and is to be skipped then."""
        connectors, envelopes = entries_of(reading, self._knowledge, diagnostics)
        origin = self._with_address(_origin(reading, request))
        if not request.history_only:
            if request.name and origin.name != f"{request.vendor or origin.vendor}/{request.name}":
                message = f"the document is a capture of {origin.name}; expected {request.name}"
                diagnostics.error("capture-name", "", message)
            path = capture_path(self._layout.captures, origin.name)
            _report_name(origin, path in collected.captures, diagnostics)
            self._report_unlisted(origin, diagnostics)
            if is_capture_name(origin.name, origin.vendor):
                previous = known_origin(path)
                if previous is not None and request.only_changes and _is_capture(path, reading, previous):
                    return False
                _report_lost_date(previous, origin, diagnostics)
                collected.captures[path] = capture_text(reading, _with_url_of(previous, origin))
            if not request.accept_removals:
                root, name = self._layout.root, origin.name
                report_removals(load_catalog(root, diagnostics).values(), connectors, diagnostics, name)
                report_lost_envelopes(load_envelopes(root, diagnostics), envelopes, diagnostics, name)
        _add_history(collected, reading, origin, self._knowledge, diagnostics)
        return True

    def _with_address(self, origin: Origin) -> Origin:
        """Return a document with the URL that its vendor's profile lists for it, unless it states one."""
        profile = self._knowledge.profiles.get(origin.vendor)
        listed = profile.documents.get(origin.name.partition("/")[2]) if profile is not None else None
        url = listed.url if listed is not None else None
        return dataclasses.replace(origin, url=url) if url and not origin.url else origin

    def _report_unlisted(self, origin: Origin, diagnostics: Diagnostics) -> None:
        """Add a warning for a document that is not among those in its vendor's profile, and so has no address."""
        profile, name = self._knowledge.profiles.get(origin.vendor), origin.name.partition("/")[2]
        if profile is not None and profile.documents and name not in profile.documents:
            expected = join_or(quote(sorted(profile.documents)))
            message = f"the profile of {origin.vendor} has no document {name!r}; expected {expected}, with --name"
            diagnostics.warning("unlisted-document", "", message)


def _is_capture(path: Path, reading: Reading, origin: Origin) -> bool:
    """Return whether a file is the capture of this document."""
    return capture_text(reading, origin).encode() == path.read_bytes()


def _with_url_of(previous: Origin | None, origin: Origin) -> Origin:
    """Return a document with the URL of its previous capture, unless it states one: a newer copy has the same URL."""
    return dataclasses.replace(origin, url=previous.url) if previous is not None and not origin.url else origin


def _report_lost_date(previous: Origin | None, origin: Origin, diagnostics: Diagnostics) -> None:
    """Add an error for a document without a date whose capture has one: their order would be lost."""
    if previous is not None and previous.date and not origin.date:
        message = f"the capture is dated {previous.date}, but the new document has no date; pass --date"
        diagnostics.error("no-date", "", message)


def _add_history(
    collected: _Collected, reading: Reading, origin: Origin, knowledge: Knowledge, diagnostics: Diagnostics
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
        before = collected.history
        collected.history = before.with_document(origin.name, origin.date, connectors)
        collected.vendors.add(origin.vendor)
        if origin.date in before.documents.get(origin.name, ()) and collected.history != before:
            message = "the history has this document, but less of it: make the history again (catalog/README.md)"
            diagnostics.warning("history-incomplete", "", message)


def _report_name(origin: Origin, is_taken: bool, diagnostics: Diagnostics) -> None:
    if not is_capture_name(origin.name, origin.vendor):
        message = f"invalid capture name {origin.name!r}; expected {origin.vendor}/ and letters, digits, _ . -"
        diagnostics.error("capture-name", "", message)
    elif is_taken:
        diagnostics.error("capture-name", "", f"duplicate capture name {origin.name}; use --name")


def _origin(reading: Reading, request: Request) -> Origin:
    """Return the origin that a capture states, or that of any other document, with the options of the request."""
    if reading.origin is not None:
        url, date = request.url or reading.origin.url, request.date or reading.origin.date
        return dataclasses.replace(reading.origin, url=url, date=date)
    records, document = reading.records, reading.document
    stem = records.connectors[0].type if len(records.connectors) == 1 else stem_without_date(document.name)
    return Origin(
        name=f"{records.vendor}/{request.name or stem}",
        vendor=records.vendor,
        kind=document.kind.value,
        url=request.url,
        date=request.date or document.date,
        sha256=document.sha256,
        version=request.version,
    )
