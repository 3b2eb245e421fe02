"""``generate``: makes the catalog and all outputs from the project's captures."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from generator import paths
from generator.base_url import BaseUrl, read_base_url
from generator.diagnostics import Diagnostics
from generator.files import tree
from generator.files.workspace import Notify, Workspace, alone, silent, workspace
from generator.paths import Layout
from generator.pipeline.cache import Cache

if TYPE_CHECKING:
    from generator.pipeline.project import Advance, ProjectFiles

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
    # Imported here: a run that has nothing to do ends before the stages are loaded.
    from generator.outputs.workers import load_engine

    # Nearly every change leads to something to print. The engine loads while the stages do.
    load_engine(request.processes)
    from generator.pipeline.project import Options, build_project

    # Objects live until the end of the run: a collection of garbage would find none.
    gc.disable()
    try:
        options = Options(request.processes, request.accept_removals, base_url, advance)
        project = build_project(layout, layout, options, cache)
        built = project.built
        found = Generated(built.diagnostics, str(built.summary), [built.repairs] if built.repairs else [])
        if project.files is not None:
            _write_or_check(project.files, request, found, workspace)
            if cache is not None:
                found.changes += remember(cache, project.files, found.summary)
        return found
    finally:
        gc.enable()


def remember(cache: Cache, files: ProjectFiles, summary: str) -> list[str]:
    """Keep the digests of the current files; return a line if that fails."""
    try:
        cache.remember(files.digests(), summary)
    except OSError as fault:
        # The files are in place: only the next run is slower.
        return [f"the cache cannot be written ({fault.strerror}); the next run compares all files again"]
    return []


def _write_or_check(files: ProjectFiles, request: Request, found: Generated, workspace: Workspace | None) -> None:
    difference = tree.compare(request.output, files.texts, OWNED, files.unchanged)
    if workspace is not None:
        from generator.files.replacement import replace

        replace(workspace, files.texts, difference, OWNED, files.unchanged)
        found.changes.append(difference.counts())
        return
    found.changes += difference.lines()
    if difference:
        message = f"{len(difference.lines())} generated files are not current; `make generate` writes them"
        found.diagnostics.error("not-current", "", message)
