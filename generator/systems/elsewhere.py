"""Counterparts of connectors and their properties at the other vendors of a system."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.systems.properties import inner_path
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class OtherConnector:
    """A connector of another vendor.

    Attributes:
        vendor: Title of the vendor.
        key: The connector's key.
        name: Display name.
    """

    vendor: str
    key: str
    name: str


@dataclasses.dataclass(frozen=True)
class Counterpart:
    """A corresponding property of another vendor's connector.

    Attributes:
        connector: The connector.
        step: Name of the step.
        path: Dotted path, with the names of variants in brackets.
        name: Dotted path as decisions use it, without variants.
    """

    connector: OtherConnector
    step: str
    path: str
    name: str


@dataclasses.dataclass(frozen=True)
class Elsewhere:
    """The other vendors' part of a connector's system.

    Attributes:
        title: Display name of the system.
        connectors: Connectors of the other vendors, the preferred one of each vendor first.
        counterparts: Corresponding properties of the other vendors, by the path of the connector's own property.
    """

    title: str
    connectors: tuple[OtherConnector, ...]
    counterparts: Mapping[str, tuple[Counterpart, ...]]


_Places = Mapping[str, Counterpart]
"""The first occurrence of each property in a vendor's connectors, by its path without variants."""


def elsewhere_of(
    systems: Iterable[System], connectors: Iterable[Connector], titles: Mapping[str, str]
) -> dict[str, Elsewhere]:
    """Return the counterparts of each connector by its key. Connectors without counterparts are left out.

    Args:
        systems: The systems.
        connectors: The connectors with reference pages.
        titles: Titles of the vendors by name.
    """
    by_id = {(each.vendor, each.role, each.type): each for each in connectors}
    found: dict[str, Elsewhere] = {}
    for system in systems:
        own = {
            vendor: tuple(by_id[vendor, system.role, each] for each in ids) for vendor, ids in system.connectors.items()
        }
        places = {vendor: _places(ones, titles[vendor]) for vendor, ones in own.items()}
        for vendor, ones in own.items() if system.has_several_vendors else ():
            others = tuple(
                _named(each, titles[other]) for other, theirs in own.items() if other != vendor for each in theirs
            )
            seen = Elsewhere(system.title, others, _counterparts(system, vendor, places))
            found |= dict.fromkeys((each.key for each in ones), seen)
    return found


def _counterparts(system: System, vendor: str, places: Mapping[str, _Places]) -> dict[str, tuple[Counterpart, ...]]:
    return {
        path: tuple(
            places[other][each]
            for other, listed in link.paths.items()
            if other != vendor
            for each in listed
            if each in places[other]
        )
        for link in system.links
        for path in link.paths.get(vendor, ())
    }


def _named(connector: Connector, title: str) -> OtherConnector:
    return OtherConnector(title, connector.key, connector.name)


def _places(connectors: Iterable[Connector], title: str) -> dict[str, Counterpart]:
    found: dict[str, Counterpart] = {}
    for connector in connectors:
        for step in connector.steps:
            for name, path in _paths(step.properties):
                found.setdefault(name, Counterpart(_named(connector, title), step.name, path, name))
    return found


def _paths(properties: Iterable[Property], name: str = "", path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of each property without variants, and its path with the names of variants."""
    for each in properties:
        yield name + each.name, path + each.name
        inner = inner_path(name + each.name, each)
        yield from _paths(each.children, inner, f"{path}{each.name}.")
        for variant in each.all_variants:
            yield from _paths(variant.properties, inner, f"{path}{each.name}[{variant.name}].")
