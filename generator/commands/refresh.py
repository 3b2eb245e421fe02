"""``refresh``: fetches the vendors' documents and generates the catalog and all outputs from them."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from pathlib import Path

from generator.changes.formats import as_markdown, as_text
from generator.commands import generate
from generator.commands.capture_request import Outcome, Request
from generator.commands.capturing import Capturing
from generator.commands.fetching import Fetch, Listed, fetched, known_document, listed_documents, unlisted
from generator.commands.regenerating import regenerate
from generator.diagnostics import Diagnostics
from generator.documents.answer import Version
from generator.documents.fetch import fetch
from generator.files.workspace import Notify, Workspace, alone, silent
from generator.paths import Layout
from generator.pipeline.project import Advance
from generator.profiles.profile import load_profiles


@dataclasses.dataclass(frozen=True)
class Options:
    """The options of the command.

    Attributes:
        vendors: The vendors whose documents are fetched; empty for all.
        accept_removals: Whether connectors, envelopes and properties may be lost.
        force: Whether to fetch and read documents without a newer version, too.
        dry_run: Whether to write only the summary.
        summary: The file for the changes in Markdown, written only if the documents have changed.
        jobs: The number of processes that print; ``None`` for one per core.
    """

    vendors: Sequence[str] = ()
    accept_removals: bool = False
    force: bool = False
    dry_run: bool = False
    summary: Path | None = None
    jobs: int | None = None


@dataclasses.dataclass
class Refreshed:
    """The result of a run.

    Attributes:
        diagnostics: The findings; after an error, nothing was written.
        documents: A line for each document with its outcome.
        changes: The changes of the catalog, in lines.
        files: Lines about the files that were written.
        summary: The last line.
    """

    diagnostics: Diagnostics
    documents: list[str] = dataclasses.field(default_factory=list)
    changes: list[str] = dataclasses.field(default_factory=list)
    files: list[str] = dataclasses.field(default_factory=list)
    summary: str = "nothing is written"


def refresh(
    layout: Layout,
    options: Options,
    advance: Advance,
    notify: Notify = silent,
    *,
    fetch: Fetch = fetch,
) -> Refreshed:
    """Fetch the documents, capture those that have changed, and generate everything; after an error, write nothing.

    Args:
        layout: The project.
        options: The options of the command.
        advance: Called while connectors are printed.
        notify: Called with a line at each stage.
        fetch: Fetches a document.

    Raises:
        OSError: A file could not be written; the old files are in place, unless the file is the summary.
    """
    with alone(layout.root, notify) as workspace:
        reading = _Reading(layout, options, workspace, fetch, notify)
        found, captures = reading.run()
        if found.diagnostics.failed:
            return found
        if not captures:
            found.summary = "nothing has changed"
            return found
        notify("generating the catalog and all outputs")
        request = generate.Request(layout.root, jobs=options.jobs, accept_removals=options.accept_removals)
        made = regenerate(layout, captures, workspace, request, advance, dry_run=options.dry_run)
        found.diagnostics.extend(made.diagnostics)
        if made.report is not None:
            found.changes = list(as_text(made.report))
            found.files = made.files
            found.summary = f"{made.summary}; nothing is written" if options.dry_run else made.summary
            if options.summary is not None:
                options.summary.write_text("\n".join(as_markdown(made.report)) + "\n", encoding="utf-8")
        return found


class _Reading:
    """Fetches documents, reads them, and collects their captures."""

    def __init__(self, layout: Layout, options: Options, workspace: Workspace, fetch: Fetch, notify: Notify) -> None:
        self._layout = layout
        self._options = options
        self._folder = workspace.create() / "fetched"
        self._fetch = fetch
        self._notify = notify
        self._capturing = Capturing(layout)
        self._today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()

    def run(self) -> tuple[Refreshed, dict[str, str]]:
        """Return the outcomes of the documents, and the texts of captures and of the history by their paths."""
        found = Refreshed(self._capturing.diagnostics)
        profiles = load_profiles(self._layout.vendors, Diagnostics())
        for document in listed_documents(profiles, self._options.vendors):
            diagnostics = Diagnostics(document.full_name)
            state = f"skipped: {document.profile.not_served}"
            if document.profile.url is not None:
                state = self._refreshed(document, diagnostics)
            found.documents.append(f"{document.full_name}: {state}")
            found.diagnostics.extend(diagnostics)
        for name in unlisted(self._layout, profiles, self._options.vendors):
            found.documents.append(f"{name}: skipped: the vendor's profile does not list it under documents")
        return found, self._capturing.texts()

    def _refreshed(self, document: Listed, diagnostics: Diagnostics) -> str:
        """Fetch and read a document; return its outcome."""
        known = known_document(self._layout, document, diagnostics)
        if known is not None and known.date > self._today:
            # Its new date would make the document older than it was.
            message = (
                f"the capture has the date {known.date}, but it is {self._today} now (UTC); expected a date before"
            )
            diagnostics.error("document-date", "/document/date", message)
        if diagnostics.failed:
            return Outcome.FAULTY.value
        self._notify(f"{document.full_name}: fetching {document.profile.url}")
        answer = fetched(document, known, self._fetch, diagnostics, again=self._options.force)
        if answer is None:
            return "not fetched"
        return "not modified" if answer.content is None else self._read(document, answer.content, answer.version)

    def _read(self, document: Listed, content: bytes, version: Version) -> str:
        page = self._folder / document.full_name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(content)
        request = Request(
            vendor=document.vendor,
            name=document.name,
            url=document.profile.url or "",
            date=self._today,
            accept_removals=True,  # Losses are found when all documents are joined.
            version=version,
            only_changes=True,
            refuses_unknown=True,
        )
        return self._capturing.add(page, request, document.full_name).value
