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
    known = {found.name: found for _, _, found in connector.paths()}
    for step, path, found in connector.paths():
        for condition in (*_conditions(found), *(found.expected_when or ())):
            other = known.get(condition.property)
            if other is None:
                yield f"{step}.{path} has a condition on {condition.property!r}, which is no property"
            elif other.accepted is not None and not all(is_among(each, other.accepted) for each in condition.values):
                yield f"{step}.{path} has a condition on a value that {condition.property} does not list"


def unsatisfiable(step: Step) -> Iterator[str]:
    """Yield a sentence for each value that makes the requirements of a step contradict each other."""
    names = {each.name: each for each in step.properties}
    selectors = {condition.property for each in step.properties for condition in _conditions(each)} & names.keys()
    for selector in sorted(selectors):
        for value in names[selector].accepted or ():
            for fault in _faults({selector: value}, names, step.rules or ()):
                yield f"with {selector} {value!r}, {fault}"


def _conditions(prop: Property) -> Sequence[Condition]:
    return (*(prop.required_when or ()), *(prop.applies_when or ()))


def _faults(given: dict[str, Any], names: Mapping[str, Property], rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    required = _required(given, names)
    for rule in rules:
        group = [name for name in rule.get("atMostOne", ()) if name in required]
        if len(group) > 1:
            yield f"{' and '.join(group)} are required, and exclude each other"
    for name in sorted(required & names.keys()):
        found = names[name]
        if found.requirement == "conditional" and found.read_only:
            yield f"{name} is required, and only the vendor can set it"
        if any(_contradicts(condition, given) for condition in found.applies_when or ()):
            yield f"{name} is required, and has no meaning"


def _required(given: Mapping[str, Any], names: Mapping[str, Property]) -> set[str]:
    """Return the required properties, including those that other required properties require."""
    required = {name for name, found in names.items() if found.requirement == "required"} | given.keys()
    for name, found in names.items():
        if found.required_when and all(_holds(condition, given) for condition in found.required_when):
            required.add(name)
    return required


def _holds(condition: Condition, given: Mapping[str, Any]) -> bool:
    return condition.property in given and is_among(given[condition.property], condition.values)


def _contradicts(condition: Condition, given: Mapping[str, Any]) -> bool:
    return condition.property in given and not is_among(given[condition.property], condition.values)
