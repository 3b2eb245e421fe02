"""Describes a connector, with its counterparts at the other vendors of its system.

Needs the standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .property_definitions import walk
from .registry import definition_of
from .system import System, system_of


def describe(vendor: str, type: str) -> dict[str, Any]:
    """Return a connector as the catalog has it, with two more examples: ``minimal`` and ``full``.

    ``system`` has the counterparts of the connector and its properties at other vendors, if there are any.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    described = definition_of(vendor, type)
    system = system_description(vendor, type, described["steps"])
    return described if system is None else described | {"system": system}


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
    own_paths = dict.fromkeys(each.system_path for step in steps for each in walk(step["properties"]))
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
