"""Checks the stated form and limits of a value against an example."""

from __future__ import annotations

from typing import Any

from generator.catalog.limits import limits_of
from generator.catalog.property import Items, Property
from generator.catalog.source import Source
from generator.catalog.string_encoding import is_encoded, is_placeholder
from generator.catalog.values import type_word
from templates.connector_catalog.constraints import INTEGER, matches
from templates.connector_catalog.string_values import json_in


def shown_property(name: str, value: Any, sources: tuple[Source, ...]) -> Property:
    """Return a property that is known only from an example."""
    return Property(name=name, sources=sources).with_inferred(name=name, type=type_word(value))


def without_contradicted_fields(property_: Property, value: Any) -> tuple[Property, list[str]]:
    """Return a property without the fields about form and limits that an example contradicts, and their names.

    A placeholder does not contradict an encoding.
    """
    if property_.types == ("integer", "string") and isinstance(value, str) and matches(INTEGER, value):
        property_ = property_.with_inferred(string_encoding="integer")
    contradicted = _broken_limits(property_, value)
    if isinstance(value, str):
        if property_.enum is None and not (is_encoded(property_, value) or is_placeholder(value)):
            contradicted += ["string_encoding", "separator"]
        if property_.states("const") and value != property_.const:
            contradicted.append("const")
    names = [Property.json_name(field) for field in contradicted if property_.states(field)]
    return property_.without_fields(*contradicted), names


def _broken_limits(property_: Property, value: Any) -> list[str]:
    """Return the fields with limits that a value does not keep to; without its pattern, a format states nothing."""
    fields: list[str] = []
    while fault := limits_of(property_.without_fields(*fields)).fault(value):
        field = fault[0].replace("-", "_")
        fields += ["pattern", "format"] if field == "pattern" else [field]
    return fields


def with_decoded(property_: Property, value: Any) -> Property:
    """Return a property whose strings encode JSON, with the list or the object that an example encodes."""
    shown = json_in(value)
    objects = [each for each in (shown if isinstance(shown, list) else [shown]) if isinstance(each, dict)]
    children = {each.name: each for each in property_.children}
    for name, inner in (pair for each in objects for pair in each.items()):
        if name not in children:
            children[name] = shown_property(name, inner, property_.sources)
        elif not children[name].types:
            children[name] = children[name].with_inferred(type=type_word(inner))
    nested = tuple(children.values())
    property_ = property_.without_fields("properties", "items")
    if isinstance(shown, list):
        return property_.with_inferred(items=Items(type="object", properties=nested) if nested else Items())
    return property_.with_inferred(properties=nested) if nested else property_
