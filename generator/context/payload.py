"""One payload per connector: what its steps ask for together, and when each step is due.

Stitch takes the properties of all steps in one object: a step is due once a property that only this step has is
given, and the first step is also due where no other step has begun. Fivetran's steps are parts of one request.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector, Property, Step
from generator.context.fault import OutputError
from templates.connector_catalog.constraints import is_among


@dataclasses.dataclass(frozen=True)
class Condition:
    """A property that is required where each of the others in ``when`` has one of the values beside it."""

    name: str
    when: tuple[tuple[str, tuple[Any, ...]], ...]


@dataclasses.dataclass(frozen=True)
class Rules:
    """What concerns several properties of one object.

    Attributes:
        conditions: Properties that are required at times.
        dependent: A property, and those that it needs beside it.
        any_of: Properties of which at least one is needed.
    """

    conditions: tuple[Condition, ...] = ()
    dependent: tuple[tuple[str, tuple[str, ...]], ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.conditions or self.dependent or self.any_of)


@dataclasses.dataclass(frozen=True)
class Gate:
    """A step that is due only at times.

    Attributes:
        step: Its name.
        triggers: Properties that only this step has: one of them given, and the step is due.
        unless: Properties of other steps: where none of them is given, the step is due too. Empty for all
            steps but the first.
        required: The properties that the step requires once it is due.
        any_of: Properties of which the step then needs at least one.
    """

    step: str
    triggers: tuple[str, ...]
    unless: tuple[str, ...]
    required: tuple[str, ...]
    any_of: tuple[tuple[str, ...], ...] = ()


@dataclasses.dataclass(frozen=True)
class Payload:
    """The properties of a connector's payload, each once, in order; ``required`` ones, ``rules`` and ``gates``.

    ``key`` is where a request holds the payload: ``properties`` (Stitch), ``config`` (Fivetran). ``elsewhere`` has the
    properties that a request holds in another place, by that place: ``auth`` (Fivetran).
    """

    key: str
    properties: tuple[Property, ...]
    required: tuple[str, ...]
    rules: Rules
    gates: tuple[Gate, ...]
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def type_key(self) -> str:
        """Where a request that creates has the connector's id."""
        return "type" if self.key == "properties" else "service"


def payload_of(connector: Connector) -> Payload:
    """The payload that the connector's steps make up.

    Raises:
        OutputError: Two steps that a request holds in different places have a property of the same name
            (``name-collision``).
    """
    key = "properties" if connector.vendor == "stitch" else "config"
    elsewhere = _elsewhere(connector, key) if connector.vendor == "fivetran" else ()
    by_name: dict[str, Property] = {}
    for step in connector.steps:
        for each in step.properties:
            by_name[each.name] = _either(by_name[each.name], each) if each.name in by_name else each
    properties = tuple(by_name.values())
    dependent = tuple(pair for step in connector.steps for pair in _dependent(step))
    rules = dataclasses.replace(rules_of(properties), dependent=dependent)
    if connector.vendor == "fivetran":
        # Its steps are parts of one request, and each is due at once.
        groups = tuple(group for step in connector.steps for group in _any_of(step))
        rules = dataclasses.replace(rules, any_of=groups)
        return Payload(key, properties, required_names(properties), rules, (), elsewhere)
    gates = [_gate(connector, number) for number in range(len(connector.steps))]
    always = {name for name in by_name if gates and all(name in gate.required for gate in gates)}
    if gates and not gates[0].unless:
        # No other step has a property of its own: the first one is always due.
        always |= set(gates[0].required)
        rules = dataclasses.replace(rules, any_of=gates[0].any_of)
        gates = gates[1:]
    gates = [gate for gate in gates if gate.triggers]
    required = tuple(name for name in by_name if name in always)
    return Payload(key, properties, required, rules, tuple(gates))


def _elsewhere(connector: Connector, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = {
        step.name: tuple(each.name for each in step.properties if each.requirement != "readOnly")
        for step in connector.steps
    }
    every = [name for own in names.values() for name in own]
    if len(set(every)) < len(every):
        twice = next(name for name in every if every.count(name) > 1)
        raise OutputError("name-collision", connector.key, f"two steps of {connector.key} have the property {twice}")
    return tuple((step, own) for step, own in names.items() if step != key and own)


def _either(one: Property, other: Property) -> Property:
    """A property that two steps have: it takes what either of them takes, if both are the caller's."""
    for settable, shown in ((one, other), (other, one)):
        if shown.requirement == "readOnly" and settable.requirement != "readOnly":
            return settable
    merged = one
    if one.enum is not None:
        values = [value for value in other.enum or () if not is_among(value, one.enum)]
        merged = merged.with_fields(enum=(*one.enum, *values) if other.enum is not None else None)
    if one.types and other.types:
        types = tuple(dict.fromkeys((*one.types, *other.types)))
        merged = merged.with_fields(type=types[0] if len(types) == 1 else types)
    names = ("const", "pattern", "minimum", "maximum", "requirement")
    return merged.without_fields(*(name for name in names if getattr(one, name) != getattr(other, name)))


def required_names(properties: Sequence[Property]) -> tuple[str, ...]:
    """The names of the properties that are always required."""
    return tuple(each.name for each in properties if each.requirement == "required")


def rules_of(properties: Sequence[Property]) -> Rules:
    """The conditions between the properties of one object."""
    conditions = (
        Condition(each.name, tuple((when.property, tuple(when.values)) for when in each.required_when))
        for each in properties
        if each.required_when
    )
    return Rules(tuple(conditions))


def _dependent(step: Step) -> list[tuple[str, tuple[str, ...]]]:
    found = [rule["dependentRequired"] for rule in step.rules or [] if "dependentRequired" in rule]
    return [(name, tuple(needed)) for each in found for name, needed in each.items()]


def _any_of(step: Step) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(rule["anyOf"]) for rule in step.rules or [] if "anyOf" in rule)


def _gate(connector: Connector, number: int) -> Gate:
    step = connector.steps[number]
    others = [other for other in connector.steps if other is not step]
    elsewhere = {each.name for other in others for each in other.properties}
    own = {each.name for each in step.properties}
    triggers = tuple(each.name for each in step.properties if each.name not in elsewhere)
    foreign = dict.fromkeys(each.name for other in others for each in other.properties if each.name not in own)
    unless = tuple(foreign) if number == 0 else ()
    return Gate(step.name, triggers, unless, required_names(step.properties), _any_of(step))
