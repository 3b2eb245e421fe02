"""Payloads that show how a connector is configured: the least that is accepted, and one with every property."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.connector import Step
from generator.catalog.property import Property, Variant
from generator.context.constraints import listed_values
from generator.context.requirements import Requirements, required_names, requirements_of_object
from generator.context.sample_items import has_items, sample_items
from generator.context.sample_number import sample_number
from generator.context.sample_text import placeholder, sample_text


def minimal_payload(steps: Sequence[Step], requirements: Requirements) -> dict[str, Any]:
    """Return the least that is accepted, in the first step where steps exclude each other.

    Values are the documents' own where they show some.
    """
    if not steps:
        return {}
    first, shown = steps[0], _shown(steps[0])
    own = [rules.any_of for rules in requirements.steps if rules.step == first.name]
    names = {*required_names(first.properties), *requirements.required}
    needed = {
        _one_of(group, names, requirements)
        for groups in (requirements.rules.any_of, *own)
        for group in groups
        if names.isdisjoint(group)
    }
    stated = {each.name: each for each in (*requirements.properties, *first.properties)}
    drawn = {name: _value(each, shown) for name, each in stated.items() if name in names.union(needed)}
    return _completed(drawn, requirements, shown)


def _one_of(group: Sequence[str], names: set[str], requirements: Requirements) -> str:
    """Return the first property of a group that may be given together with others."""
    free = (name for name in group if not requirements.rules.exceeded(dict.fromkeys({*names, name})))
    return next(free, group[0])


def full_payload(steps: Sequence[Step], requirements: Requirements) -> dict[str, Any]:
    """Return a payload with every property that users can set; of those that exclude each other, with the first."""
    full: dict[str, Any] = {}
    for step in steps:
        shown = _shown(step)
        full |= _values((each for each in step.properties if not each.is_set_by_vendor), shown)
    for group in requirements.rules.at_most_one:
        full = _with_one_of(group, full, requirements)
    return _completed(full, requirements, full)


def _values(properties: Iterable[Property], shown: dict[str, Any]) -> dict[str, Any]:
    """Return a value of each property; a list that needs too many items is left out unless it is required."""
    values = ((each, _value(each, shown)) for each in properties)
    return {each.name: value for each, value in values if each.requirement == "required" or has_items(value, each)}


def _with_one_of(group: Sequence[str], full: dict[str, Any], requirements: Requirements) -> dict[str, Any]:
    """Return a payload with one property of a group: one that is required, or the first."""

    def without(left_out: Iterable[str]) -> dict[str, Any]:
        return {name: value for name, value in full.items() if name not in left_out}

    given = [name for name in group if name in full]
    needed = [
        name for name in given if name in requirements.required or name in requirements.rules.missing(without([name]))
    ]
    kept = (needed or given)[:1]
    return without(set(given).difference(kept))


def _completed(drawn: dict[str, Any], requirements: Requirements, shown: dict[str, Any]) -> dict[str, Any]:
    """Add the properties that those in the payload require."""
    by_name = {each.name: each for each in requirements.properties}
    while missing := requirements.rules.missing(drawn):
        drawn |= {name: _value(by_name[name], shown) for name in missing}
    # A copy: a change of the payload must not change the connector's examples.
    return copy.deepcopy(drawn)


def _shown(step: Step) -> dict[str, Any]:
    return {name: value for example in step.examples or () for name, value in example.items()}


def _value(found: Property, shown: dict[str, Any]) -> Any:
    """Return the documents' example, the default, an accepted value, or a placeholder of the right form."""
    if found.secret:
        return _secret(found)
    if found.name in shown:
        return _without_secrets(shown[found.name], found.children)
    if found.variants:
        return variant_value(_default_variant(found))
    if found.states_default:
        return found.default
    values = listed_values(found) or found.examples or ()
    return _without_secrets(values[0], found.children) if values else _placeholder(found)


def _secret(found: Property) -> Any:
    """Return a placeholder: a secret is never shown, not even the documents' own."""
    name = placeholder(found)
    if found.string_encoding == "json":
        # Some validators parse the string, which has to be JSON.
        inside = {each.name: f"<{each.name.upper()}>" for each in found.children}
        return json.dumps([inside] if found.items is not None else inside)
    if found.types == ("object",) and not (found.children or found.variants):
        return {"key": name}
    return name if "string" in found.types and not found.pattern else _placeholder(found)


def _without_secrets(value: Any, properties: Iterable[Property]) -> Any:
    known = {each.name: each for each in properties}
    if isinstance(value, list | tuple):
        return [_without_secrets(each, properties) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _secret(known[name])
        if name in known and known[name].secret
        else _without_secrets(inner, known[name].children if name in known else ())
        for name, inner in value.items()
    }


def _placeholder(found: Property) -> Any:
    type_ = found.types[0] if found.types else "string"
    if type_ == "object":
        return _object(found.children)
    if type_ == "array":
        return sample_items(found, _object, lambda item: _value(item, {}))
    if type_ in ("integer", "number"):
        return sample_number(found, whole=type_ == "integer")
    return True if type_ == "boolean" else sample_text(found)


def _object(properties: Iterable[Property]) -> dict[str, Any]:
    inner = [each for each in properties if not each.is_set_by_vendor]
    drawn = _values((each for each in inner if each.requirement != "conditional"), {})
    missing = requirements_of_object(inner).rules.missing(drawn)
    return drawn | {each.name: _value(each, {}) for each in inner if each.name in missing}


def _default_variant(found: Property) -> Variant:
    """Return the variant that the default selects, or the first one."""
    default = found.default if isinstance(found.default, dict) else {}
    variants = found.variants or ()
    return next((each for each in variants if each.is_selected_by(default)), variants[0])


def variant_value(variant: Variant) -> dict[str, Any]:
    """Return an object of a variant, with every property that users can set."""
    return _object(variant.properties)
