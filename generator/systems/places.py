"""Where a vendor's connectors to a system have each property, by the path that decisions use."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.systems.properties import inner_path


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
            for name, path, property_ in _paths(step.properties):
                places.setdefault(name, Place(connector, step.name, path, name, property_))
    return places


def _paths(properties: Iterable[Property], name: str = "", path: str = "") -> Iterator[tuple[str, str, Property]]:
    """Yield the path of each property in the system, and its path with the names of variants."""
    for each in properties:
        yield name + each.name, path + each.name, each
        inner = inner_path(name + each.name, each)
        yield from _paths(each.children, inner, f"{path}{each.name}.")
        for variant in each.all_variants:
            yield from _paths(variant.properties, inner, f"{path}{each.name}[{variant.name}].")
