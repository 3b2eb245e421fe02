"""The fields of a connector's form: the control of each property, with what the form shows beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.property import Items, Property, Variant
from generator.catalog.property_values import known_values
from generator.context.conditions import selecting_conditions
from generator.context.constraints import is_open, listed_values

_SCALARS = {"string", "integer", "number", "boolean"}
_LAST = 1_000_000


def form_fields(properties: Iterable[Property], without: str = "") -> list[dict[str, Any]]:
    """Return the fields of an object in the order in which a form shows them.

    Required properties come first, then each property that selects others, followed by those it selects, then the rest.

    Args:
        properties: The properties of the object.
        without: Name of a property that has no field, such as the one with the connector's id.
    """
    shown = [each for each in properties if each.name != without]
    return [_field(each, place) for each, place in _placed(sorted(shown, key=_position))]


def _position(property_: Property) -> int:
    return _LAST if property_.order is None else property_.order


def _placed(properties: Sequence[Property]) -> Iterable[tuple[Property, str]]:
    """Return each property once, with its place in the form: required, selecting, selected or other."""
    order = _Order(properties)
    free = [each for each in properties if not order.selectors[each.name]]
    order.add((each for each in free if each.requirement == "required"), "required")
    order.add((each for each in free if each.always_shown or order.is_selecting(each)), "selecting")
    order.add(properties, "other")
    return order.placed.values()


class _Order:
    """Properties in the order in which they were added, each followed by those that it selects."""

    def __init__(self, properties: Sequence[Property]) -> None:
        names = {each.name for each in properties}
        self.selectors = {each.name: names.intersection(_selectors(each)) for each in properties}
        self.placed: dict[str, tuple[Property, str]] = {}
        self._properties = properties

    def is_selecting(self, property_: Property) -> bool:
        return bool(property_.variants) or any(property_.name in names for names in self.selectors.values())

    def add(self, properties: Iterable[Property], place: str) -> None:
        for each in properties:
            if each.name not in self.placed:
                self.placed[each.name] = each, place
                self.add((other for other in self._properties if each.name in self.selectors[other.name]), "selected")


def _selectors(property_: Property) -> set[str]:
    return {each.property for each in selecting_conditions(property_)}


def _field(property_: Property, place: str) -> dict[str, Any]:
    words = {"title": property_.title, "description": property_.description, "unit": property_.unit}
    words |= {"default": property_.default} if property_.states_default else {}
    marks = {
        "secret": property_.secret,
        "multiline": property_.multiline or property_.string_encoding == "json",
        "hidden": property_.hidden or property_.is_set_by_vendor,
        "deprecated": property_.deprecated,
    }
    field = {"name": property_.name, "place": place, **_value(property_, property_.types, listed_values(property_))}
    field |= {name: value for name, value in words.items() if value is not None}
    field |= {name: True for name, is_set in marks.items() if is_set}
    listed = set(map(str, known_values(property_)))
    meanings = {value: meaning for value, meaning in (property_.meanings or {}).items() if value in listed}
    return field | ({"meanings": meanings} if meanings else {})


def _value(property_: Property, types: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Return the control of a value, with the controls inside it."""
    kinds = [each for each in types if each != "null"]
    if property_.variants and kinds == ["object"]:
        return {"control": "variants", **_variants(property_.variants)}
    if property_.properties and kinds == ["object"]:
        return {"control": "object", "properties": form_fields(property_.properties)}
    if kinds == ["array"] and property_.items is not None:
        item = _item(property_.items, is_open=is_open(property_))
        return {"control": "json"} if item["control"] == "json" else {"control": "list", "items": item}
    return _scalar(kinds, values, is_open=is_open(property_))


def _item(items: Items, *, is_open: bool) -> dict[str, Any]:
    kinds = [each for each in items.types if each != "null"]
    if items.variants and kinds == ["object"]:
        return {"control": "variants", **_variants(items.variants)}
    if items.properties and kinds == ["object"]:
        return {"control": "object", "properties": form_fields(items.properties)}
    return _scalar(kinds, items.enum or (), is_open=is_open)


def _scalar(kinds: Sequence[str], values: Sequence[Any], *, is_open: bool) -> dict[str, Any]:
    if values and all(isinstance(each, str | int | float) for each in values):
        return {"control": "suggestions" if is_open else "select", "values": list(values), "types": list(kinds)}
    if len(kinds) == 1 and kinds[0] in _SCALARS:
        return {"control": kinds[0]}
    return {"control": "scalar", "types": list(kinds)} if kinds and _SCALARS.issuperset(kinds) else {"control": "json"}


def _variants(variants: Sequence[Variant]) -> dict[str, Any]:
    selector = variants[0].selector.property
    options = [
        {
            "value": each.selector.value,
            "title": each.title or each.name,
            "properties": form_fields(each.properties, selector),
        }
        for each in variants
    ]
    selecting = next(
        (property_ for each in variants for property_ in each.properties if property_.name == selector), None
    )
    label = {"label": selecting.title} if selecting is not None and selecting.title else {}
    return {"selector": selector, "variants": options, **label}
