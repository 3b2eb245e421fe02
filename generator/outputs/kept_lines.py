"""What an earlier run has printed of connectors that are as they were, in the files that have a line for each."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection
from pathlib import Path

from generator.paths import PACKAGE, Layout
from generator.vendors import vendor_names

_DATA = f"{PACKAGE}/data"
_BUNDLES = f"{PACKAGE}/schemas"
_VENDORS = vendor_names(Layout().vendors)

SHARED = tuple(f"{_DATA}/{vendor}.jsonl" for vendor in _VENDORS) + tuple(
    f"{_BUNDLES}/{vendor}.json" for vendor in _VENDORS
)
"""The files that have a line for each connector of a vendor."""


@dataclasses.dataclass(frozen=True)
class KeptLines:
    """Lines by the connectors' keys: of the data, and definitions in the bundles of schemas."""

    lines: dict[str, str] = dataclasses.field(default_factory=dict)
    definitions: dict[str, str] = dataclasses.field(default_factory=dict)


def read_kept(root: Path, keys: Collection[str]) -> KeptLines:
    """The lines of these connectors; those of a connector that has none on disk are missing.

    Args:
        root: The folder that holds the project's outputs.
        keys: ``<vendor>/<role>/<type>`` of each.
    """
    wanted = set(keys)
    kept = KeptLines()
    for vendor in sorted({key.partition("/")[0] for key in wanted}):
        data, bundle = root / _DATA / f"{vendor}.jsonl", root / _BUNDLES / f"{vendor}.json"
        if not (data.is_file() and bundle.is_file()):
            continue
        for line in data.read_text(encoding="utf-8").splitlines():
            head = json.loads(line[: line.index(',"name":')] + "}")
            key = f"{head['vendor']}/{head['role']}/{head['type']}"
            if key in wanted:
                kept.lines[key] = line
        for line in bundle.read_text(encoding="utf-8").splitlines():
            role, _, type_ = line.partition('":{')[0].removeprefix('"').partition(":")
            if (key := f"{vendor}/{role}/{type_}") in wanted:
                kept.definitions[key] = line.removesuffix(",")
    return kept
