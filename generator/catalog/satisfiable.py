"""Finds conditions that name something unknown, and requirements that no payload can meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.catalog.condition import Condition
from generator.catalog.connector import Connector, Step
from generator.catalog.property import Property
from templates.connector_catalog.constraints import is_among


def unknown_conditions(connector: Connector) -> Iterator[str]:
    """Yield a sentence for each condition on a property, or on a value, that the connector does not have."""
    properties = {property_.name: property_ for _, _, property_ in connector.paths()}
    for step, path, property_ in connector.paths():
        for condition in (*_conditions(property_), *(property_.expected_when or ())):
            other = properties.get(condition.property)
            if other is None:
                yield f"{step}.{path} has a condition on {condition.property!r}, which is no property"
            elif other.accepted is not None and not all(is_among(each, other.accepted) for each in condition.values):
                yield f"{step}.{path} has a condition on a value that {condition.property} does not list"


def unsatisfiable(step: Step) -> Iterator[str]:
    """Yield a sentence for each value that makes the requirements of a step contradict each other."""
    by_name = {each.name: each for each in step.properties}
    selectors = {condition.property for each in step.properties for condition in _conditions(each)} & by_name.keys()
    for selector in sorted(selectors):
        for value in by_name[selector].accepted or ():
            for fault in _faults({selector: value}, by_name, step.rules or ()):
                yield f"with {selector} {value!r}, {fault}"


def _conditions(property_: Property) -> Sequence[Condition]:
    return (*(property_.required_when or ()), *(property_.applies_when or ()))


def _faults(
    payload: dict[str, Any], by_name: Mapping[str, Property], rules: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    required = _required(payload, by_name)
    for rule in rules:
        group = [name for name in rule.get("atMostOne", ()) if name in required]
        if len(group) > 1:
            yield f"{' and '.join(group)} are required, and exclude each other"
    for name in sorted(required & by_name.keys()):
        property_ = by_name[name]
        if property_.requirement == "conditional" and property_.read_only:
            yield f"{name} is required, and only the vendor can set it"
        if any(_contradicts(condition, payload) for condition in property_.applies_when or ()):
            yield f"{name} is required, and has no meaning"


def _required(payload: Mapping[str, Any], by_name: Mapping[str, Property]) -> set[str]:
    """Return the properties that a payload with these values requires."""
    required = {name for name, property_ in by_name.items() if property_.requirement == "required"} | payload.keys()
    for name, property_ in by_name.items():
        if property_.required_when and all(_holds(condition, payload) for condition in property_.required_when):
            required.add(name)
    return required


def _holds(condition: Condition, payload: Mapping[str, Any]) -> bool:
    return condition.property in payload and is_among(payload[condition.property], condition.values)


def _contradicts(condition: Condition, payload: Mapping[str, Any]) -> bool:
    return condition.property in payload and not is_among(payload[condition.property], condition.values)
