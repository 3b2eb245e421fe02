"""``diff``: compares two catalogs, or two documents."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.commands.extract import extract
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from templates.connector_catalog.constraints import is_same

_IGNORED = ("properties", "items", "sources", "inferred")
_NOT_STATED = object()
Fields = dict[str, Any]


@dataclasses.dataclass
class Compared:
    """The changes, one line each, and the diagnostics of both sides."""

    changes: list[str]
    diagnostics: Diagnostics


def compare(layout: Layout, old: Path, new: Path) -> Compared:
    """Compare the connectors of two sides: each a project's folder, or a document.

    A line begins with ``+`` for an addition, ``-`` for a removal and ``~`` for a field that differs.
    """
    diagnostics = Diagnostics()
    before, after = (_by_path(_connectors(layout, side, diagnostics)) for side in (old, new))
    changes = [f"- {path}" for path in before if path not in after]
    changes += [f"+ {path}" for path in after if path not in before]
    changes += [f"~ {path} {line}" for path in before if path in after for line in _lines(before[path], after[path])]
    return Compared(sorted(changes, key=lambda line: (line[2:], line)), diagnostics)


def _connectors(layout: Layout, side: Path, diagnostics: Diagnostics) -> Iterable[Connector]:
    if side.is_dir():
        return load_catalog(side, diagnostics).values()
    found = extract(layout, [side], None)
    diagnostics.extend(found.diagnostics)
    return found.connectors


def _by_path(connectors: Iterable[Connector]) -> dict[str, Fields]:
    """Return the fields of each connector and of each property by its key, step and path."""
    found: dict[str, Fields] = {}
    for connector in connectors:
        found[connector.key] = {"name": connector.name, "status": connector.status}
        for step, path, each in connector.paths():
            stated = each.to_json()
            found[f"{connector.key} {step}.{path}"] = {name: stated[name] for name in stated if name not in _IGNORED}
    return found


def _lines(old: Fields, new: Fields) -> Iterator[str]:
    """Yield a line for each field that differs."""
    for name in dict.fromkeys([*old, *new]):
        before, after = (fields.get(name, _NOT_STATED) for fields in (old, new))
        if not is_same(before, after):
            yield f"{name}: {_shown(before)} → {_shown(after)}"


def _shown(value: Any) -> str:
    return "not stated" if value is _NOT_STATED else json.dumps(value, ensure_ascii=False)
