"""Builds all files of a project in memory: its catalog, and the outputs that are made from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from generator.base_url import BaseUrl
from generator.catalog.catalog import Catalog
from generator.context.catalog_shape import catalog_shape_of
from generator.context.fault import OutputError
from generator.outputs.files import generated_files
from generator.outputs.sources import sources_of
from generator.paths import Layout
from generator.pipeline.cache import Cache, digest_of
from generator.pipeline.catalog import Built, build_catalog
from generator.pipeline.kept_outputs import KeptOutputs
from generator.pipeline.old_catalog import OldCatalog, load_old_catalog

Advance = Callable[[int, int], None]
"""Called with the number of connectors printed so far, and the number of all to print."""


@dataclasses.dataclass(frozen=True)
class ProjectFiles:
    """The files that a project is to have.

    Attributes:
        texts: The text of each file, by path.
        unchanged: The digest of each further file, which is on disk as it should be, by path.
    """

    texts: Mapping[str, str]
    unchanged: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def digests(self) -> dict[str, str]:
        """Return the digest of each file by path."""
        return {**self.unchanged, **{path: digest_of(text.encode()) for path, text in self.texts.items()}}


@dataclasses.dataclass(frozen=True)
class BuiltProject:
    """A project's new catalog and files.

    Attributes:
        built: The catalog, and the findings.
        old: What the catalog on disk has and the new one lacks or has changed.
        files: The files; ``None`` after an error.
    """

    built: Built
    old: OldCatalog
    files: ProjectFiles | None


@dataclasses.dataclass(frozen=True)
class Options:
    """How a project is built.

    Attributes:
        processes: The number of processes that print.
        accept_removals: Whether connectors, envelopes and properties may disappear.
        base_url: Where the schemas are published.
        advance: Called while connectors are printed.
    """

    processes: int
    accept_removals: bool
    base_url: BaseUrl
    advance: Advance


def build_project(inputs: Layout, project: Layout, options: Options, cache: Cache | None) -> BuiltProject:
    """Build the catalog and all outputs.

    Args:
        inputs: The captures and tables.
        project: The project whose catalog is replaced.
        options: How it is built.
        cache: The results of earlier runs; ``None`` to build everything.
    """
    built = build_catalog(inputs, cache, options.processes)
    catalog = dataclasses.replace(built.catalog, base_url=options.base_url)
    built = dataclasses.replace(built, catalog=catalog)
    texts = catalog.files()
    old = load_old_catalog(project, texts, built.diagnostics)
    if not options.accept_removals:
        old.report_losses(catalog, built.diagnostics)
    if built.diagnostics.failed:
        return BuiltProject(built, old, None)
    try:
        return BuiltProject(built, old, _files(catalog, texts, options, cache))
    except OutputError as fault:
        built.diagnostics.error(fault.code, fault.path, str(fault))
        return BuiltProject(built, old, None)


def _files(catalog: Catalog, texts: Mapping[str, str], options: Options, cache: Cache | None) -> ProjectFiles:
    """Return the files of a catalog; connectors whose files are on disk already are not printed again."""
    shape = catalog_shape_of(catalog)
    if cache is None:
        return ProjectFiles({**texts, **generated_files(shape, {}, options.processes, options.advance).files})
    kept = KeptOutputs(cache, sources_of(shape, texts))
    current = kept.current()
    parts = {key: each.shared for key, each in current.items()}
    printed = generated_files(shape, parts, options.processes, options.advance, kept.audited())
    kept.keep_audited(printed.audited)
    kept.keep(printed.printed)
    unchanged = {path: digest for each in current.values() for path, digest in each.digests.items()}
    return ProjectFiles({**texts, **printed.files}, unchanged)
