"""Changes of a payload: each gives a payload that is wrong in one way, with a name that says in which."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from generator.catalog.connector import Connector, Step
from generator.catalog.property import Property
from generator.catalog.values import has_type
from tests.vendors import shape

UNKNOWN = "no_such_property"
UNLISTED = "no such value"
# One value of each type. A property is given those that are of none of its types.
SAMPLES: tuple[Any, ...] = ({"no": ["such"]}, [{"no": "such"}], 12345, 0.5, True, "no such text", None)

Object = dict[str, Any]
Place = tuple[str | int, ...]


def examples_of(connector: Connector) -> Iterator[tuple[Step, Object]]:
    """The payloads that documents show, with the step that each is about: those of steps that go together are whole."""
    for step in connector.steps:
        for example in shape(connector).examples_of(step) if step.examples else ():
            yield step, example


def changed(payload: Object, place: Place, value: Any) -> Object:
    """A copy of a payload with another value at a place."""
    made = copy.deepcopy(payload)
    holder: Any = made
    for part in place[:-1]:
        holder = holder[part]
    holder[place[-1]] = value
    return made


def without(payload: Object, place: Place) -> Object:
    """A copy of a payload without the value at a place."""
    made = copy.deepcopy(payload)
    holder: Any = made
    for part in place[:-1]:
        holder = holder[part]
    del holder[place[-1]]
    return made


def objects(
    payload: Object, properties: list[Property], at: Place = ()
) -> Iterator[tuple[Place, Object, list[Property]]]:
    """Each object of a payload, with its place and with the properties that it may have.

    What a string carries is not looked into: for the outputs it is a string.
    """
    yield at, payload, properties
    for each in properties:
        value = payload.get(each.name)
        nested = value if isinstance(value, list) else [value]
        for number, inner in enumerate(nested):
            if isinstance(inner, dict) and each.children:
                place = (*at, each.name, number) if isinstance(value, list) else (*at, each.name)
                yield from objects(inner, each.children, place)


def missing(payload: Object, step: Step) -> Iterator[tuple[str, Object]]:
    """The payload without each of the properties that are required, at every level."""
    for at, inner, properties in objects(payload, step.properties):
        for each in properties:
            if each.requirement == "required" and each.name in inner:
                yield f"without {(*at, each.name)}", without(payload, (*at, each.name))


def wrong_types(payload: Object, step: Step) -> Iterator[tuple[str, Object]]:
    """The payload with values of a wrong type for each property of the step, given or not."""
    for at, _, properties in objects(payload, step.properties):
        for each in properties:
            wrong = [sample for sample in SAMPLES if each.types and not has_type(sample, each.types)]
            for sample in (*wrong[:2], *(value for value in wrong[2:] if value is None)):
                yield f"{sample!r} for {(*at, each.name)}", changed(payload, (*at, each.name), sample)


def unknown_names(payload: Object, step: Step) -> Iterator[tuple[str, Object]]:
    """The payload with an unknown name in each of its objects."""
    for at, _, _ in objects(payload, step.properties):
        yield f"{UNKNOWN} in {at}", changed(payload, (*at, UNKNOWN), "x")


def unlisted_values(payload: Object, step: Step) -> Iterator[tuple[str, Object]]:
    """The payload with a value outside the list, for each property that has a list."""
    for at, _, properties in objects(payload, step.properties):
        for each in properties:
            if each.enum is not None and not each.enum_open:
                yield f"unlisted value for {(*at, each.name)}", changed(payload, (*at, each.name), UNLISTED)
