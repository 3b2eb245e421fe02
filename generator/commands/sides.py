"""Loads the sides of a comparison: a document, a capture, a catalog's or a project's folder, or a git revision."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
import tempfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from generator import paths
from generator.catalog.catalog import Catalog, load_catalog, load_envelopes
from generator.catalog.envelope import Envelope
from generator.changes.comparison import Entries, entries_of
from generator.commands.extract import Extraction, extract
from generator.diagnostics import Diagnostic, Diagnostics
from generator.folders import files_below
from generator.git import export_revision
from generator.paths import Layout
from generator.second_process import started
from generator.strict_data.load import load_json
from templates.connector_catalog.wording import counted

_CODE = "no-such-side"
_LARGE = 500_000
"""Least size in bytes of a document that is read in a process of its own."""


@dataclasses.dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes:
        entries: Its connectors and envelopes by key.
        load_files: A function that returns the values of the catalog's files by their paths in a project.
        is_document: Whether it is a single document, which covers one vendor only.
    """

    entries: Entries
    load_files: Callable[[], Mapping[str, Any]] = dict
    is_document: bool = False

    @functools.cached_property
    def files(self) -> Mapping[str, Any]:
        """The values of the catalog's files by their paths in a project, loaded on first use."""
        return self.load_files()

    @property
    def vendors(self) -> list[str]:
        """The names of the vendors, sorted."""
        return sorted({each.vendor for each in self.entries.values()})

    def of_vendors(self, vendors: Collection[str]) -> Side:
        """Return the part of this side for these vendors."""
        starts = tuple(f"{paths.CONNECTORS}/{each}/" for each in vendors)
        envelopes = {f"{paths.ENVELOPES}/{each}.json" for each in vendors}

        def load_files() -> dict[str, Any]:
            return {name: each for name, each in self.files.items() if name.startswith(starts) or name in envelopes}

        entries = {key: each for key, each in self.entries.items() if each.vendor in vendors}
        return Side(entries, load_files, self.is_document)

    @property
    def connectors(self) -> int:
        """The number of connectors."""
        return sum(not isinstance(each, Envelope) for each in self.entries.values())


def load_sides(layout: Layout, old: str, new: str, diagnostics: Diagnostics) -> tuple[Side, Side]:
    """Return both sides. A catalog that is compared with a document is limited to the document's vendor.

    Two large documents are read in parallel. Sides without a common vendor are an error.
    """
    sides = _load_both(layout, old, new, diagnostics)
    if not any(each.is_document for each in sides) or not all(each.entries for each in sides):
        return sides
    common = set(sides[0].vendors).intersection(sides[1].vendors)
    if not common:
        names = [" and ".join(each.vendors) for each in sides]
        diagnostics.error("different-vendors", new, f"expected a document of {names[0]}, got one of {names[1]}")
    return sides[0].of_vendors(common), sides[1].of_vendors(common)


def _load_both(layout: Layout, old: str, new: str, diagnostics: Diagnostics) -> tuple[Side, Side]:
    if not all(_is_large(Path(each)) for each in (old, new)) or (os.cpu_count() or 1) == 1:
        return load_side(layout, old, diagnostics), load_side(layout, new, diagnostics)
    with started(_read_document, layout, Path(new)) as other:
        first = _of_document(_read_document(layout, Path(old)), diagnostics)
        return first, _of_document(other(), diagnostics)


def load_side(layout: Layout, name: str, diagnostics: Diagnostics) -> Side:
    """Return one side; a name that is neither a path nor a revision is an error.

    Args:
        layout: The project with the tables to read documents, in the repository with the revisions.
        name: A path, or a git revision.
        diagnostics: Where errors go.
    """
    path = Path(name)
    if path.is_dir():
        return _of_folder(path, name, diagnostics)
    if path.exists():
        return _of_document(_read_document(layout, path), diagnostics)
    with tempfile.TemporaryDirectory() as folder:
        fault = export_revision(layout.root, name, paths.CATALOG, Path(folder))
        if fault:
            diagnostics.error(_CODE, name, fault)
            return Side({})
        side = _of_folder(Path(folder), name, diagnostics)
        files = side.files  # The folder is about to be removed.
        return Side(side.entries, lambda: files)


def _is_large(path: Path) -> bool:
    return path.is_file() and path.stat().st_size >= _LARGE


def _of_folder(folder: Path, name: str, diagnostics: Diagnostics) -> Side:
    root = folder
    if not (root / paths.CONNECTORS).is_dir() and (root / "connectors").is_dir():
        # The folder of a catalog is the subfolder "catalog" of a project.
        root = folder.resolve().parent
        if root / paths.CATALOG != folder.resolve():
            diagnostics.error(_CODE, name, f"expected a project's folder, or one with the name {paths.CATALOG}")
            return Side({})
    if not (root / paths.CONNECTORS).is_dir():
        diagnostics.error(_CODE, name, f"expected a folder with {paths.CONNECTORS}")
        return Side({})
    findings = Diagnostics()
    entries = entries_of(load_catalog(root, findings).values(), load_envelopes(root, findings))
    _report(findings, name, diagnostics)
    return Side(entries, functools.partial(_files, root))


def _report(findings: Diagnostics, name: str, diagnostics: Diagnostics) -> None:
    """Report the first fault of each kind in a catalog."""
    by_code: dict[str, list[Diagnostic]] = {}
    for each in findings:
        by_code.setdefault(each.code, []).append(each)
    for code, faults in by_code.items():
        others = len({each.place.partition(":")[0] for each in faults}) - 1
        more = f" (and {counted(others, 'other file')}; was the catalog written by another version?)" if others else ""
        diagnostics.error(code, f"{name}: {faults[0].place}", f"{faults[0].message}{more}")


def _files(root: Path) -> dict[str, Any]:
    names = files_below(root, paths.CONNECTORS) | files_below(root, paths.ENVELOPES) | {paths.INDEX, paths.META_SCHEMA}
    existing = (name for name in sorted(names) if (root / name).is_file())
    # Unreadable files have been reported with the entries.
    return {name: load_json(root / name, "catalog-format", Diagnostics()) for name in existing}


def _read_document(layout: Layout, path: Path) -> Extraction:
    return extract(layout, [path], None)


def _of_document(extraction: Extraction, diagnostics: Diagnostics) -> Side:
    diagnostics.extend(extraction.diagnostics)
    entries = entries_of(extraction.connectors, extraction.envelopes)
    return Side(entries, functools.partial(_printed_files, extraction), is_document=True)


def _printed_files(extraction: Extraction) -> dict[str, Any]:
    by_vendor: dict[str, dict[str, Envelope]] = {}
    for each in extraction.envelopes:
        by_vendor.setdefault(each.vendor, {})[each.role] = each
    texts = Catalog(tuple(extraction.connectors), by_vendor, ()).files()
    return {name: json.loads(text) for name, text in texts.items() if name not in (paths.INDEX, paths.META_SCHEMA)}
