"""The systems that several vendors connect to: their connectors, and which of their properties mean the same.

People have reviewed what is here: ``catalog/systems/`` in the project, ``data/systems.json`` in the package. Needs the
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
    """The properties of several vendors that mean the same.

    Attributes:
        paths: By vendor, the property: a dotted path without its step and without variants, with ``[]`` after a list
            of objects. Several are alternatives of which a connector has any; the first is preferred.
        values: Rows of listed values that mean the same, by vendor, as text; the first row that matches is used. Values
            that no row names are the same text for all vendors.
        units: By vendor, the unit of a number where the connectors do not state it.
    """

    paths: Mapping[str, tuple[str, ...]]
    values: tuple[Mapping[str, str], ...]
    units: Mapping[str, str]


class System(NamedTuple):
    """A system that vendors read data from, or write data to.

    Attributes:
        name: The name of the system, which a source and a destination may share.
        title: Display name.
        role: ``source`` or ``destination``.
        connectors: By vendor, the ids that the vendor's API takes; the first is preferred.
        links: The properties that mean the same.
        without_counterpart: By vendor, the properties that no other vendor of the system has.
    """

    name: str
    title: str
    role: str
    connectors: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]
    without_counterpart: Mapping[str, tuple[str, ...]]


@cache
def systems() -> tuple[System, ...]:
    """Return the systems of the catalog in the order of their names; one for each role that a system has."""
    text = resources.files(__package__).joinpath("data", "systems.json").read_text(encoding="utf-8")
    return tuple(
        _system(name, role, stated) for name, stated in json.loads(text).items() for role in ROLES if role in stated
    )


def system_of(vendor: str, type: str) -> System | None:
    """Return the system of a vendor's connector; ``None`` where no other connector is known to be of the same."""
    return _by_connector().get((vendor, type))


@cache
def _by_connector() -> Mapping[tuple[str, str], System]:
    return {(vendor, each): found for found in systems() for vendor, ids in found.connectors.items() for each in ids}


def _system(name: str, role: str, stated: Mapping[str, Any]) -> System:
    of_role = stated[role]
    return System(
        name,
        stated["title"],
        role,
        _tuples(of_role["connectors"]),
        tuple(map(_link, of_role.get("links", ()))),
        _tuples(of_role.get("without", {})),
    )


def _link(stated: Mapping[str, Any]) -> Link:
    return Link(_tuples(stated["paths"]), tuple(stated.get("values", ())), stated.get("units", {}))


def _tuples(by_vendor: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {vendor: tuple(listed) for vendor, listed in by_vendor.items()}
