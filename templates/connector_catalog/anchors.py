"""Finds the place in the reference that describes a path in a payload. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from .entry import Entry
from .paths import NOT_GIVEN
from .references import anchor_of, page_of
from .registry import definition_of
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
    place, longest = _places(entry)
    # One more for the part, and no more: a name in a payload may have any number of dots.
    names = path.split(".", longest + 1)[: longest + 1]
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
    candidates = place.selector.candidates(value, partial=name != place.selector.name)
    candidates = [each for each in candidates if name in place.variants[each].below] or candidates
    return (
        place.variants[nearest_variant(candidates, [each.below for each in place.variants], value)]
        if candidates
        else place
    )


@cache
def _places(entry: Entry) -> tuple[_Place, int]:
    """Return the place that contains the places of all steps, and the number of names in the longest path."""
    places: dict[str, _Place] = {}
    for step in definition_of(entry.vendor, entry.type)["steps"]:
        places = _property_places(step["name"], step["properties"], "") | places
    whole = _Place("", places)
    return whole, _longest_path(whole)


def _property_places(step: str, properties: Iterable[Mapping[str, Any]], above: str) -> dict[str, _Place]:
    return {each["name"]: _property_place(step, each, above + each["name"]) for each in properties}


def _property_place(step: str, definition: Mapping[str, Any], path: str) -> _Place:
    below: dict[str, _Place] = {}
    variants: list[_Place] = []
    selectors: list[Mapping[str, Any]] = []
    for holder in (definition, definition.get("items", {})):
        below |= _property_places(step, holder.get("properties", ()), f"{path}.")
        for each in holder.get("variants", ()):
            variant = f"{path}[{each['name']}]"
            inside = _property_places(step, each["properties"], f"{variant}.")
            variants.append(_Place(anchor_of(step, variant), inside))
            selectors.append(each["selector"])
    return _Place(anchor_of(step, path), below, _selector(selectors), tuple(variants))


def _selector(selectors: Sequence[Mapping[str, Any]]) -> Selector | None:
    """Return the selector of variants, each of which has a part of it; ``None`` without variants."""
    if not selectors:
        return None
    values, required = (each["value"] for each in selectors), (each.get("required", False) for each in selectors)
    return Selector(selectors[0]["property"], tuple(values), tuple(required))


def _longest_path(place: _Place) -> int:
    """Return the largest number of names in a path below a place, where a dot in a name separates two."""
    inner = [(name, each) for holder in (place, *place.variants) for name, each in holder.below.items()]
    return max((name.count(".") + 1 + _longest_path(each) for name, each in inner), default=0)
