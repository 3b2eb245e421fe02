"""The sides of a comparison: a document, a capture, a catalog's or a project's folder, or a git revision."""

from __future__ import annotations

import dataclasses
import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pydantic

from generator import paths
from generator.catalog.catalog import Catalog, load_catalog
from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.changes.comparison import Entries
from generator.commands.extract import extract
from generator.diagnostics import Diagnostics
from generator.folders import files_below, files_in
from generator.paths import Layout
from generator.strict_data.load import load_json

_CODE = "no-such-side"
_GIT_SECONDS = 60


@dataclasses.dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes:
        entries: Its connectors and envelopes by key.
        files: The values of the catalog's files by their paths in a project.
    """

    entries: Entries
    files: Mapping[str, Any]

    @property
    def connectors(self) -> int:
        """The number of connectors."""
        return sum(not isinstance(each, Envelope) for each in self.entries.values())


def load_side(layout: Layout, name: str, diagnostics: Diagnostics) -> Side:
    """Return one side; a name that is neither a path nor a revision is an error.

    Args:
        layout: The project whose tables are used to read documents, and whose repository has the revisions.
        name: A path, or a git revision.
        diagnostics: Where errors go.
    """
    path = Path(name)
    if path.is_dir():
        return _of_folder(path, diagnostics)
    if path.exists():
        return _of_document(layout, path, diagnostics)
    with tempfile.TemporaryDirectory() as folder:
        if not _take_out(layout.root, name, Path(folder), diagnostics):
            return Side({}, {})
        return _of_folder(Path(folder), diagnostics)


def _of_folder(folder: Path, diagnostics: Diagnostics) -> Side:
    root = folder
    if not (root / paths.CONNECTORS).is_dir() and (root / "connectors").is_dir():
        # The folder of a catalog, which has its own name: a project's folder has it as "catalog".
        root = folder.resolve().parent
        if root / paths.CATALOG != folder.resolve():
            diagnostics.error(_CODE, str(folder), f"expected a project's folder, or one with the name {paths.CATALOG}")
            return Side({}, {})
    if not (root / paths.CONNECTORS).is_dir():
        diagnostics.error(_CODE, str(folder), f"expected a folder with {paths.CONNECTORS}")
        return Side({}, {})
    connectors = load_catalog(root, diagnostics).values()
    envelopes = _envelopes(root, diagnostics)
    names = files_below(root, paths.CONNECTORS) | files_below(root, paths.ENVELOPES) | {paths.INDEX, paths.META_SCHEMA}
    files = {
        name: load_json(root / name, "catalog-format", diagnostics) for name in sorted(names) if (root / name).is_file()
    }
    return Side(_by_key(connectors, envelopes), files)


def _by_key(connectors: Iterable[Connector], envelopes: Iterable[Envelope]) -> Entries:
    return {each.key: each for each in connectors} | {each.key: each for each in envelopes}


def _envelopes(root: Path, diagnostics: Diagnostics) -> list[Envelope]:
    found: list[Envelope] = []
    for path in files_in(root / paths.ENVELOPES, ".json"):
        data = load_json(path, "catalog-format", diagnostics)
        try:
            for role, properties in (data or {}).get("envelopes", {}).items():
                stated = {"vendor": path.stem, "role": role, "name": path.stem, "properties": properties}
                found.append(Envelope.model_validate(stated))
        except (pydantic.ValidationError, AttributeError):
            diagnostics.error("catalog-format", path.name, "expected envelopes by role")
    return found


def _of_document(layout: Layout, path: Path, diagnostics: Diagnostics) -> Side:
    found = extract(layout, [path], None)
    diagnostics.extend(found.diagnostics)
    envelopes: dict[str, dict[str, Envelope]] = {}
    for each in found.envelopes:
        envelopes.setdefault(each.vendor, {})[each.role] = each
    catalog = Catalog(tuple(found.connectors), envelopes, ())
    texts = catalog.files()
    files = {name: json.loads(text) for name, text in texts.items() if name not in (paths.INDEX, paths.META_SCHEMA)}
    return Side(_by_key(found.connectors, found.envelopes), files)


def _take_out(root: Path, revision: str, folder: Path, diagnostics: Diagnostics) -> bool:
    """Write the catalog of a git revision into a folder; return whether there is one."""
    if revision.startswith("-"):
        diagnostics.error(_CODE, revision, "expected a path or a git revision")
        return False
    call = ["git", "-C", str(root), "archive", "--format=tar", revision, "--", paths.CATALOG]
    try:
        done = subprocess.run(call, capture_output=True, check=False, timeout=_GIT_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as fault:
        diagnostics.error(_CODE, revision, f"no such file, and git cannot be asked: {type(fault).__name__}")
        return False
    if done.returncode != 0:
        diagnostics.error(_CODE, revision, f"no such file, and no git revision with {paths.CATALOG} in {root}")
        return False
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return True
