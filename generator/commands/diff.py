"""``diff``: what changed between two catalogs, or between two documents."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector, Property
from generator.commands.extract import extract
from generator.diagnostics import Diagnostics
from generator.paths import Layout

_LEFT_OUT = ("properties", "items", "sources", "inferred")


@dataclasses.dataclass
class Compared:
    """The changes, one line each, and what there is to say of the two sides."""

    changes: list[str]
    diagnostics: Diagnostics


def compare(layout: Layout, old: Path, new: Path) -> Compared:
    """Compares the connectors of two sides: each a project's folder, or a document.

    A line begins with ``+`` for what is new, ``-`` for what is gone, ``~`` for a field that is another one.
    """
    diagnostics = Diagnostics()
    before, after = (_properties(_connectors(layout, side, diagnostics)) for side in (old, new))
    changes = [f"- {key}" for key in before if key not in after]
    changes += [f"+ {key}" for key in after if key not in before]
    changes += [f"~ {key} {line}" for key in before if key in after for line in _fields(before[key], after[key])]
    return Compared(sorted(changes, key=lambda line: (line[2:], line)), diagnostics)


def _connectors(layout: Layout, side: Path, diagnostics: Diagnostics) -> list[Connector]:
    if side.is_dir():
        return list(load_catalog(side, diagnostics).values())
    found = extract(layout, [side], None)
    diagnostics.extend(found.diagnostics)
    return found.connectors


def _properties(connectors: list[Connector]) -> dict[str, dict[str, Any]]:
    """The facts of each property, and of each connector itself, by key and path."""
    found: dict[str, dict[str, Any]] = {}
    for connector in connectors:
        found[connector.key] = {"name": connector.name, "status": connector.status}
        found |= {f"{connector.key} {step}.{path}": _facts(each) for step, path, each in connector.paths()}
    return found


def _facts(found: Property) -> dict[str, Any]:
    return {field: value for field, value in found.to_json().items() if field not in _LEFT_OUT}


def _fields(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    names = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    return [f"{name}: {_shown(old.get(name))} → {_shown(new.get(name))}" for name in names]


def _shown(value: Any) -> str:
    return "not stated" if value is None else json.dumps(value, ensure_ascii=False)
