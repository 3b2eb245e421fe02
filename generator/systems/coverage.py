"""Finds links whose values cannot be converted: listed values without a row, and incompatible types or units."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from generator.catalog.decisions import Link
from generator.catalog.property import Property
from generator.systems.properties import PropertiesByVendor, listed_texts
from templates.connector_catalog.conversion.mappings import factor_of

_OBJECT, _VALUE, _ANY = "object", "value", "any"


def uncovered_values(link: Link, properties: PropertiesByVendor) -> Iterator[tuple[str, str, str]]:
    """Yield each listed value that has no row and that another vendor does not list.

    Each result is the vendor, the value and the other vendor. A row with one vendor states that its value has no
    counterpart.
    """
    texts = {vendor: listed_texts(_members(link, properties, vendor)) for vendor in link.paths}
    for one, other in permutations(link.paths, 2):
        listed, others = texts[one], texts[other]
        if listed and others:
            covered = {row[one].casefold() for row in link.values if one in row} | set(map(str.casefold, others))
            yield from ((one, text, other) for text in sorted(listed) if text.casefold() not in covered)


def unconverted_types(link: Link, properties: PropertiesByVendor) -> Iterator[tuple[str, str]]:
    """Yield the pairs of vendors where one has an object, or a list of objects, and the other a single value."""
    structures = {vendor: {_structure(each) for each in _members(link, properties, vendor)} for vendor in link.paths}
    for one, other in combinations(link.paths, 2):
        both = structures[one] | structures[other]
        if both == {_OBJECT, _VALUE} and structures[one].isdisjoint(structures[other]):
            yield one, other


def unconverted_units(link: Link, properties: PropertiesByVendor) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield the pairs of vendors, each with its unit, whose numbers cannot be converted.

    A link with rows of values needs no units.
    """
    if link.values:
        return
    units = {vendor: link.units.get(vendor) or _unit(_members(link, properties, vendor)) for vendor in link.paths}
    for one, other in combinations(units.items(), 2):
        if factor_of(one[1], other[1]) is None:
            yield one, other


def _unit(members: list[Property]) -> str:
    return next((each.unit for each in members if each.unit), "")


def _members(link: Link, properties: PropertiesByVendor, vendor: str) -> list[Property]:
    by_path = properties.get(vendor, {})
    return [each for path in link.paths[vendor] for each in by_path.get(path, ())]


def _structure(property_: Property) -> str:
    of_items = property_.items.types if property_.items is not None else ()
    if property_.string_encoding == "json" or not property_.types:
        return _ANY
    return _OBJECT if "object" in property_.types or "object" in of_items else _VALUE
