"""Conditions and rules between properties as JSON Schemas.

Most functions take ``given``, which returns the schema of an object that has a property: an object has it itself, a
request has it in one of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Protocol

from generator.context.json_schema.dialects import Schema
from templates.connector_catalog.rules import Condition, ConditionalRequirement, StepRules

_NOTHING: Schema = {"not": {}}


class Given(Protocol):
    """A function that returns the schema of an object that has a property."""

    def __call__(self, name: str, schema: Schema | None = None) -> Schema:
        """Return the schema; ``schema`` is the one of the property's value, if it matters."""


def given_here(name: str, schema: Schema | None = None) -> Schema:
    """Return the schema of an object that has a property itself."""
    # ajv's strict mode refuses a required name that `properties` of the same schema lacks.
    return {"properties": {name: True if schema is None else schema}, "required": [name]}


def all_given(names: Iterable[str]) -> Schema:
    """Return the schema of an object that has all of these properties."""
    return _all(map(given_here, names))


def any_of(names: Iterable[str], given: Given = given_here) -> Schema:
    """Return the schema of an object with at least one of these properties."""
    return {"anyOf": [given(name) for name in names]}


def at_most_one(names: Iterable[str], given: Given = given_here) -> Schema:
    """Return the schema of an object with at most one of these properties."""
    pairs = [_all([given(one), given(other)]) for one, other in combinations(names, 2)]
    return {"not": pairs[0] if len(pairs) == 1 else {"anyOf": pairs}}


def step_begun(step: StepRules, given: Given = given_here) -> Schema:
    """Return the schema of an object to which a step applies."""
    unless = [{"not": any_of(step.unless, given)}] if step.unless else []
    return {"anyOf": [*map(given, step.triggers), *unless]}


def requirement(conditional: ConditionalRequirement, given: Given = given_here) -> Schema:
    """Return the schema of an object that has a property where its conditions hold."""
    return {"if": _all([holds(each, given) for each in conditional.when]), "then": given(conditional.name)}


def holds(condition: Condition, given: Given = given_here) -> Schema:
    """Return the schema of an object for which a condition holds, if need be by a default."""
    has_value = given(condition.name, {"enum": list(condition.values)})
    by_default = _by_default(condition, given)
    if by_default == _NOTHING:
        return has_value
    return {"anyOf": [has_value, _all([{"not": given(condition.name)}, by_default])]}


def _by_default(condition: Condition, given: Given) -> Schema:
    """Return the schema of the objects for which the default of a property is one of its condition's values."""
    schema: Schema = {} if condition.default else _NOTHING
    for names, is_default in reversed(condition.default_when):
        one_given = any_of(names, given)
        if is_default and schema != {}:
            schema = one_given if schema == _NOTHING else {"anyOf": [one_given, schema]}
        elif not is_default and schema != _NOTHING:
            schema = _all([{"not": one_given}, schema])
    return schema


def _all(schemas: Iterable[Schema]) -> Schema:
    """Return the intersection of schemas, without ``allOf`` if their keywords do not clash."""
    clauses = [each for each in schemas if each]
    names = [name for each in clauses for name in each]
    if len(set(names)) == len(names):
        return {name: value for each in clauses for name, value in each.items()}
    merged = _merged(clauses)
    return {"allOf": clauses} if merged is None else merged


def _merged(schemas: list[Schema]) -> Schema | None:
    """Return one schema for several that only state properties and require them; ``None`` if that is not possible."""
    properties: Schema = {}
    required: list[str] = []
    for each in schemas:
        stated = each.get("properties", {})
        # What every value matches restricts nothing.
        restricting = {name: schema for name, schema in stated.items() if schema is not True or name not in properties}
        clashes = any(properties.get(name, True) is not True for name in restricting)
        if not each.keys() <= {"properties", "required"} or clashes:
            return None
        properties |= restricting
        required += [name for name in each.get("required", ()) if name not in required]
    return ({"properties": properties} if properties else {}) | ({"required": required} if required else {})
