"""Properties of a vendor's connectors, by the paths that decisions use."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.catalog.property_paths import walk
from generator.catalog.property_values import known_values

PropertiesByPath = Mapping[str, tuple[Property, ...]]
"""By path, the properties that connectors, steps and variants have there."""

PropertiesByVendor = Mapping[str, PropertiesByPath]
"""The properties of a system by vendor."""


def properties_of(connectors: Iterable[Connector]) -> PropertiesByPath:
    """Return the properties of one vendor's connectors by path, in the order of their first occurrence."""
    by_path: dict[str, list[Property]] = {}
    for connector in connectors:
        for step in connector.steps:
            for each in walk(step.properties):
                by_path.setdefault(each.system_path, []).append(each.property)
    return {path: tuple(same) for path, same in by_path.items()}


def needs_decision(path: str, same: Iterable[Property], id_names: Collection[str]) -> bool:
    """Return whether a property needs a decision.

    Objects that only group other properties, properties that the vendor sets, and the connector's id need none.

    Args:
        path: The path of the property.
        same: The properties that connectors have at the path.
        id_names: Names of the properties that hold the connector's id in the vendor's requests.
    """
    if path in id_names:
        return False
    return any(not each.children and not each.all_variants and not each.is_set_by_vendor for each in same)


def listed_texts(same: Iterable[Property]) -> set[str] | None:
    """Return the listed values of a property as text; ``None`` if other values are accepted, too."""
    texts: set[str] = set()
    for each in same:
        listed = _listed(each)
        if listed is None:
            return None
        texts |= listed
    return texts


def text_of(value: Any) -> str:
    """Return a value as decisions write it: a string as it is, any other value as JSON."""
    return value if isinstance(value, str) else json.dumps(value)


def _listed(property_: Property) -> set[str] | None:
    values = known_values(property_)
    if values and not property_.enum_open:
        return set(map(text_of, values))
    is_switch = property_.types == ("boolean",) or property_.string_encoding == "boolean"
    return {"true", "false"} if is_switch and not property_.enum_open else None
