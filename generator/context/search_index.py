"""The index that the documentation site searches: connectors, systems, and where each property and listed value is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.catalog.connector import Connector
from generator.context.constraints import listed_values
from generator.context.system_links import page_of_system
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
    own = {vendor for each in roles for vendor in each.connectors}
    titles = ", ".join(vendor.title for name, vendor in vendors.items() if name in own)
    return [page_of_system(roles[0].name), roles[0].title, titles]


def _places(connector: Connector) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the name, the anchor and the listed strings of each property of a connector."""
    for step, path, found in connector.paths():
        of_items = found.items.enum if found.items is not None and found.enum is None else None
        listed = listed_values(found) if of_items is None else of_items
        yield found.name, anchor_of(step, path), [value for value in listed or () if isinstance(value, str) and value]
