"""Find the place in the reference that describes a problem's subject. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from .entry import Entry
from .paths import NOT_GIVEN
from .references import anchor_of, page_of
from .registry import stated
from .requests import shape_of
from .variants import Selector, nearest_variant

_INDEX = re.compile(r"\[(\d{1,9})\]")


class _Place(NamedTuple):
    """A place on the page: a property, the items of a list or a variant.

    Attributes:
        anchor: Its anchor.
        below: The places of what is inside.
        selector: What tells the variants apart; ``None`` if there are none.
    """

    anchor: str
    below: Mapping[str, _Place]
    selector: Selector | None = None
    variants: tuple[_Place, ...] = ()


def reference_of(entry: Entry, path: str, payload: Any, *, whole: bool) -> str:
    """Return the page of the reference, with the anchor nearest to a path in a payload.

    The page describes the connector's own properties only, so the envelope of a request has no anchor.

    Args:
        entry: The connector.
        path: The place of a problem.
        payload: What was checked; where it is one of several variants, it selects the anchor.
        whole: Whether the payload is a request, whose parts hold the connector's properties.
    """
    place, deepest = _places(entry)
    # One more for the part, and no more: a name in a payload may have any number of dots.
    names = path.split(".", deepest + 1)[: deepest + 1]
    if whole:
        payload = _inside(payload, names[0])
        names = names[1:] if names[0] in shape_of(entry).parts else []
    while names:
        step = _step(_selected(place, payload, names[0]), payload, names)
        if step is None:
            place = _selected(place, payload, names[0])
            break
        place, payload, names = step
    return f"{page_of(entry.key)}#{place.anchor}" if place.anchor else page_of(entry.key)


def _step(place: _Place, value: Any, names: list[str]) -> tuple[_Place, Any, list[str]] | None:
    """Return the place and the value that the first of some names lead to, and the other names.

    A property's name may have dots.
    """
    for count in range(1, len(names) + 1):
        name, *indexes = _INDEX.split(".".join(names[:count]))
        if name in place.below:
            value = _inside(value, name)
            for index in map(int, indexes[::2]):
                value = value[index] if isinstance(value, list) and index < len(value) else NOT_GIVEN
            return place.below[name], value, names[count:]
    return None


def _inside(value: Any, name: str) -> Any:
    return value.get(name, NOT_GIVEN) if isinstance(value, dict) else NOT_GIVEN


def _selected(place: _Place, value: Any, name: str) -> _Place:
    """Return the place of the variant that validators choose for a value; the place itself if none matches.

    Of several that it may be, those that have a name come first.
    """
    if place.selector is None or not isinstance(value, dict):
        return place
    # Validators report the selector itself only where they choose none.
    found = place.selector.candidates(value, partial=name != place.selector.name)
    found = [each for each in found if name in place.variants[each].below] or found
    return place.variants[nearest_variant(found, [each.below for each in place.variants], value)] if found else place


@cache
def _places(entry: Entry) -> tuple[_Place, int]:
    """Return the place that contains the places of all steps, and the length of the longest path."""
    deepest = 0

    def places(step: str, properties: Iterable[Mapping[str, Any]], shown: str, above: int) -> dict[str, _Place]:
        nonlocal deepest
        found = {}
        for each in properties:
            path, depth = shown + each["name"], above + each["name"].count(".") + 1
            deepest = max(deepest, depth)
            found[each["name"]] = place(step, each, path, depth)
        return found

    def place(step: str, stated: Mapping[str, Any], path: str, depth: int) -> _Place:
        below: dict[str, _Place] = {}
        variants: list[tuple[Mapping[str, Any], _Place]] = []
        for holder in (stated, stated.get("items", {})):
            below |= places(step, holder.get("properties", ()), f"{path}.", depth)
            for each in holder.get("variants", ()):
                inner = f"{path}[{each['name']}]"
                inside = places(step, each["properties"], f"{inner}.", depth)
                variants.append((each["selector"], _Place(anchor_of(step, inner), inside)))
        if not variants:
            return _Place(anchor_of(step, path), below)
        told = [selector for selector, _ in variants]
        selector = Selector(
            told[0]["property"],
            tuple(each["value"] for each in told),
            tuple(each.get("required", False) for each in told),
        )
        return _Place(anchor_of(step, path), below, selector, tuple(inside for _, inside in variants))

    every: dict[str, _Place] = {}
    for step in stated(entry.vendor, entry.type)["steps"]:
        every = places(step["name"], step["properties"], "", 0) | every
    return _Place("", every), deepest
