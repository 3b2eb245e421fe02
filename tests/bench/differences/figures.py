"""Compares pairs of the vendors' documents in both ways."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonpatch

from generator.changes.comparison import changes_between
from generator.changes.patch import patches_between
from generator.commands.sides import load_sides
from generator.diagnostics import Diagnostics
from generator.files.folders import files_in
from generator.paths import PROJECT, Layout
from generator.serialize import dumps
from tests.bench.differences.explanation import Explained, explained
from tests.bench.differences.openapi_walk import airbyte, fivetran
from tests.bench.differences.statements import Document, differences
from tests.bench.differences.stitch_walk import stitch
from tests.bench.figure import Figure

DOCUMENTS = PROJECT.parent / "shared" / "documents"
PAIRS: dict[str, tuple[Callable[[Path], Document], str, str]] = {
    "stitch": (stitch, "connect-api-2021-01.html", "source-destination-reference-2026-08.html"),
    "fivetran": (fivetran, "openapi-2025-12.json", "openapi-2026-05.json"),
    "airbyte": (airbyte, "openapi-2025-06.yaml", "openapi-2026-06.yaml"),
}


@dataclasses.dataclass
class Compared:
    """Two documents of a vendor, compared in both ways.

    Attributes:
        explained: The differences and the changes, and those of either that the other lacks.
        wrong_files: The names of the catalog's files that the patches do not make as they are.
        files: The number of files of the new document.
    """

    explained: Explained
    wrong_files: list[str]
    files: int


def compare(vendor: str) -> Compared | None:
    """Compare two documents of a vendor in both ways; ``None`` where they are not at hand."""
    walk, *names = PAIRS[vendor]
    paths = [DOCUMENTS / vendor / name for name in names]
    if not all(each.is_file() for each in paths):
        return None
    old, new = load_sides(Layout(), str(paths[0]), str(paths[1]), Diagnostics())
    found = explained(differences(*map(walk, paths)), changes_between(old.entries, new.entries), _corrected())
    patched = apply_patches(old.files, patches_between(old.files, new.files))
    wrong = [
        name
        for name in {*patched, *new.files}
        if name not in patched or name not in new.files or dumps(patched[name]) != dumps(new.files[name])
    ]
    return Compared(found, sorted(wrong), len(new.files))


def apply_patches(files: Mapping[str, Any], patches: Mapping[str, Any]) -> dict[str, Any]:
    """Return the files that the patches of the JSON format make of others."""
    patched = copy.deepcopy(dict(files))
    for name, change in patches.items():
        if change is None:
            del patched[name]
        elif "content" in change:
            patched[name] = change["content"]
        else:
            patched[name] = jsonpatch.apply_patch(patched[name], change["patch"])
    return patched


def figures() -> Iterator[Figure]:
    """Yield the differences of each vendor's documents on which the comparisons do not agree."""
    for vendor in PAIRS:
        found = compare(vendor)
        names = (
            f"differences of {vendor}'s documents that only one of diff and an independent comparison names",
            f"files of {vendor}'s documents that the patches do not make byte for byte",
        )
        if found is None:
            yield from (Figure(each, None, "", most=0, detail=f"no documents in {DOCUMENTS}") for each in names)
            continue
        yield Figure(
            names[0], len([*found.explained.lines()]), "", most=0, detail=f"of {found.explained.found.total()}"
        )
        yield Figure(names[1], len(found.wrong_files), "", most=0, detail=f"of {found.files}")


def _corrected() -> set[tuple[str, str]]:
    """Return the connectors and places of the project's corrections."""
    found = [each for path in files_in(Layout().corrections, ".json") for each in json.loads(path.read_bytes())]
    return {(each["connector"], f"{each['step']}.{each['path']}") for each in found if "path" in each}
