"""Describes a connector, with its counterparts at the other vendors of its system.

Needs the standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .registry import definition_of
from .system import System, system_of

_VARIANT = re.compile(r"\[[^\[\]]+\]")


def describe(vendor: str, type: str) -> dict[str, Any]:
    """Return a connector as the catalog has it, with two more examples: ``minimal`` and ``full``.

    ``system`` has the counterparts of the connector and its properties at other vendors, if there are any.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    described = definition_of(vendor, type)
    system = system_description(vendor, type, described["steps"])
    return described if system is None else described | {"system": system}


def system_path(path: str) -> str:
    """Return a property's path without the names of variants, as systems use it."""
    return _VARIANT.sub("", path)


def system_description(vendor: str, type: str, steps: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Return the system of a connector with the counterparts of its properties; ``None`` if it has no system.

    Args:
        vendor: The connector's vendor.
        type: The id that the vendor's API takes.
        steps: The steps of the connector, as the catalog has them.
    """
    system = system_of(vendor, type)
    if system is None:
        return None
    linked = _linked(system, vendor)
    own_paths = dict.fromkeys(path for step in steps for path in paths(step["properties"]))
    return {
        "name": system.name,
        "title": system.title,
        "connectors": {each: list(ids) for each, ids in system.connectors.items()},
        "properties": {path: linked[path] for path in own_paths if path in linked},
    }


def _linked(system: System, vendor: str) -> dict[str, dict[str, list[str]]]:
    """Return the corresponding paths of the other vendors, by path of a vendor."""
    return {
        path: {other: list(paths) for other, paths in link.paths.items() if other != vendor}
        for link in system.links
        for path in link.paths.get(vendor, ())
    }


def paths(properties: Sequence[Mapping[str, Any]], above: str = "") -> Iterator[str]:
    """Yield the paths of properties, as in the catalog, and of their nested properties."""
    for each in properties:
        path = above + each["name"]
        yield path
        for holder, inner in ((each, f"{path}."), (each.get("items") or {}, f"{path}[].")):
            yield from paths(holder.get("properties") or (), inner)
            for variant in holder.get("variants") or ():
                yield from paths(variant["properties"], inner)
