"""Where a vendor's connectors to a system have each property, by the path that decisions use."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.catalog.property_paths import walk


@dataclasses.dataclass(frozen=True)
class Place:
    """A property of a connector.

    Attributes:
        connector: The connector.
        step: The name of the step.
        path: The property's dotted path, with the names of variants in brackets.
        name: The path in the system.
        property: The property.
    """

    connector: Connector
    step: str
    path: str
    name: str
    property: Property


def places_of(connectors: Iterable[Connector]) -> dict[str, Place]:
    """Return, by path in the system, the first place of each property in connectors of one vendor."""
    places: dict[str, Place] = {}
    for connector in connectors:
        for step in connector.steps:
            for path, name, property_ in walk(step.properties):
                places.setdefault(name, Place(connector, step.name, path, name, property_))
    return places
