"""The schema of a request that creates: the connector's id, its properties in their parts, and their rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.context.connector_shape import ConnectorShape
from generator.context.requirements import Requirements
from generator.context.schema import object_schema
from templates.connector_catalog.constraints import ConditionalRequirement, Rules, StepRules

Schema = dict[str, Any]


def request_definition(shape: ConnectorShape) -> Schema:
    """Return the schema of a request that creates a connection of this type."""
    properties = {part: object_schema(_within(shape, part)) for part in shape.parts}
    path = shape.request.id_field
    definition: Schema = {
        "title": shape.connector.name,
        "type": "object",
        "properties": _with_id(properties, path, shape.connector.type),
        "required": list(dict.fromkeys((path.partition(".")[0], shape.request.main_part))),
    }
    across = _Across(shape).clauses()
    return definition | ({"allOf": across} if across else {})


def id_condition(path: str, schema: Schema) -> Schema:
    """Return the schema of an object that has a value of a schema at a dotted path."""
    name, _, rest = path.partition(".")
    inner = id_condition(rest, schema) if rest else schema
    return {"properties": {name: inner}, "required": [name]}


def _with_id(properties: Schema, path: str, type_: str) -> Schema:
    """Return properties with the id at its dotted path, which may lead into a part."""
    name, _, rest = path.partition(".")
    if not rest:
        return {name: {"const": type_}} | properties
    holder = properties.get(name, {"type": "object", "properties": {}})
    inner = _with_id(holder["properties"], rest, type_)
    required = list(dict.fromkeys((rest.partition(".")[0], *holder.get("required", ()))))
    return properties | {name: holder | {"properties": inner, "required": required}}


def _within(shape: ConnectorShape, part: str) -> Requirements:
    """Return the requirements that concern properties of one part only."""
    stated, own = shape.requirements, set(shape.parts[part])
    return Requirements(
        tuple(each for each in stated.properties if each.name in own),
        tuple(name for name in stated.required if name in own),
        Rules(
            tuple(each for each in stated.rules.conditions if own.issuperset(_names(each))),
            tuple((name, others) for name, others in stated.rules.dependent if own.issuperset((name, *others))),
            tuple(group for group in stated.rules.any_of if own.issuperset(group)),
        ),
        tuple(each for each in stated.steps if own.issuperset(_names_of_step(each))),
    )


def _names(condition: ConditionalRequirement) -> list[str]:
    return [condition.name, *(name for name, _ in condition.when)]


def _names_of_step(step: StepRules) -> list[str]:
    return [*step.triggers, *step.unless, *step.required, *(name for group in step.any_of for name in group)]


class _Across:
    """The rules that concern properties of several parts."""

    def __init__(self, shape: ConnectorShape) -> None:
        self._shape = shape

    def clauses(self) -> list[Schema]:
        """Return a clause for each of these rules."""
        rules, steps = self._shape.requirements.rules, self._shape.requirements.steps
        found = [self._condition(each) for each in rules.conditions if self._is_across(_names(each))]
        for name, others in rules.dependent:
            if self._is_across([name, *others]):
                found.append({"if": self._given(name), "then": {"allOf": [self._given(other) for other in others]}})
        found += [self._any_of(group) for group in rules.any_of if self._is_across(group)]
        return found + [self._step(each) for each in steps if self._is_across(_names_of_step(each))]

    def _is_across(self, names: Iterable[str]) -> bool:
        return len({self._shape.part_of(name) for name in names}) > 1

    def _given(self, name: str, schema: Schema | None = None) -> Schema:
        part = self._shape.part_of(name)
        inner = ({} if schema is None else {"properties": {name: schema}}) | {"required": [name]}
        return {"properties": {part: inner}, "required": [part]}

    def _any_of(self, group: tuple[str, ...]) -> Schema:
        return {"anyOf": [self._given(name) for name in group]}

    def _condition(self, condition: ConditionalRequirement) -> Schema:
        holds = [self._given(name, {"enum": list(values)}) for name, values in condition.when]
        return {"if": holds[0] if len(holds) == 1 else {"allOf": holds}, "then": self._given(condition.name)}

    def _step(self, step: StepRules) -> Schema:
        begun = [self._given(name) for name in step.triggers]
        begun += [{"not": self._any_of(step.unless)}] if step.unless else []
        then = [self._given(name) for name in step.required] + [self._any_of(group) for group in step.any_of]
        return {"if": {"anyOf": begun}, "then": {"allOf": then}}
