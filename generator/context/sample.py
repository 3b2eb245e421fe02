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
    """Return the least payload that is accepted; if steps exclude each other, that of the first.

    Values are the ones that the documents show, where they do.
    """
    if not steps:
        return {}
    first, shown = steps[0], _shown_values(steps[0])
    groups_of_step = [rules.any_of for rules in requirements.steps if rules.step == first.name]
    names = {*required_names(first.properties), *requirements.required}
    names |= _of_unmet(
        (*requirements.rules.any_of, *(group for groups in groups_of_step for group in groups)), names, requirements
    )
    by_name = {each.name: each for each in (*requirements.properties, *first.properties)}
    payload = {name: _value(each, shown) for name, each in by_name.items() if name in names}
    return _completed(payload, requirements, shown)


def completed_example(example: dict[str, Any], steps: Sequence[Step], requirements: Requirements) -> dict[str, Any]:
    """Return an example of one step with what is required of all steps, by the values that documents show."""
    shown = {name: value for step in steps for name, value in _shown_values(step).items()}
    names = {*example, *requirements.required}
    names |= _of_unmet(requirements.rules.any_of, names, requirements)
    added = {each.name: _value(each, shown) for each in requirements.properties if each.name in names - example.keys()}
    return _completed(example | added, requirements, shown)


def _of_unmet(groups: Iterable[Sequence[str]], names: set[str], requirements: Requirements) -> set[str]:
    """Return a property of each group of which none is given."""
    return {_one_of(group, names, requirements) for group in groups if names.isdisjoint(group)}


def _one_of(group: Sequence[str], names: set[str], requirements: Requirements) -> str:
    """Return the first property of a group that may be given together with others."""
    free = (name for name in group if not requirements.rules.exceeded(dict.fromkeys({*names, name})))
    return next(free, group[0])


def full_payload(steps: Sequence[Step], requirements: Requirements) -> dict[str, Any]:
    """Return a payload with every property that users can set; of those that exclude each other, with the first."""
    full: dict[str, Any] = {}
    for step in steps:
        shown = _shown_values(step)
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

    def without(names: Iterable[str]) -> dict[str, Any]:
        return {name: value for name, value in full.items() if name not in names}

    given = [name for name in group if name in full]
    required = [
        name for name in given if name in requirements.required or name in requirements.rules.missing(without([name]))
    ]
    chosen = (required or given)[:1]
    return without(set(given).difference(chosen))


def _completed(payload: dict[str, Any], requirements: Requirements, shown: dict[str, Any]) -> dict[str, Any]:
    """Add the properties that those in the payload require."""
    by_name = {each.name: each for each in requirements.properties}
    while missing := requirements.rules.missing(payload):
        payload |= {name: _value(by_name[name], shown) for name in missing}
    # A copy: a change of the payload must not change the connector's examples.
    return copy.deepcopy(payload)


def _shown_values(step: Step) -> dict[str, Any]:
    return {name: value for example in step.examples or () for name, value in example.items()}


def _value(property_: Property, shown: dict[str, Any]) -> Any:
    """Return the documents' example, the default, an accepted value, or a placeholder of the right form."""
    if property_.secret:
        return _secret(property_)
    if property_.name in shown:
        return _without_secrets(shown[property_.name], property_.children)
    if property_.variants:
        return variant_value(_default_variant(property_))
    if property_.states_default:
        return property_.default
    values = listed_values(property_) or property_.examples or ()
    return _without_secrets(values[0], property_.children) if values else _placeholder(property_)


def _secret(property_: Property) -> Any:
    """Return a placeholder: a secret is never shown, not even the documents' own."""
    name = placeholder(property_)
    if property_.string_encoding == "json":
        # Some validators parse the string, which has to be JSON.
        inside = {each.name: f"<{each.name.upper()}>" for each in property_.children}
        return json.dumps([inside] if property_.items is not None else inside)
    if property_.types == ("object",) and not (property_.children or property_.variants):
        return {"key": name}
    return name if "string" in property_.types and not property_.pattern else _placeholder(property_)


def _without_secrets(value: Any, properties: Iterable[Property]) -> Any:
    by_name = {each.name: each for each in properties}
    if isinstance(value, list | tuple):
        return [_without_secrets(each, properties) for each in value]
    if not isinstance(value, dict):
        return value
    shown: dict[str, Any] = {}
    for name, inner in value.items():
        property_ = by_name.get(name)
        if property_ is not None and property_.secret:
            shown[name] = _secret(property_)
        else:
            shown[name] = _without_secrets(inner, property_.children if property_ is not None else ())
    return shown


def _placeholder(property_: Property) -> Any:
    type_ = property_.types[0] if property_.types else "string"
    if type_ == "object":
        return _object(property_.children)
    if type_ == "array":
        return sample_items(property_, _object, lambda item: _value(item, {}))
    if type_ in ("integer", "number"):
        return sample_number(property_, whole=type_ == "integer")
    return True if type_ == "boolean" else sample_text(property_)


def _object(properties: Iterable[Property]) -> dict[str, Any]:
    settable = [each for each in properties if not each.is_set_by_vendor]
    value = _values((each for each in settable if each.requirement != "conditional"), {})
    missing = requirements_of_object(settable).rules.missing(value)
    return value | {each.name: _value(each, {}) for each in settable if each.name in missing}


def _default_variant(property_: Property) -> Variant:
    """Return the variant that the default selects, or the first one."""
    default = property_.default if isinstance(property_.default, dict) else {}
    variants = property_.variants or ()
    return next((each for each in variants if each.is_selected_by(default)), variants[0])


def variant_value(variant: Variant) -> dict[str, Any]:
    """Return an object of a variant, with every property that users can set."""
    return _object(variant.properties)
