"""The paths of properties and of those nested in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.catalog.property import Property

_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def property_paths(
    properties: Iterable[Property], above: str = "", *, in_variants: bool = True
) -> Iterator[tuple[str, Property]]:
    """Yield each property below ``properties`` with its dotted path; a variant's name is in brackets.

    Properties of variants are left out unless ``in_variants``.
    """
    for each in properties:
        yield above + each.name, each
        yield from property_paths(each.children, f"{above}{each.name}.", in_variants=in_variants)
        for variant in each.all_variants if in_variants else ():
            yield from property_paths(variant.properties, f"{above}{each.name}[{variant.name}].")


def without_brackets(path: str) -> str:
    """Return a dotted path without the names of variants, and without the ``[]`` after a list."""
    return _IN_BRACKETS.sub("", path)
