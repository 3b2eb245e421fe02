"""Compares pairs of the vendors' documents in both ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.changes.comparison import changes_between
from generator.commands.sides import load_side
from generator.diagnostics import Diagnostics
from generator.folders import files_in
from generator.paths import PROJECT, Layout
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


def compare(vendor: str) -> Explained | None:
    """Compare two documents of a vendor in both ways; ``None`` where they are not at hand."""
    walk, *names = PAIRS[vendor]
    old, new = (DOCUMENTS / vendor / name for name in names)
    if not (old.is_file() and new.is_file()):
        return None
    sides = (load_side(Layout(), str(path), Diagnostics()).entries for path in (old, new))
    return explained(differences(walk(old), walk(new)), changes_between(*sides), _corrected())


def figures() -> Iterator[Figure]:
    """Yield the differences of each vendor's documents on which the comparisons do not agree."""
    for vendor in PAIRS:
        name = f"differences of {vendor}'s documents that only one of diff and an independent comparison names"
        result = compare(vendor)
        if result is None:
            yield Figure(name, None, "", most=0, detail=f"the documents are not in {DOCUMENTS}")
        else:
            yield Figure(name, len([*result.lines()]), "", most=0, detail=f"of {result.found.total()}")


def _corrected() -> set[tuple[str, str]]:
    """Return the connectors and places of the project's corrections."""
    found = [each for path in files_in(Layout().corrections, ".json") for each in json.loads(path.read_bytes())]
    return {(each["connector"], f"{each['step']}.{each['path']}") for each in found if "path" in each}
