"""The fields of a connector's form: JSON Schemas without conditions, with what a form shows beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.property import Items, Property, Variant
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


def _position(found: Property) -> int:
    return _LAST if found.order is None else found.order


def _placed(properties: Sequence[Property]) -> Iterable[tuple[Property, str]]:
    """Return each property once, with its place in the form: required, selecting, selected or other."""
    order = _Order(properties)
    free = [each for each in properties if not order.selectors[each.name]]
    order.add((each for each in free if each.requirement == "required"), "required")
    order.add((each for each in free if each.always_shown or order.is_selecting(each)), "selecting")
    order.add(properties, "other")
    return order.found.values()


class _Order:
    """Properties in the order in which they were added, each followed by those that it selects."""

    def __init__(self, properties: Sequence[Property]) -> None:
        names = {each.name for each in properties}
        self.selectors = {each.name: _selectors(each) & names for each in properties}
        self.found: dict[str, tuple[Property, str]] = {}
        self._properties = properties

    def is_selecting(self, found: Property) -> bool:
        return bool(found.variants) or any(found.name in names for names in self.selectors.values())

    def add(self, properties: Iterable[Property], place: str) -> None:
        for each in properties:
            if each.name not in self.found:
                self.found[each.name] = each, place
                self.add((other for other in self._properties if each.name in self.selectors[other.name]), "selected")


def _selectors(found: Property) -> set[str]:
    return {each.property for each in found.applies_when or found.required_when or found.expected_when or ()}


def _field(found: Property, place: str) -> dict[str, Any]:
    words = {"title": found.title, "description": found.description, "unit": found.unit}
    words |= {"default": found.default} if found.states_default else {}
    marks = {
        "secret": found.secret,
        "multiline": found.multiline or found.string_encoding == "json",
        "hidden": found.hidden or found.is_set_by_vendor,
        "deprecated": found.deprecated,
    }
    own = {"name": found.name, "place": place, **_value(found, found.types, listed_values(found))}
    own |= {name: value for name, value in words.items() if value is not None}
    own |= {name: True for name, is_set in marks.items() if is_set}
    meanings = {str(value): text for value, text in (found.meanings or {}).items() if value in map(str, _listed(found))}
    return own | ({"meanings": meanings} if meanings else {})


def _listed(found: Property) -> Sequence[Any]:
    return listed_values(found) or (found.items.enum if found.items is not None else None) or ()


def _value(found: Property, types: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Return the control of a value, with what is inside of it."""
    kinds = [each for each in types if each != "null"]
    if found.variants and kinds == ["object"]:
        return {"control": "variants", **_variants(found.variants)}
    if found.properties and kinds == ["object"]:
        return {"control": "object", "properties": form_fields(found.properties)}
    if kinds == ["array"] and found.items is not None:
        item = _item(found.items, is_open=is_open(found))
        return {"control": "json"} if item["control"] == "json" else {"control": "list", "items": item}
    return _scalar(kinds, values, is_open=is_open(found))


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
    stated = next((own for each in variants for own in each.properties if own.name == selector), None)
    label = {"label": stated.title} if stated is not None and stated.title else {}
    return {"selector": selector, "variants": options, **label}
