"""``npm``: make the TypeScript package from the catalog and the schemas that ``generate`` has made."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import Any

from generator.base_url import read_base_url
from generator.context.fault import OutputError
from generator.diagnostics import Diagnostics
from generator.files import tree
from generator.files.folders import files_below
from generator.files.replacement import replace
from generator.files.workspace import workspace
from generator.outputs.npm import npm_files, schema_files
from generator.paths import PACKAGE, Layout
from generator.pipeline.catalog import build_catalog

_FIELDS = ("name", "version", "description")


@dataclasses.dataclass
class Packaged:
    """The result of a run, and its last line."""

    diagnostics: Diagnostics
    summary: str = "nothing is written"


def npm(layout: Layout, output: Path, base_url: str | None) -> Packaged:
    """Write the package to a folder, which holds nothing else afterwards.

    Raises:
        OSError: A file could not be read or written.
    """
    packaged = Packaged(Diagnostics())
    url = read_base_url(layout.root, base_url, packaged.diagnostics)
    project = _project(layout.root, packaged.diagnostics)
    schemas = _schemas(layout.root, packaged.diagnostics)
    if packaged.diagnostics.failed:
        return packaged
    built = build_catalog(layout)
    packaged.diagnostics.extend(built.diagnostics)
    if packaged.diagnostics.failed:
        return packaged
    try:
        files = npm_files(dataclasses.replace(built.catalog, base_url=url), project) | schemas
    except OutputError as fault:
        packaged.diagnostics.error(fault.code, fault.path, str(fault))
        return packaged
    files["LICENSE"] = (layout.root / "LICENSE").read_text(encoding="utf-8")
    with workspace(output) as staging:
        difference = tree.compare(output, files, tuple({path.partition("/")[0] for path in files if "/" in path}))
        replace(staging, files, difference)
    packaged.summary = f"{len(files):,} files in {output}"
    return packaged


def _project(root: Path, diagnostics: Diagnostics) -> dict[str, str]:
    """Return the metadata of the distribution."""
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
    metadata = {name: str(project[name]) for name in _FIELDS if name in project}
    if len(metadata) < len(_FIELDS):
        diagnostics.error("project", "pyproject.toml", f"expected [project] with {', '.join(_FIELDS)}")
    return metadata


def _schemas(root: Path, diagnostics: Diagnostics) -> dict[str, str]:
    """Return the schemas that ``generate`` has made, by their paths in the package."""
    folder = f"{PACKAGE}/schemas"
    paths = [path for path in files_below(root, folder) if path.endswith(".json")]
    if not paths:
        diagnostics.error("not-generated", folder, "there are no schemas; `make generate` makes them")
    return schema_files({path.removeprefix(f"{folder}/"): (root / path).read_text(encoding="utf-8") for path in paths})
