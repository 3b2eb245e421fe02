"""The definitions of properties in the catalog: facts that several modules read. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

SET_BY_VENDOR = ("readOnly", "internal")
"""The requirements of properties that the vendor sets, or has for its own use."""


def is_set_by_vendor(definition: Mapping[str, Any]) -> bool:
    """Return whether the vendor sets a property, whatever a request says."""
    return bool(definition.get("readOnly")) or definition.get("requirement") in SET_BY_VENDOR


def types_of(definition: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the JSON Schema types of a property; empty if the catalog states none."""
    types = definition.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)


class PropertyPlace(NamedTuple):
    """A property with its paths.

    Attributes:
        path: The dotted path, with ``[]`` after a list and then the names of variants in brackets.
        system_path: The path without the names of variants, as systems use it.
        definition: What the catalog states about the property.
    """

    path: str
    system_path: str
    definition: Mapping[str, Any]


def walk(properties: Iterable[Mapping[str, Any]], path: str = "", system_path: str = "") -> Iterator[PropertyPlace]:
    """Yield each property, and those nested in it.

    Args:
        properties: The properties.
        path: The beginning of the paths.
        system_path: The beginning of the paths in systems.
    """
    for each in properties:
        own, same = path + each["name"], system_path + each["name"]
        yield PropertyPlace(own, same, each)
        for holder, mark in ((each, ""), (each.get("items") or {}, "[]")):
            yield from walk(holder.get("properties") or (), f"{own}{mark}.", f"{same}{mark}.")
            for variant in holder.get("variants") or ():
                yield from walk(variant["properties"], f"{own}{mark}[{variant['name']}].", f"{same}{mark}.")
