"""Counterparts of connectors and their properties at the other vendors of a system."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Mapping

from generator.catalog.connector import Connector, Role
from generator.systems.places import Place, places_of
from generator.systems.resolution import connectors_by_id
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
        name: The name of the system.
        role: Whether the connector reads from it or writes to it.
        title: Display name of the system.
        connectors: Connectors of the other vendors, the preferred one of each vendor first.
        counterparts: Corresponding properties of the other vendors, by the path of the connector's own property.
    """

    name: str
    role: Role
    title: str
    connectors: tuple[OtherConnector, ...]
    counterparts: Mapping[str, tuple[Counterpart, ...]]


def elsewhere_of(
    systems: Iterable[System], connectors: Iterable[Connector], titles: Mapping[str, str]
) -> dict[str, Elsewhere]:
    """Return the counterparts of each connector by its key. Connectors without counterparts are left out.

    Args:
        systems: The systems.
        connectors: The connectors with reference pages.
        titles: Titles of the vendors by name.
    """
    by_id = connectors_by_id(connectors)
    elsewhere: dict[str, Elsewhere] = {}
    for system in systems:
        if not system.has_several_vendors:
            continue
        members = {
            vendor: tuple(by_id[vendor, system.role, type_] for type_ in ids)
            for vendor, ids in system.connectors.items()
        }
        places = {vendor: _places(own, titles[vendor]) for vendor, own in members.items()}
        for vendor, own in members.items():
            others = tuple(
                _other_connector(each, titles[each.vendor])
                for each in itertools.chain.from_iterable(members.values())
                if each.vendor != vendor
            )
            counterparts = _counterparts(system, vendor, places)
            rest = Elsewhere(system.name, system.role, system.title, others, counterparts)
            elsewhere |= dict.fromkeys((each.key for each in own), rest)
    return elsewhere


def _places(connectors: Iterable[Connector], title: str) -> dict[str, Counterpart]:
    return {name: _counterpart(place, title) for name, place in places_of(connectors).items()}


def _counterparts(
    system: System, vendor: str, places: Mapping[str, Mapping[str, Counterpart]]
) -> dict[str, tuple[Counterpart, ...]]:
    """Return the corresponding properties of the other vendors in a system, by path of a vendor."""
    counterparts: dict[str, tuple[Counterpart, ...]] = {}
    for link in system.links:
        others = ((other, path) for other, path in link.every_path() if other != vendor)
        corresponding = tuple(places[other][path] for other, path in others if path in places[other])
        counterparts |= dict.fromkeys(link.paths.get(vendor, ()), corresponding)
    return counterparts


def _other_connector(connector: Connector, title: str) -> OtherConnector:
    return OtherConnector(title, connector.key, connector.name)


def _counterpart(place: Place, title: str) -> Counterpart:
    return Counterpart(_other_connector(place.connector, title), place.step, place.path, place.name)
