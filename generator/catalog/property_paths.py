"""The paths of properties and of those nested in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.catalog.property import Property

_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")


class PropertyPlace(NamedTuple):
    """A property with its paths.

    Attributes:
        path: The dotted path, with the names of variants in brackets.
        system_path: The dotted path as decisions about systems use it: without variants, and with ``[]`` after a list.
        property: The property.
    """

    path: str
    system_path: str
    property: Property


def walk(
    properties: Iterable[Property], path: str = "", system_path: str = "", *, in_variants: bool = True
) -> Iterator[PropertyPlace]:
    """Yield each property, and those nested in it.

    Args:
        properties: The properties.
        path: The beginning of the paths.
        system_path: The beginning of the paths in systems.
        in_variants: Whether properties in variants are among them.
    """
    for each in properties:
        yield PropertyPlace(path + each.name, system_path + each.name, each)
        is_list = each.items is not None and not each.properties and not each.variants
        inner = f"{system_path}{each.name}{'[]' if is_list else ''}."
        yield from walk(each.children, f"{path}{each.name}.", inner, in_variants=in_variants)
        for variant in each.all_variants if in_variants else ():
            yield from walk(variant.properties, f"{path}{each.name}[{variant.name}].", inner)


def property_paths(
    properties: Iterable[Property], above: str = "", *, in_variants: bool = True
) -> Iterator[tuple[str, Property]]:
    """Yield each property below ``properties`` with its dotted path; a variant's name is in brackets.

    Properties of variants are left out unless ``in_variants``.
    """
    return ((each.path, each.property) for each in walk(properties, above, in_variants=in_variants))


def without_brackets(path: str) -> str:
    """Return a dotted path without the names of variants, and without the ``[]`` after a list."""
    return _IN_BRACKETS.sub("", path)
