"""``capture``: keeps the facts of documents in the project, so that a clone can rebuild the catalog offline."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from generator.commands.capture_request import Request
from generator.commands.capturing import Capturing
from generator.diagnostics import Diagnostics
from generator.files.replacement import replace
from generator.files.tree import compare
from generator.files.workspace import Notify, alone, silent
from generator.paths import Layout
from generator.pipeline.summary import Summary

__all__ = ["Captured", "Request", "capture"]


@dataclasses.dataclass
class Captured:
    """The files that were written, and the diagnostics of the documents."""

    written: list[Path]
    diagnostics: Diagnostics
    summary: Summary


def capture(layout: Layout, documents: Iterable[Path], request: Request, notify: Notify = silent) -> Captured:
    """Write the captures of documents and their history; after an error in any document, write nothing.

    Raises:
        OSError: A file could not be written; the old files are in place.
    """
    with alone(layout.root, notify) as workspace:
        capturing = Capturing(layout)
        for path in documents:
            capturing.add(path, request)
        captured = Captured([], capturing.diagnostics, capturing.summary)
        if not captured.diagnostics.failed:
            files = capturing.texts()
            difference = compare(layout.root, files, ())
            replace(workspace, files, difference)
            differing = {*difference.missing, *difference.changed}
            captured.written += [layout.root / path for path in files if path in differing]
        return captured
