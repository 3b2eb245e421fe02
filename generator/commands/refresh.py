"""``refresh``: fetches the documents again from the addresses that their captures state, and captures them."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from generator.commands.capture import Captured, Capturing, Request
from generator.diagnostics import Diagnostics
from generator.documents.fetch import fetch
from generator.documents.store import Origin, capture_paths
from generator.paths import Layout
from generator.workspace import Notify, alone, silent

Fetch = Callable[[str, Diagnostics], bytes | None]


def refresh(
    layout: Layout,
    vendors: Collection[str],
    *,
    accept_removals: bool = False,
    fetch: Fetch = fetch,
    notify: Notify = silent,
) -> Captured:
    """Fetch the vendors' documents, by default all, and capture them at once; an error leaves a capture unchanged.

    Raises:
        OSError: A file could not be written; the old files are in place.
    """
    with alone(layout.root, notify) as workspace, tempfile.TemporaryDirectory() as folder:
        capturing = Capturing(layout)
        found = capturing.result
        for path in capture_paths(layout.captures):
            origin = Origin.from_json(json.loads(path.read_text(encoding="utf-8")).get("document"))
            if origin is None or (vendors and origin.vendor not in vendors):
                continue
            diagnostics = Diagnostics(origin.name)
            content = _fetched(origin, fetch, diagnostics)
            found.diagnostics.extend(diagnostics)
            if content is not None:
                page = Path(folder, origin.name)
                page.parent.mkdir(exist_ok=True)
                page.write_bytes(content)
                capturing.add(page, _request(origin, accept_removals=accept_removals))
        capturing.write(workspace)
        return found


def _fetched(origin: Origin, fetch: Fetch, diagnostics: Diagnostics) -> bytes | None:
    if not origin.url:
        diagnostics.warning("no-address", "", "the capture states no URL; capture the document from a file")
        return None
    return fetch(origin.url, diagnostics)


def _request(origin: Origin, *, accept_removals: bool) -> Request:
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return Request(origin.vendor, origin.name.partition("/")[2], origin.url, today, accept_removals)
