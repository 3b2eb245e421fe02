"""Finds linked properties with similar descriptions that could be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.catalog.connector import Connector
from generator.catalog.decisions import Link
from generator.catalog.synonyms import Synonyms
from generator.systems.properties import PropertiesByVendor

_LEAST_SHARED = 0.5


def similar_descriptions(
    link: Link, properties: PropertiesByVendor, names: Mapping[str, str], synonyms: Synonyms
) -> Iterator[tuple[str, str]]:
    """Yield pairs of similar descriptions of linked properties.

    Args:
        link: The link.
        properties: The properties of the system by vendor.
        names: By vendor, a pattern that matches its title and the names of its connectors.
        synonyms: The synonyms for properties.
    """
    texts: list[str] = []
    for vendor, paths in link.paths.items():
        members = properties.get(vendor, {}).get(paths[0], ())
        text = members[0].description if members else None
        if text:
            texts.append(re.sub(names[vendor], "{name}", text))
    for index, one in enumerate(texts):
        for other in texts[:index]:
            if one != other and _are_alike(one, other, synonyms):
                yield other, one


def names_pattern(title: str, connectors: tuple[Connector, ...]) -> str:
    """Return a pattern that matches a vendor's title and its connectors' names, the longest first."""
    names = sorted({title, *(each.name for each in connectors)}, key=len, reverse=True)
    return "|".join(map(re.escape, names))


def _are_alike(one: str, other: str, synonyms: Synonyms) -> bool:
    words, others = set(synonyms.words(one)), set(synonyms.words(other))
    return len(words & others) >= _LEAST_SHARED * len(words | others)
