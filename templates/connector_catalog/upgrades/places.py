"""Finds the places in a payload for a path of the catalog. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from ..paths import NOT_GIVEN
from ..problems import joined
from ..variants import Selector

Definition = Mapping[str, Any]
"""A property in the catalog, or another object with ``properties``."""


class Place(NamedTuple):
    """A place in a payload.

    Attributes:
        path: Path in the payload.
        value: The value there; ``NOT_GIVEN`` if the object lacks it.
        holder: The object that has the value, or lacks it.
        top: The name of the first property of the path.
        siblings: What the catalog states about the properties of the holder, by name.
    """

    path: str
    value: Any
    holder: dict[str, Any]
    top: str = ""
    siblings: Mapping[str, Definition] = MappingProxyType({})


def places_of_path(
    path: str, properties: dict[str, Any], definition: Definition, selector: Definition | None
) -> Iterator[Place]:
    """Yield the places of a property or a variant.

    Args:
        path: Dotted path in the catalog, with the names of variants in brackets.
        properties: The object that has the first property of the path.
        definition: The object in the catalog.
        selector: The selector of the variant at the end of the path, if the catalog does not have the variant.
    """
    for each, top in _below(path, Place("", properties, properties), definition, selector):
        yield each._replace(top=top)


_Found = Iterator[tuple[Place, str]]
"""Places, each with the name of the first property that led there."""


def _below(path: str, place: Place, definition: Definition, selector: Definition | None) -> _Found:
    if isinstance(place.value, list):
        for each in _items(place):
            yield from _below(path, each, definition, selector)
    if not isinstance(place.value, dict):
        return
    known = {each["name"]: each for holder in _holders(definition) for each in holder.get("properties", ())}
    for name, variant, rest in _splits(path):
        if name in place.value or name in known:
            value = place.value.get(name, NOT_GIVEN)
            inner = Place(joined(place.path, name), value, place.value, siblings=known)
            yield from ((each, name) for each in _rest(variant, rest, inner, known.get(name, {}), selector))


def _rest(
    variant: str | None, rest: str, place: Place, definition: Definition, selector: Definition | None
) -> Iterator[Place]:
    if variant is not None:
        yield from _of_variant(variant, rest, place, definition, selector)
    elif rest:
        yield from (each for each, _ in _below(rest, place, definition, selector))
    else:
        yield place


def _of_variant(
    name: str, rest: str, place: Place, definition: Definition, selector: Definition | None
) -> Iterator[Place]:
    """Yield the places in a value, or in the items of a list, that have the variant with a name."""
    if isinstance(place.value, list):
        for each in _items(place):
            yield from _of_variant(name, rest, each, definition, selector)
    variants = (each for holder in _holders(definition) for each in holder.get("variants", ()))
    variant: Definition = next((each for each in variants if each["name"] == name), {})
    expected = selector if selector is not None and not rest else variant.get("selector")
    if expected is None or not isinstance(place.value, dict):
        return
    # An object without its selector may have been any of the variants.
    is_selector = rest == expected["property"] and rest not in place.value
    if is_selector or _is_selected(expected, place.value):
        yield from _rest(None, rest, place, variant, selector)


def _items(place: Place) -> Iterator[Place]:
    """Yield the objects in a list; the catalog has no lists in lists."""
    for number, item in enumerate(place.value):
        if isinstance(item, dict):
            yield Place(f"{place.path}[{number}]", item, place.holder)


def _is_selected(selector: Definition, value: dict[str, Any]) -> bool:
    by = Selector(selector["property"], (selector["value"],), (selector.get("required", False),))
    return bool(by.candidates(value))


def _holders(definition: Definition) -> tuple[Definition, ...]:
    return definition, definition.get("items", {})


def _splits(path: str) -> Iterator[tuple[str, str | None, str]]:
    """Yield each way to read the beginning of a path: a name, perhaps a variant's name, and the rest.

    The names of properties and of variants may have dots.
    """
    for end, sign in enumerate(path):
        if sign == "." and end:
            yield path[:end], None, path[end + 1 :]
        elif sign == "[" and end:
            for close in range(end + 1, len(path)):
                if path[close] == "]" and path[close + 1 : close + 2] in ("", "."):
                    yield path[:end], path[end + 1 : close], path[close + 2 :]
    yield path, None, ""
