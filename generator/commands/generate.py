"""``generate``: make the catalog and all outputs from the project's captures."""

from __future__ import annotations

import dataclasses
import gc
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator import cache, paths, tree
from generator.diagnostics import Diagnostics
from generator.paths import Layout

if TYPE_CHECKING:
    from generator.catalog.catalog import Catalog
    from generator.outputs.printed import ConnectorFiles
    from generator.outputs.workers import Workers
    from generator.pipeline import Built

_OWNED = (paths.CONNECTORS, paths.ENVELOPES, paths.GENERATED)


@dataclasses.dataclass(frozen=True)
class Request:
    """The options of the command; ``jobs`` is ``None`` for one process per core."""

    output: Path
    check: bool = False
    jobs: int | None = None
    accept_removals: bool = False


@dataclasses.dataclass
class Generated:
    """The result of a run: lines about changed files, and the last line."""

    diagnostics: Diagnostics
    summary: str
    changes: list[str] = dataclasses.field(default_factory=list)


def generate(layout: Layout, request: Request, advance: Callable[[int, int], None]) -> Generated:
    """Build everything that has changed in memory, then write what differs; with an error, nothing is written."""
    if request.check:
        # A check trusts nothing that an earlier run has kept.
        return _build(layout, request, advance)
    tools = cache.digest_of_tools()
    stamp = cache.Stamp(layout, request.output, _OWNED, tools)
    remembered = stamp.remembered()
    if remembered is not None:
        return Generated(Diagnostics(), f"{remembered}; nothing has changed")
    return _build(layout, request, advance, tools, stamp)


def _build(
    layout: Layout,
    request: Request,
    advance: Callable[[int, int], None],
    tools: str | None = None,
    stamp: cache.Stamp | None = None,
) -> Generated:
    # Imported here: a run that has nothing to do ends before the stages are loaded.
    from generator.outputs.workers import Workers
    from generator.pipeline import build_catalog

    # Objects live until the end of the run: a collection of garbage would find none.
    gc.disable()
    try:
        with Workers(request.jobs or os.cpu_count() or 1) as workers:
            # The workers load their engine while the documents are read.
            workers.start()
            built = build_catalog(layout)
            found = Generated(built.diagnostics, str(built.summary), [built.repairs] if built.repairs else [])
            files = _files(layout, request, built, _Kept(layout, tools), workers, advance)
    finally:
        gc.enable()
    if files is not None:
        _write_or_check(files, request, found)
        if stamp is not None:
            stamp.remember(files, found.summary)
    return found


def _write_or_check(files: dict[str, str], request: Request, found: Generated) -> None:
    difference = tree.compare(request.output, files, _OWNED)
    if not request.check:
        tree.apply(request.output, files, difference)
        found.changes.append(
            f"{len(difference.missing):,} files new, {len(difference.changed):,} changed, "
            f"{len(difference.leftover):,} removed"
        )
        return
    found.changes += difference.lines()
    if difference:
        message = f"{len(difference.lines())} generated files are not current; `make generate` writes them"
        found.diagnostics.error("not-current", "", message)


def _files(
    layout: Layout,
    request: Request,
    built: Built,
    kept: _Kept,
    workers: Workers,
    advance: Callable[[int, int], None],
) -> dict[str, str] | None:
    """Return all files by their path; ``None`` where a diagnostic is an error."""
    from generator.catalog.catalog import load_catalog
    from generator.catalog.guard import report_removals
    from generator.context.fault import OutputError
    from generator.outputs.files import generated_files

    texts = built.catalog.files()
    if not request.accept_removals:
        changed = load_catalog(layout.root, built.diagnostics, texts)
        report_removals(changed.values(), built.catalog.connectors, built.diagnostics)
    if built.diagnostics.failed:
        return None
    try:
        made = generated_files(built.catalog, kept.load(built.catalog, texts), workers, advance)
    except OutputError as fault:
        built.diagnostics.error(fault.code, fault.path, str(fault))
        return None
    kept.keep(made.printed)
    return texts | made.files


class _Kept:
    """The outputs of connectors that an earlier run has kept.

    Args:
        layout: The project.
        tools: The digest of what shapes the outputs beside the data; ``None`` to keep and load nothing.
    """

    def __init__(self, layout: Layout, tools: str | None) -> None:
        self._tools = tools
        self._cache = cache.ConnectorCache(layout.cache / "connectors")
        self._sources: dict[str, str] = {}

    def load(self, catalog: Catalog, texts: Mapping[str, str]) -> dict[str, ConnectorFiles]:
        """Return the outputs of the connectors that are as they were, by key."""
        from generator.catalog.catalog import connector_path
        from generator.outputs.catalog_files import documented
        from generator.outputs.printed import ConnectorFiles

        if self._tools is None:
            return {}
        origins = {origin.name: str(origin) for origin in catalog.documents}
        profiles = {name: str(profile) for name, profile in catalog.profiles.items()}
        self._sources = {
            each.key: cache.digest_of(
                self._tools,
                texts[connector_path(each)],
                origins[each.sources[0].document],
                profiles[each.vendor],
            )
            for each in documented(catalog)
        }
        found = {key: ConnectorFiles.from_json(self._cache.load(key, source)) for key, source in self._sources.items()}
        return {key: each for key, each in found.items() if each is not None}

    def keep(self, printed: Mapping[str, ConnectorFiles]) -> None:
        """Keep what this run has printed."""
        for key, each in printed.items() if self._tools is not None else ():
            self._cache.keep(key, self._sources[key], each.to_json())
