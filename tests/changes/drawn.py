"""Draws connectors and payloads for properties that hold for all comparisons."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies
from hypothesis.strategies import SearchStrategy

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.context.constraints import value_constraints
from tests.catalog.building import Fields, connector

_NAMES = ("a", "b", "mode")
_TEXTS = ("x", "y", "z")
_TYPES: tuple[Any, ...] = (None, "string", "integer", "number", "boolean", ["string", "integer"], ["string", "null"])
_TRUE = strategies.sampled_from([True])
_NUMBERS = strategies.sampled_from([0, 1, 1.5, 3])
_CONDITIONS = strategies.builds(
    lambda name, values: [{"property": name, "in": values}],
    strategies.sampled_from(_NAMES),
    strategies.lists(strategies.sampled_from(_TEXTS), min_size=1, max_size=2, unique=True),
)
_FIELDS: dict[str, SearchStrategy[Any]] = {
    "requirement": strategies.sampled_from(["required", "optional", "internal", "readOnly"]),
    "requiredWhen": _CONDITIONS,
    "appliesWhen": _CONDITIONS,
    "expectedWhen": _CONDITIONS,
    "enum": strategies.lists(strategies.sampled_from([*_TEXTS, 1, True]), min_size=1, max_size=3, unique_by=repr),
    "enumOpen": _TRUE,
    "const": strategies.sampled_from(["x", 1, None]),
    "default": strategies.sampled_from(["x", "y", None, True]),
    "defaultWhen": strategies.builds(
        lambda name, value: [{"anyGiven": [name], "value": value}],
        strategies.sampled_from(_NAMES),
        strategies.sampled_from(_TEXTS),
    ),
    "deprecatedValues": strategies.lists(strategies.sampled_from(_TEXTS), min_size=1, max_size=2, unique=True),
    "format": strategies.sampled_from(["date", "date-time", "uuid"]),
    "pattern": strategies.sampled_from(["^x", "^y$"]),
    "minLength": strategies.integers(0, 2),
    "maxLength": strategies.integers(0, 2),
    "minimum": _NUMBERS,
    "maximum": _NUMBERS,
    "exclusiveMinimum": _NUMBERS,
    "exclusiveMaximum": _NUMBERS,
    "encoding": strategies.sampled_from(["integer", "list"]),
    "unit": strategies.sampled_from(["minute", "hour"]),
    **dict.fromkeys(("secret", "readOnly", "writeOnly", "createOnly", "deprecated"), _TRUE),
    "description": strategies.sampled_from(["One.", "Two."]),
    "absentFrom": strategies.just(["acme/page"]),
}


@strategies.composite
def _properties(draw: Any, depth: int = 2) -> list[Fields]:
    names = draw(strategies.lists(strategies.sampled_from(_NAMES), max_size=3, unique=True))
    return [draw(_property(name, depth)) for name in names]


@strategies.composite
def _property(draw: Any, name: str, depth: int) -> Fields:
    kinds = ("value",) if depth == 0 else ("value", "value", "object", "list", "variants")
    kind = draw(strategies.sampled_from(kinds))
    fields = draw(strategies.fixed_dictionaries({}, optional={each: _FIELDS[each] for each in draw(_CHOSEN)}))
    fields = _with_requirement(fields)
    inner: Fields = {}
    if kind in ("object", "list"):
        inner = draw(strategies.fixed_dictionaries({}, optional={"additionalProperties": _TRUE}))
        nested = draw(_properties(depth - 1))
        inner |= {"properties": nested} if nested else {}
    if kind == "variants":
        values = draw(strategies.lists(strategies.sampled_from(_TEXTS), min_size=1, max_size=2, unique=True))
        inner["variants"] = [_variant(value, draw(strategies.booleans()), draw(_properties(0))) for value in values]
    type_ = draw(strategies.sampled_from(_TYPES))
    if kind == "list":
        limits = draw(strategies.fixed_dictionaries({}, optional={"minItems": _SIZES, "uniqueItems": _TRUE}))
        return {"name": name, "type": "array", "items": {"type": "object"} | inner} | limits | _of_lists(fields)
    if kind != "value":
        return {"name": name, "type": "object"} | inner | _of_lists(fields)
    return {"name": name} | ({"type": type_} if type_ else {}) | fields


_SIZES = strategies.integers(0, 2)
_CHOSEN = strategies.lists(strategies.sampled_from([*_FIELDS]), max_size=3, unique=True)


def _of_lists(fields: Fields) -> Fields:
    """Return the fields that a list or an object may have."""
    kept = ("requirement", "requiredWhen", "appliesWhen", "createOnly", "writeOnly", "readOnly", "description")
    return {name: value for name, value in fields.items() if name in kept}


def _variant(value: str, required: bool, properties: list[Fields]) -> Fields:
    selector = {"property": "kind", "value": value, "required": required}
    own = {"name": "kind", "const": value, "requirement": "required" if required else "optional"}
    return {"name": value, "selector": selector, "properties": [own, *properties]}


@strategies.composite
def connectors(draw: Any) -> Connector:
    """Draw a connector with one step."""
    return connector(*draw(_properties()))


@strategies.composite
def pairs(draw: Any) -> tuple[Connector, Connector]:
    """Draw a connector and the same one with some properties changed, replaced, dropped or added."""
    old = draw(_properties())
    return connector(*old), connector(*draw(_changed_properties(old, 2)))


@strategies.composite
def _changed_properties(draw: Any, old: list[Fields], depth: int) -> list[Fields]:
    kept = [draw(_changed(each, depth)) for each in old if draw(strategies.integers(0, 5))]
    names = {each["name"] for each in kept}
    new = draw(_properties(depth)) if not draw(strategies.integers(0, 3)) else []
    return [*kept, *(each for each in new if each["name"] not in names)]


@strategies.composite
def _changed(draw: Any, old: Fields, depth: int) -> Fields:
    """Draw a property that lacks a field of another one, has another, or has other properties in it."""
    new = copy.deepcopy(old)
    if new.get("properties"):
        new["properties"] = draw(_changed_properties(new["properties"], depth - 1)) or [old["properties"][0]]
    elif "items" in new and new["items"].get("properties"):
        new["items"]["properties"] = draw(_changed_properties(new["items"]["properties"], depth - 1))
        new["items"] = {name: value for name, value in new["items"].items() if value != []}
    elif "variants" in new:
        for each in new["variants"]:
            own, *rest = each["properties"]
            each["properties"] = [own, *draw(_changed_properties(rest, 0))]
    for field in draw(strategies.lists(strategies.sampled_from([*_FIELDS]), max_size=2)):
        changed = {field: draw(_FIELDS[field])}
        is_plain = new.get("type") not in ("object", "array")
        if field in new and draw(strategies.booleans()):
            del new[field]
        else:
            new |= changed if is_plain else _of_lists(changed)
    return _with_requirement(new)


def _with_requirement(found: Fields) -> Fields:
    if "requiredWhen" in found:
        return found | {"requirement": "conditional"}
    return {name: value for name, value in found.items() if (name, value) != ("requirement", "conditional")}


_SCALARS = (*_TEXTS, "", "xx", "2026-01-01", 0, 1, 2, 1.5, True, None)


@strategies.composite
def payloads(draw: Any, properties: tuple[Property, ...]) -> dict[str, Any]:
    """Draw a payload, most values of which these properties accept."""
    found = {}
    for each in properties:
        if each.requirement == "required" or draw(strategies.booleans()):
            found[each.name] = draw(_value(each))
    if not draw(strategies.integers(0, 9)):
        found[draw(strategies.sampled_from([*_NAMES, "other"]))] = draw(strategies.sampled_from(_SCALARS))
    return found


@strategies.composite
def _value(draw: Any, found: Property) -> Any:
    if found.variants:
        variant = draw(strategies.sampled_from(found.variants))
        kind = {"kind": variant.selector.value} if draw(strategies.integers(0, 3)) else {}
        return draw(payloads(variant.properties[1:])) | kind
    if found.items is not None:
        item = payloads(found.items.properties or ())
        return draw(strategies.lists(item, max_size=2))
    if "object" in found.types:
        return draw(payloads(found.children))
    accepts = value_constraints(found)
    likely = [each for each in _SCALARS if accepts.fault(each) is None]
    return draw(strategies.sampled_from(likely or _SCALARS))
