"""Adopted connections as Python that uses the models, in the form that formatters leave as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..entry import Entry
from ..python_source import arguments, literal
from ..registry import find
from ..requests import places_of, shape_of, take_apart
from .adopted import Connection
from .file_names import variable_name

_INDENT = "    "
_LINE = "\n"


def python_text(connections: Sequence[Connection], package: str) -> str:
    """Return a module with a request for each connection; its name is the connection's own.

    Args:
        connections: The connections, of connectors that are known.
        package: The name by which the module imports the models' package.
    """
    entries = [find(each.vendor, each.type) for each in connections]
    parts = [_imports(entries, package)]
    used: set[str] = set()
    for each, entry in zip(connections, entries, strict=True):
        base, number = variable_name(each.name), 1
        name = base
        while name in used:
            number += 1
            name = f"{base}_{number}"
        used.add(name)
        parts.append(f"{name} = {_request(entry, each.request or {})}\n")
    return '"""Requests that create connections."""\n\n' + "\n".join(parts)


def _imports(entries: Sequence[Entry], package: str) -> str:
    lines = []
    for vendor in sorted({each.vendor for each in entries}):
        models = sorted({each.model for each in entries if each.vendor == vendor})
        several = "".join(f"{_INDENT}{each},\n" for each in models)
        lines.append(f"from {package}.{vendor} import {models[0] if len(models) == 1 else f'({_LINE}{several})'}\n")
    return "".join(lines)


def _request(entry: Entry, request: dict[str, Any]) -> str:
    """Return an expression for a request: by the model's constructor, or by ``from_payload`` where that cannot."""
    parts, places, shape = take_apart(entry, request), places_of(entry), shape_of(entry)
    properties = {name: each for name, each in parts.properties.items() if name != shape.id_in_main_part}
    is_plain = not parts.repeated and all(parts.places[name] == places.get(name) for name in properties)
    if not is_plain or shape.main_part not in parts.given or not parts.envelope.keys().isdisjoint(shape.parts):
        return f"{entry.model}.from_payload({literal(request)}).to_payload()"
    return f"{entry.model}({arguments(properties)}).to_payload({arguments(parts.envelope)})"
