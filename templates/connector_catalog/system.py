"""Systems that several vendors connect to, with links between the properties that mean the same.

The reviewed links are in ``catalog/systems/`` in the project and in ``data/systems.json`` in the package. Needs the
standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

ROLES = ("source", "destination")


class Link(NamedTuple):
    """Properties of several vendors that mean the same.

    Attributes:
        paths: Dotted paths by vendor, without step and variants, with ``[]`` after a list of objects. Several paths of
            a vendor are alternatives; the first is preferred.
        values: Rows of listed values that mean the same, by vendor, as text; the first matching row is used. Values
            without a row are the same for all vendors.
        units: Units of numbers by vendor, if the connectors do not state them.
    """

    paths: Mapping[str, tuple[str, ...]]
    values: tuple[Mapping[str, str], ...]
    units: Mapping[str, str]


class System(NamedTuple):
    """A system that vendors read data from, or write data to.

    Attributes:
        name: The name of the system. A source and a destination may share it.
        title: Display name.
        role: ``source`` or ``destination``.
        connectors: Ids of connectors by vendor; the first is preferred.
        links: The properties that mean the same.
        without_counterpart: Paths of properties without a counterpart at the other vendors, by vendor.
    """

    name: str
    title: str
    role: str
    connectors: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]
    without_counterpart: Mapping[str, tuple[str, ...]]


@cache
def systems() -> tuple[System, ...]:
    """Return the systems of the catalog in the order of their names, once for each role."""
    text = resources.files(__package__).joinpath("data", "systems.json").read_text(encoding="utf-8")
    definitions = json.loads(text).items()
    return tuple(_system(name, role, each) for name, each in definitions for role in ROLES if role in each)


def system_of(vendor: str, type: str) -> System | None:
    """Return the system of a connector; ``None`` if no other connector is known to belong to the same system."""
    return _by_connector().get((vendor, type))


@cache
def _by_connector() -> Mapping[tuple[str, str], System]:
    return {(vendor, each): system for system in systems() for vendor, ids in system.connectors.items() for each in ids}


def _system(name: str, role: str, definition: Mapping[str, Any]) -> System:
    in_role = definition[role]
    return System(
        name,
        definition["title"],
        role,
        _tuples(in_role["connectors"]),
        tuple(map(_link, in_role.get("links", ()))),
        _tuples(in_role.get("without", {})),
    )


def _link(definition: Mapping[str, Any]) -> Link:
    return Link(_tuples(definition["paths"]), tuple(definition.get("values", ())), definition.get("units", {}))


def _tuples(by_vendor: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {vendor: tuple(listed) for vendor, listed in by_vendor.items()}
