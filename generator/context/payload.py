"""One payload per connector: what its steps ask for together, and when each step is due.

A vendor takes the properties of all steps in one object. A step is due once a property that only this step has
is given; the first step is also due where no other step has begun.
"""

from __future__ import annotations

import dataclasses

from generator.catalog.connector import Connector, Property


@dataclasses.dataclass(frozen=True)
class Gate:
    """A step that is due only at times.

    Attributes:
        step: Its name.
        triggers: Properties that only this step has: one of them given, and the step is due.
        unless: Properties of other steps: where none of them is given, the step is due too. Empty for all
            steps but the first.
        required: The properties that the step requires once it is due.
    """

    step: str
    triggers: tuple[str, ...]
    unless: tuple[str, ...]
    required: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Payload:
    """The properties of a connector's payload, each once, in order; ``required`` ones and ``gates``.

    ``key`` is where a request holds the payload: ``properties`` (Stitch), ``config`` (Fivetran).
    """

    key: str
    properties: tuple[Property, ...]
    required: tuple[str, ...]
    gates: tuple[Gate, ...]


def payload_of(connector: Connector) -> Payload:
    """The payload that the connector's steps make up."""
    key = "properties" if connector.vendor == "stitch" else "config"
    by_name: dict[str, Property] = {}
    for step in connector.steps:
        for each in step.properties:
            by_name.setdefault(each.name, each)
    properties = tuple(by_name.values())
    if len(connector.steps) < 2:
        return Payload(key, properties, required_names(properties), ())
    gates = tuple(_gate(connector, number) for number in range(len(connector.steps)))
    always = {name for name in by_name if all(name in gate.required for gate in gates)}
    return Payload(key, properties, tuple(name for name in by_name if name in always), gates)


def required_names(properties: tuple[Property, ...] | list[Property]) -> tuple[str, ...]:
    """The names of the properties that are always required."""
    return tuple(each.name for each in properties if each.requirement == "required")


def _gate(connector: Connector, number: int) -> Gate:
    step = connector.steps[number]
    others = [other for other in connector.steps if other is not step]
    elsewhere = {each.name for other in others for each in other.properties}
    own = {each.name for each in step.properties}
    triggers = tuple(each.name for each in step.properties if each.name not in elsewhere)
    foreign = dict.fromkeys(each.name for other in others for each in other.properties if each.name not in own)
    return Gate(step.name, triggers, tuple(foreign) if number == 0 else (), required_names(step.properties))
