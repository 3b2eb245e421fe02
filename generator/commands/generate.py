"""``generate``: the catalog and all outputs, from the project's captures."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

from generator import cache, paths, tree
from generator.diagnostics import Diagnostics
from generator.paths import Layout

_OWNED = (paths.CONNECTORS, paths.VENDORS, paths.GENERATED)


@dataclasses.dataclass(frozen=True)
class Request:
    """What the user asks for. ``jobs`` is ``None`` for one process per core."""

    output: Path
    check: bool = False
    jobs: int | None = None
    accept_removals: bool = False


@dataclasses.dataclass
class Generated:
    """What a run found. ``changes`` are lines about files, ``summary`` is the run's last line."""

    diagnostics: Diagnostics
    summary: str
    changes: list[str] = dataclasses.field(default_factory=list)


def generate(layout: Layout, request: Request, advance: Callable[[int, int], None]) -> Generated:
    """Builds everything that has changed in memory, then writes what differs; with an error, nothing is written."""
    stamp = cache.Stamp(layout, request.output, _OWNED)
    remembered = stamp.remembered()
    if remembered is not None:
        return Generated(Diagnostics(), f"{remembered}; nothing has changed")
    return _build(layout, request, advance, stamp)


def _build(layout: Layout, request: Request, advance: Callable[[int, int], None], stamp: cache.Stamp) -> Generated:
    # The stages are imported here: a run that has nothing to do is over before they would be loaded.
    from generator.catalog.catalog import connector_path, load_changed
    from generator.catalog.guard import report_removals
    from generator.context.fault import OutputError
    from generator.outputs.files import documented, generated_files
    from generator.pipeline import build_catalog

    built = build_catalog(layout)
    found = Generated(built.diagnostics, str(built.summary), [built.repairs] if built.repairs else [])
    texts = built.catalog.files()
    if not request.accept_removals:
        known = load_changed(layout.root, texts, built.diagnostics)
        report_removals(known, built.catalog.connectors, built.diagnostics)
    if built.diagnostics.failed:
        return found
    origins = {origin.name: str(origin) for origin in built.catalog.documents}
    sources = {
        each.key: cache.digest_of_text(texts[connector_path(each)], origins[each.sources[0].document])
        for each in documented(built.catalog)
    }
    known_prints = {} if request.check else stamp.printed()
    kept = {
        key: known_prints[key] for key in sources if key in known_prints and known_prints[key].source == sources[key]
    }
    fresh = [each for each in documented(built.catalog) if each.key not in kept]
    try:
        printed = generated_files(built.catalog, fresh, request.jobs or os.cpu_count() or 1, advance)
    except OutputError as fault:
        built.diagnostics.error(fault.code, fault.path, str(fault))
        return found
    files = texts | printed.files
    difference = tree.compare(request.output, files, _OWNED, {path for each in kept.values() for path in each.files})
    if request.check:
        found.changes += difference.lines()
        if difference:
            message = f"{len(difference.lines())} files are not what is generated; `make generate` writes them"
            built.diagnostics.error("not-current", "", message)
        return found
    tree.apply(request.output, files, difference)
    found.changes.append(
        f"{len(difference.missing):,} files new, {len(difference.changed):,} changed, "
        f"{len(difference.leftover):,} removed"
    )
    prints = kept | {key: cache.Printed(sources[key], own) for key, own in printed.own.items()}
    stamp.remember((*difference.missing, *difference.changed, *difference.leftover), prints, found.summary)
    return found
