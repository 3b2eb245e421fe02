"""``generate``: the catalog and all outputs, from the project's captures."""

from __future__ import annotations

import dataclasses
import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator import cache, paths, tree
from generator.diagnostics import Diagnostics
from generator.paths import Layout

if TYPE_CHECKING:
    from generator.catalog.catalog import Catalog
    from generator.outputs.workers import Workers
    from generator.pipeline import Built

_OWNED = (paths.CONNECTORS, paths.ENVELOPES, paths.GENERATED)


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
    # A check trusts nothing that an earlier run has remembered.
    remembered = None if request.check else stamp.remembered()
    if remembered is not None:
        return Generated(Diagnostics(), f"{remembered}; nothing has changed")
    # What a run builds stays to its end: a collector would look through it over and over, and find nothing.
    gc.disable()
    try:
        return _build(layout, request, advance, stamp)
    finally:
        gc.enable()


def _build(layout: Layout, request: Request, advance: Callable[[int, int], None], stamp: cache.Stamp) -> Generated:
    # The stages are imported here: a run that has nothing to do is over before they would be loaded.
    from generator.outputs.kept_lines import SHARED
    from generator.outputs.workers import Workers
    from generator.pipeline import build_catalog

    known = {} if request.check or not stamp.is_intact(SHARED) else stamp.printed()
    with Workers(request.jobs or os.cpu_count() or 1) as workers:
        # They load their engine while the documents are read.
        workers.start()
        built = build_catalog(layout)
        found = Generated(built.diagnostics, str(built.summary), [built.repairs] if built.repairs else [])
        outputs = _outputs(layout, request, built, known, workers, advance)
    if outputs is None:
        return found
    difference = tree.compare(request.output, outputs.files, _OWNED, outputs.kept)
    if request.check:
        found.changes += difference.lines()
        if difference:
            message = f"{len(difference.lines())} files are not what is generated; `make generate` writes them"
            built.diagnostics.error("not-current", "", message)
        return found
    tree.apply(request.output, outputs.files, difference)
    found.changes.append(
        f"{len(difference.missing):,} files new, {len(difference.changed):,} changed, "
        f"{len(difference.leftover):,} removed"
    )
    changed = (*difference.missing, *difference.changed, *difference.leftover)
    stamp.remember(changed, outputs.printed, found.summary)
    return found


@dataclasses.dataclass(frozen=True)
class _Outputs:
    """Files by path, without those of connectors that are as they were; ``printed`` has these too."""

    files: dict[str, str]
    printed: dict[str, cache.Printed]

    @property
    def kept(self) -> set[str]:
        """The files that are on disk as they should be."""
        return {path for each in self.printed.values() for path in each.files} - set(self.files)


def _outputs(
    layout: Layout,
    request: Request,
    built: Built,
    known: dict[str, cache.Printed],
    workers: Workers,
    advance: Callable[[int, int], None],
) -> _Outputs | None:
    """All that is to be written; ``None`` where there is an error among the diagnostics."""
    from generator.catalog.catalog import load_catalog
    from generator.catalog.guard import report_removals
    from generator.context.fault import OutputError
    from generator.outputs.files import documented, generated_files
    from generator.outputs.kept_lines import read_kept

    sources = _sources(built.catalog)
    kept = {key: known[key] for key, source in sources.items() if key in known and known[key].source == source}
    texts = built.catalog.files(without=kept)
    if not request.accept_removals:
        intact = {path for each in kept.values() for path in each.files} if request.output == layout.root else set()
        changed = load_catalog(layout.root, built.diagnostics, texts, intact)
        report_removals(changed.values(), built.catalog.connectors, built.diagnostics)
    if built.diagnostics.failed:
        return None
    lines = read_kept(request.output, kept)
    fresh = [each for each in documented(built.catalog) if each.key not in kept]
    try:
        printed = generated_files(built.catalog, fresh, lines, workers, advance)
    except OutputError as fault:
        built.diagnostics.error(fault.code, fault.path, str(fault))
        return None
    prints = {key: cache.Printed(sources[key], own) for key, own in printed.own.items()}
    return _Outputs(texts | printed.files, kept | prints)


def _sources(catalog: Catalog) -> dict[str, str]:
    """By key, the digest of all that the files of a connector are printed from."""
    from generator.outputs.files import documented
    from generator.serialize import dumps_line

    origins = {origin.name: str(origin) for origin in catalog.documents}
    return {
        each.key: cache.digest_of_text(dumps_line(each.to_json()), origins[each.sources[0].document])
        for each in documented(catalog)
    }
