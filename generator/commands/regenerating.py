"""Builds the catalog and all outputs from new captures, and writes everything at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.base_url import read_base_url
from generator.changes.report import Report
from generator.commands import generate
from generator.diagnostics import Diagnostics
from generator.files.disk import link_or_copy, write
from generator.files.replacement import replace
from generator.files.tree import compare
from generator.files.workspace import Workspace
from generator.outputs.workers import load_engine
from generator.paths import Layout
from generator.pipeline.cache import Cache
from generator.pipeline.project import Advance, Options, build_project


@dataclasses.dataclass
class Regenerated:
    """The result of a run.

    Attributes:
        diagnostics: The findings; after an error, nothing was written.
        report: The changes of the catalog; ``None`` after an error.
        summary: The numbers of documents, connectors and properties.
        files: Lines about files.
    """

    diagnostics: Diagnostics
    report: Report | None = None
    summary: str = ""
    files: list[str] = dataclasses.field(default_factory=list)


def regenerate(
    layout: Layout,
    captures: Mapping[str, str],
    workspace: Workspace,
    request: generate.Request,
    advance: Advance,
    *,
    dry_run: bool = False,
) -> Regenerated:
    """Build everything in memory from new captures, then write all files that differ; after an error, write nothing.

    Args:
        layout: The project.
        captures: The texts of captures and of the history by their paths.
        workspace: The project's workspace.
        request: The options of ``generate``.
        advance: Called while connectors are printed.
        dry_run: Whether to write nothing.

    Raises:
        OSError: A file could not be written; the old files are in place.
    """
    found = Regenerated(Diagnostics())
    base_url = read_base_url(layout.root, request.base_url, found.diagnostics)
    if found.diagnostics.failed:
        return found
    inputs = _inputs(layout, captures, workspace)
    cache = Cache(inputs, workspace, request.output, generate.OWNED, base_url)
    load_engine(request.processes)
    options = Options(request.processes, request.accept_removals, base_url, advance)
    project = build_project(inputs, layout, options, cache)
    found.diagnostics, found.summary = project.built.diagnostics, str(project.built.summary)
    files = project.files
    if files is None:
        return found
    found.report = project.old.report_changes(project.built.catalog)
    texts = {**captures, **files.texts}
    difference = compare(request.output, texts, generate.OWNED, files.unchanged)
    found.files.append(difference.counts())
    if not dry_run:
        replace(workspace, texts, difference, generate.OWNED, files.unchanged)
        found.files += generate.remember(cache, files, found.summary)
    return found


def _inputs(layout: Layout, captures: Mapping[str, str], workspace: Workspace) -> Layout:
    """Return a copy of the project's inputs with the new captures in place of the old ones."""
    inputs = Layout(workspace.create() / "inputs")
    kept = {path.relative_to(layout.root).as_posix(): path for path in layout.inputs() if path.is_file()}
    for name in sorted({*kept, *captures}):
        target = inputs.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in captures:
            write(target, captures[name].encode(), sync=False)
        else:
            link_or_copy(kept[name], target)
    return inputs
