"""``refresh``: fetches the documents again from the addresses that their captures state, and captures them."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from generator.commands.capture import Captured, Request, capture
from generator.diagnostics import Diagnostics
from generator.documents.fetch import fetch
from generator.documents.store import Origin, capture_paths
from generator.paths import Layout
from generator.summary import Summary

Fetch = Callable[[str, Diagnostics], bytes | None]


def refresh(
    layout: Layout, vendors: Collection[str], *, accept_removals: bool = False, fetch: Fetch = fetch
) -> Captured:
    """Fetch and capture the vendors' documents, by default all; an error leaves a capture unchanged."""
    found = Captured([], Diagnostics(), Summary())
    for path in capture_paths(layout.captures):
        origin = Origin.from_json(json.loads(path.read_text(encoding="utf-8")).get("document"))
        if origin is None or (vendors and origin.vendor not in vendors):
            continue
        diagnostics = Diagnostics(origin.name)
        if not origin.url:
            diagnostics.warning("no-address", "", "the capture states no URL; capture the document from a file")
            found.diagnostics.extend(diagnostics)
            continue
        content = fetch(origin.url, diagnostics)
        found.diagnostics.extend(diagnostics)
        if content is not None:
            _add(found, _captured(layout, origin, content, accept_removals=accept_removals))
    return found


def _captured(layout: Layout, origin: Origin, content: bytes, *, accept_removals: bool) -> Captured:
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    name = origin.name.partition("/")[2]
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, name)
        page.write_bytes(content)
        return capture(layout, [page], Request(origin.vendor, name, origin.url, today, accept_removals))


def _add(found: Captured, more: Captured) -> None:
    found.written += more.written
    found.diagnostics.extend(more.diagnostics)
    found.summary += more.summary
