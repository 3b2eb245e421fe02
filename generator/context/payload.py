"""One payload per connector: what its steps ask for together, and when each step is due.

Stitch takes the properties of all steps in one object: a step is due once a property that only this step has is
given, and the first step is also due where no other step has begun. Fivetran's steps are parts of one request.
"""

from __future__ import annotations

import dataclasses

from generator.catalog.connector import Connector, Property, Step
from generator.catalog.values import among
from generator.context.fault import OutputError
from templates.connector_catalog.constraints import ConditionalRequirement, Rules, StepRules


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
    gates: tuple[StepRules, ...]
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
    rules = rules_of(properties)._replace(dependent=dependent)
    if connector.vendor == "fivetran":
        # Its steps are parts of one request, and each is due at once.
        groups = tuple(group for step in connector.steps for group in _any_of(step))
        rules = rules._replace(any_of=groups)
        return Payload(key, properties, required_names(properties), rules, (), elsewhere)
    gates = [_gate(connector, number) for number in range(len(connector.steps))]
    always = {name for name in by_name if gates and all(name in gate.required for gate in gates)}
    if gates and not gates[0].unless:
        # No other step has a property of its own: the first one is always due.
        always |= set(gates[0].required)
        rules = rules._replace(any_of=gates[0].any_of)
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
    merged = one.model_copy(deep=True)
    if one.enum is not None:
        values = [value for value in other.enum or [] if not among(value, one.enum)]
        merged.enum = [*one.enum, *values] if other.enum is not None else None
    if one.types and other.types:
        merged.type = list(dict.fromkeys((*one.types, *other.types)))
        merged.type = merged.type[0] if len(merged.type) == 1 else merged.type
    for name in ("const", "pattern", "minimum", "maximum", "requirement"):
        if getattr(one, name) != getattr(other, name):
            setattr(merged, name, None)
            merged.model_fields_set.discard(name)
    if merged.enum is None:
        merged.model_fields_set.discard("enum")
    return merged


def required_names(properties: tuple[Property, ...] | list[Property]) -> tuple[str, ...]:
    """The names of the properties that are always required."""
    return tuple(each.name for each in properties if each.requirement == "required")


def rules_of(properties: tuple[Property, ...] | list[Property]) -> Rules:
    """The conditions between the properties of one object."""
    conditions = (
        ConditionalRequirement(each.name, tuple((when.property, tuple(when.values)) for when in each.required_when))
        for each in properties
        if each.required_when
    )
    return Rules(tuple(conditions))


def _dependent(step: Step) -> list[tuple[str, tuple[str, ...]]]:
    found = [rule["dependentRequired"] for rule in step.rules or [] if "dependentRequired" in rule]
    return [(name, tuple(needed)) for each in found for name, needed in each.items()]


def _any_of(step: Step) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(rule["anyOf"]) for rule in step.rules or [] if "anyOf" in rule)


def _gate(connector: Connector, number: int) -> StepRules:
    step = connector.steps[number]
    others = [other for other in connector.steps if other is not step]
    elsewhere = {each.name for other in others for each in other.properties}
    own = {each.name for each in step.properties}
    triggers = tuple(each.name for each in step.properties if each.name not in elsewhere)
    foreign = dict.fromkeys(each.name for other in others for each in other.properties if each.name not in own)
    unless = tuple(foreign) if number == 0 else ()
    return StepRules(step.name, triggers, unless, required_names(step.properties), _any_of(step))
