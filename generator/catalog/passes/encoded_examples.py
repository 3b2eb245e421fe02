"""Check the stated form of a string against an example."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Items, Property
from generator.catalog.source import Source
from generator.catalog.string_encoding import decoded, is_encoded, is_placeholder
from generator.catalog.values import type_word
from templates.connector_catalog.constraints import INTEGER, matches


def shown_property(name: str, value: Any, sources: tuple[Source, ...]) -> Property:
    """Return a property that is known only from an example."""
    return Property(name=name, sources=sources).with_inferred(name=name, type=type_word(value))


def fit_encoding(found: Property, value: Any) -> tuple[Property, list[str]]:
    """Return a property without the fields about a string's form that an example contradicts, and their names.

    A placeholder does not contradict an encoding.
    """
    if not isinstance(value, str):
        return found, []
    if found.types == ("integer", "string") and matches(INTEGER, value):
        found = found.with_inferred(string_encoding="integer")
    wrong = []
    if found.pattern is not None and not matches(found.pattern, value):
        wrong += ["pattern", "format"]
    if found.enum is None and not (is_encoded(found, value) or is_placeholder(value)):
        wrong += ["string_encoding", "separator"]
    if found.states("const") and value != found.const:
        wrong.append("const")
    return found.without_fields(*wrong), [Property.json_name(field) for field in wrong if found.states(field)]


def with_decoded(found: Property, value: Any) -> Property:
    """Return a property whose strings encode JSON, with the list or the object that an example encodes."""
    shown = decoded(value)
    objects = [each for each in (shown if isinstance(shown, list) else [shown]) if isinstance(each, dict)]
    children = {each.name: each for each in found.children}
    for name, inner in (pair for each in objects for pair in each.items()):
        if name not in children:
            children[name] = shown_property(name, inner, found.sources)
        elif not children[name].types:
            children[name] = children[name].with_inferred(type=type_word(inner))
    nested = tuple(children.values())
    found = found.without_fields("properties", "items")
    if isinstance(shown, list):
        return found.with_inferred(items=Items(type="object", properties=nested) if nested else Items())
    return found.with_inferred(properties=nested) if nested else found
