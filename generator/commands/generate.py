"""``generate``: makes the catalog and all outputs from the project's captures."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from generator import paths, tree
from generator.base_url import BaseUrl, read_base_url
from generator.cache import Cache
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.workspace import Notify, Workspace, alone, silent, workspace

if TYPE_CHECKING:
    from generator.catalog.catalog import Catalog

Advance = Callable[[int, int], None]
"""Called with the number of connectors printed so far, and the number of all to print."""

OWNED = (paths.CONNECTORS, paths.ENVELOPES, paths.GENERATED)
"""The folders that hold outputs and nothing else."""


@dataclasses.dataclass(frozen=True)
class Request:
    """The options of the command.

    ``jobs`` is ``None`` for one process per core, ``base_url`` where the project states it.
    """

    output: Path
    check: bool = False
    jobs: int | None = None
    accept_removals: bool = False
    base_url: str | None = None

    @property
    def processes(self) -> int:
        """The number of processes that print."""
        return self.jobs or os.cpu_count() or 1


@dataclasses.dataclass
class Generated:
    """The result of a run: lines about changed files, and the last line."""

    diagnostics: Diagnostics
    summary: str
    changes: list[str] = dataclasses.field(default_factory=list)


def generate(layout: Layout, request: Request, advance: Advance, notify: Notify = silent) -> Generated:
    """Build everything that has changed in memory, then write the files that differ; after an error, write nothing.

    ``notify`` is called with a line if another run is in progress.

    Raises:
        OSError: A file could not be read or written; the old files are in place.
    """
    diagnostics = Diagnostics()
    base_url = read_base_url(layout.root, request.base_url, diagnostics)
    if diagnostics.failed:
        return Generated(diagnostics, "nothing is generated")
    if request.check:
        # A check trusts nothing that an earlier run has kept.
        return _build(layout, request, advance, base_url)
    with alone(layout.root, notify) as project, _workspace_of(request.output, project) as workspace:
        cache = Cache(layout, project, request.output, OWNED, base_url)
        remembered = cache.remembered()
        if remembered is not None:
            return Generated(Diagnostics(), f"{remembered}; nothing has changed")
        return _build(layout, request, advance, base_url, cache, workspace)


def _workspace_of(output: Path, project: Workspace) -> AbstractContextManager[Workspace]:
    return contextlib.nullcontext(project) if output == project.root else workspace(output)


def _build(
    layout: Layout,
    request: Request,
    advance: Advance,
    base_url: BaseUrl,
    cache: Cache | None = None,
    workspace: Workspace | None = None,
) -> Generated:
    # Objects live until the end of the run: a collection of garbage would find none.
    gc.disable()
    try:
        found, files = _built(layout, request, advance, base_url, cache)
        if not found.diagnostics.failed:
            _write_or_check(files, request, found, workspace)
            if cache is not None:
                found.changes += remember(cache, files, found.summary)
        return found
    finally:
        gc.enable()


def _built(
    layout: Layout, request: Request, advance: Advance, base_url: BaseUrl, cache: Cache | None
) -> tuple[Generated, Mapping[str, str]]:
    """Return the result and the expected text of each file; after an error, no files."""
    # Imported here: a run that has nothing to do ends before the stages are loaded.
    from generator.commands.old_catalog import load_old_catalog
    from generator.context.fault import OutputError
    from generator.outputs.workers import load_engine
    from generator.pipeline import build_catalog

    # Nearly every change leads to something to print.
    load_engine(request.processes)
    built = build_catalog(layout, cache)
    found = Generated(built.diagnostics, str(built.summary), [built.repairs] if built.repairs else [])
    catalog = dataclasses.replace(built.catalog, base_url=base_url)
    texts = catalog.files()
    if not request.accept_removals:
        load_old_catalog(layout, texts, built.diagnostics).report_losses(catalog, built.diagnostics)
    if found.diagnostics.failed:
        return found, {}
    try:
        return found, texts | outputs_of(catalog, texts, request, advance, cache)
    except OutputError as fault:
        found.diagnostics.error(fault.code, fault.path, str(fault))
        return found, {}


def remember(cache: Cache, files: Mapping[str, str], summary: str) -> list[str]:
    """Keep the digests of the current files; return a line if that fails."""
    try:
        cache.remember(files, summary)
    except OSError as fault:
        # The files are in place: only the next run is slower.
        return [f"the cache cannot be written ({fault.strerror}); the next run compares all files again"]
    return []


def outputs_of(
    catalog: Catalog, texts: Mapping[str, str], request: Request, advance: Advance, cache: Cache | None
) -> dict[str, str]:
    """Return the generated files of a catalog; unchanged connectors come from the cache."""
    from generator.outputs.catalog_files import elsewhere_in
    from generator.outputs.files import generated_files
    from generator.outputs.printed import ConnectorFiles
    from generator.outputs.sources import sources_of

    if cache is None:
        return generated_files(catalog, {}, request.processes, advance).files
    elsewhere = elsewhere_in(catalog)
    sources = sources_of(catalog, texts, elsewhere)
    loaded = {key: ConnectorFiles.from_json(cache.load(f"connectors/{key}", source)) for key, source in sources.items()}
    kept = {key: each for key, each in loaded.items() if each is not None}
    audited = cache.load("audited", "")
    audited = audited if isinstance(audited, list) else []
    made = generated_files(catalog, kept, request.processes, advance, audited, elsewhere)
    cache.keep("audited", "", sorted(made.audited))
    for key, each in made.printed.items():
        cache.keep(f"connectors/{key}", sources[key], each.to_json())
    return made.files


def _write_or_check(files: Mapping[str, str], request: Request, found: Generated, workspace: Workspace | None) -> None:
    difference = tree.compare(request.output, files, OWNED)
    if workspace is not None:
        from generator.replacement import replace

        replace(workspace, files, difference, OWNED)
        found.changes.append(difference.counts())
        return
    found.changes += difference.lines()
    if difference:
        message = f"{len(difference.lines())} generated files are not current; `make generate` writes them"
        found.diagnostics.error("not-current", "", message)
