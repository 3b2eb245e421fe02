"""Counterparts of connectors and their properties at the other vendors of a system."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from generator.catalog.connector import Connector, Role
from generator.systems.places import Place, places_of
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
    by_id = {(each.vendor, each.role, each.type): each for each in connectors}
    found: dict[str, Elsewhere] = {}
    for system in systems:
        own = {
            vendor: tuple(by_id[vendor, system.role, each] for each in ids) for vendor, ids in system.connectors.items()
        }
        places = {
            vendor: {name: _counterpart(each, titles[vendor]) for name, each in places_of(ones).items()}
            for vendor, ones in own.items()
        }
        for vendor, ones in own.items() if system.has_several_vendors else ():
            others = tuple(
                _named(each, titles[other]) for other, theirs in own.items() if other != vendor for each in theirs
            )
            counterparts = _counterparts(system, vendor, places)
            seen = Elsewhere(system.name, system.role, system.title, others, counterparts)
            found |= dict.fromkeys((each.key for each in ones), seen)
    return found


def _counterparts(
    system: System, vendor: str, places: Mapping[str, Mapping[str, Counterpart]]
) -> dict[str, tuple[Counterpart, ...]]:
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


def _counterpart(place: Place, title: str) -> Counterpart:
    return Counterpart(_named(place.connector, title), place.step, place.path, place.name)
