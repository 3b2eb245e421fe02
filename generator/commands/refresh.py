"""``refresh``: fetches the documents again from the addresses that their captures state, and captures them."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from generator.commands.capture import Captured, Capturing, Request
from generator.diagnostics import Diagnostics
from generator.documents.fetch import fetch
from generator.documents.store import Origin, capture_paths, has_its_own_path
from generator.paths import Layout
from generator.strict_data.load import load_json
from generator.vendors import Profile, load_profiles
from generator.workspace import Notify, alone, silent

Fetch = Callable[[str, Diagnostics, Collection[str]], bytes | None]


def refresh(
    layout: Layout,
    vendors: Collection[str],
    notify: Notify = silent,
    *,
    accept_removals: bool = False,
    fetch: Fetch = fetch,
) -> Captured:
    """Fetch the vendors' documents, by default all, and capture them at once; an error leaves a capture unchanged.

    Raises:
        OSError: A file could not be written; the old files are in place.
    """
    with alone(layout.root, notify) as workspace, tempfile.TemporaryDirectory() as folder:
        capturing = Capturing(layout)
        found = capturing.result
        profiles = load_profiles(layout.vendors, Diagnostics())
        for path in capture_paths(layout.captures):
            if vendors and path.parent.name not in vendors:
                continue
            diagnostics = Diagnostics(path.relative_to(layout.root).as_posix())
            origin = _origin(layout, path, profiles, diagnostics)
            content = _fetched(origin, profiles[origin.vendor], fetch, diagnostics) if origin is not None else None
            found.diagnostics.extend(diagnostics)
            if origin is not None and content is not None:
                page = Path(folder, origin.name)
                page.parent.mkdir(exist_ok=True)
                page.write_bytes(content)
                capturing.add(page, _request(origin, accept_removals=accept_removals))
        capturing.write(workspace)
        return found


def _origin(layout: Layout, path: Path, profiles: Mapping[str, Profile], diagnostics: Diagnostics) -> Origin | None:
    """Return the document that a capture states, or ``None`` and an error."""
    before = len(diagnostics)
    data = load_json(path, "capture-format", diagnostics)
    origin = Origin.from_json(data.get("document")) if isinstance(data, dict) else None
    if origin is not None and origin.vendor in profiles:
        return origin if has_its_own_path(origin, path, layout.captures, diagnostics) else None
    if len(diagnostics) == before:
        message = "the capture does not state its document, by a valid name and a known vendor"
        diagnostics.error("capture-format", "/document", message)
    return None


def _fetched(origin: Origin, profile: Profile, fetch: Fetch, diagnostics: Diagnostics) -> bytes | None:
    if not origin.url:
        diagnostics.warning("no-address", "", "the capture states no URL; capture the document from a file")
        return None
    return fetch(origin.url, diagnostics, profile.own_hosts)


def _request(origin: Origin, *, accept_removals: bool) -> Request:
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return Request(origin.vendor, origin.name.partition("/")[2], origin.url, today, accept_removals)
