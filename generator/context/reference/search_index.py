"""The index that the documentation site searches: connectors, systems, and where each property and listed value is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property_values import known_values
from generator.context.reference.system_links import page_of_system
from generator.systems.system import System
from templates.connector_catalog.references import anchor_of, page_of
from templates.connector_catalog.vendors import Vendor


def search_index(
    vendors: Mapping[str, Vendor], connectors: Iterable[Connector], systems: Iterable[Sequence[System]] = ()
) -> dict[str, Any]:
    """Return the index as JSON values.

    ``connectors`` lists page, display name, id, vendor and role; ``systems`` page, title and the vendors.
    ``properties`` and ``values`` list, by name and by value, pairs of a connector's position in
    ``connectors`` and an anchor on its page.
    """
    rows: list[list[str]] = []
    properties: dict[str, list[int | str]] = {}
    values: dict[str, list[int | str]] = {}
    for connector in connectors:
        vendor = vendors[connector.vendor]
        rows.append([page_of(connector.key), connector.name, connector.type, vendor.title, connector.role])
        for name, anchor, listed in _places(connector):
            properties.setdefault(name, []).extend((len(rows) - 1, anchor))
            for value in listed:
                values.setdefault(value, []).extend((len(rows) - 1, anchor))
    return {
        "connectors": rows,
        "systems": [_system(roles, vendors) for roles in systems],
        "properties": dict(sorted(properties.items())),
        "values": dict(sorted(values.items())),
    }


def _system(roles: Sequence[System], vendors: Mapping[str, Vendor]) -> list[str]:
    names = {vendor for each in roles for vendor in each.connectors}
    titles = ", ".join(vendor.title for name, vendor in vendors.items() if name in names)
    return [page_of_system(roles[0].name), roles[0].title, titles]


def _places(connector: Connector) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the name, the anchor and the listed strings of each property of a connector."""
    for step, path, property_ in connector.paths():
        texts = [value for value in known_values(property_) if isinstance(value, str) and value]
        yield property_.name, anchor_of(step, path), texts
