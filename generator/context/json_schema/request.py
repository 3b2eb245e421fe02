"""The JSON Schemas of whole requests that create, their drafts, and the envelopes of all requests."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from generator.catalog.envelope import Envelope
from generator.catalog.property import Property
from generator.context.connector_shape import ConnectorShape
from generator.context.json_schema.connector import object_schema
from generator.context.json_schema.dialects import Schema
from generator.context.json_schema.rules import Given, any_of, at_most_one, given_here, requirement, step_begun
from generator.context.requirements import Requirements, requirements_of_object
from generator.serialize import dumps_line
from templates.connector_catalog.rules import ConditionalRequirement, Rules, StepRules
from templates.connector_catalog.shapes import RequestShape

CREATE, DRAFT, UPDATE = ACTIONS = ("create", "draft", "update")
"""The actions of requests. A draft may be incomplete."""


def definition_line(name: str, definition: Schema) -> str:
    """Return the line of a definition."""
    return f"{dumps_line(name)}:{dumps_line(definition)}"


def request_definition(shape: ConnectorShape) -> Schema:
    """Return the schema of a request that creates a connection of this type."""
    path = shape.request.id_field
    titled = {part: part_title(shape, part) | object_schema(inside(shape, part)) for part in shape.parts}
    parts = titled | _unused_parts(shape)
    across = _clauses_across(shape)
    return {
        "title": shape.connector.name,
        "type": "object",
        "properties": with_id(parts, path, shape.request.id_in_request(shape.connector.type)),
        "required": list(dict.fromkeys((path.partition(".")[0], *shape.needed_parts))),
    } | ({"allOf": across} if across else {})


def draft_definition(shape: ConnectorShape) -> Schema:
    """Return the schema of a draft: of its parts and their properties, all may be missing."""
    titled = {part: part_title(shape, part) | object_schema(inside(shape, part), partial=True) for part in shape.parts}
    parts = titled | _unused_parts(shape)
    across = [
        at_most_one(group, given_in_part(shape))
        for group in shape.requirements.rules.at_most_one
        if len(parts_of(shape, group)) > 1
    ]
    id_ = shape.request.id_in_request(shape.connector.type)
    properties = with_id(parts, shape.request.id_field, id_, is_required=False)
    title = f"{shape.connector.name}, draft"
    return {"title": title, "type": "object", "properties": properties} | ({"allOf": across} if across else {})


def part_title(shape: ConnectorShape, part: str) -> Schema:
    """Return the title of a part of a connector's requests, which editors show."""
    return {"title": f"{shape.connector.name}: {part}"}


def in_envelope(definition: Schema, role: str) -> Schema:
    """Return the schema of a request that also has what its envelope defines, and nothing else."""
    # The envelope knows all names. `unevaluatedProperties` would add an error to each one of the envelope.
    return definition | {"allOf": [*definition.get("allOf", ()), {"$ref": f"#/$defs/{role}"}]}


def envelope_definition(envelope: Envelope | None, action: str, request: RequestShape) -> Schema:
    """Return the schema of a request's envelope, closed except for the request's parts and the connector's id.

    Without an envelope, because the vendor's documents do not describe it, the schema accepts everything.
    """
    if envelope is None:
        return {"type": "object", "additionalProperties": True}
    body = object_schema(requirements_of_object(envelope_properties(envelope, action)), partial=action != CREATE)
    del body["additionalProperties"]
    fixed = [each.name for each in envelope.properties if each.create_only and not each.read_only]
    names = (request.id_field.partition(".")[0], *request.parts)
    properties = {"$schema": {}} | dict.fromkeys(names, True) | body["properties"]
    properties |= dict.fromkeys(fixed, False) if action == UPDATE else {}
    return body | {"properties": properties, "additionalProperties": False}


def envelope_properties(envelope: Envelope, action: str) -> list[Property]:
    """Return the properties of an envelope that a request of an action may have."""
    settable = (each for each in envelope.properties if not each.read_only)
    return [each for each in settable if not (each.create_only if action == UPDATE else each.update_only)]


def id_condition(path: str, schema: Schema) -> Schema:
    """Return the schema of an object that has a value of a schema at a dotted path."""
    name, _, rest = path.partition(".")
    inner = id_condition(rest, schema) if rest else schema
    return {"type": "object", "properties": {name: inner}, "required": [name]}


def id_given(path: str) -> Schema:
    """Return the schema of an object that has something at a dotted path."""
    name, _, rest = path.partition(".")
    return {"type": "object"} | given_here(name, id_given(rest) if rest else None)


def with_id(properties: Schema, path: str, type_: str, *, is_required: bool = True) -> Schema:
    """Return properties with the id at its dotted path, which may lead into a part."""
    name, _, rest = path.partition(".")
    if not rest:
        return {name: {"const": type_}} | properties
    holder = properties.get(name, {"type": "object", "properties": {}})
    inner = with_id(holder.get("properties", {}), rest, type_, is_required=is_required)
    required = list(dict.fromkeys((rest.partition(".")[0], *holder.get("required", ()))))
    return properties | {name: holder | {"properties": inner} | ({"required": required} if is_required else {})}


def inside(shape: ConnectorShape, part: str) -> Requirements:
    """Return the requirements that concern properties of one part only."""
    requirements = shape.requirements
    rules, names = requirements.rules, set(shape.parts[part])
    return dataclasses.replace(
        requirements,
        properties=tuple(each for each in requirements.properties if each.name in names),
        required=tuple(name for name in requirements.required if name in names),
        rules=Rules(
            tuple(each for each in rules.conditions if names.issuperset(_names_of_condition(each))),
            tuple((name, others) for name, others in rules.dependent if names.issuperset((name, *others))),
            tuple(group for group in rules.any_of if names.issuperset(group)),
            tuple(group for group in rules.at_most_one if names.issuperset(group)),
        ),
        steps=tuple(each for each in requirements.steps if names.issuperset(_names_of_step(each))),
    )


def parts_of(shape: ConnectorShape, names: Collection[str]) -> set[str]:
    """Return the parts of a request that hold some properties."""
    return set(map(shape.part_of, names))


def given_in_part(shape: ConnectorShape) -> Given:
    """Return the function that returns the schema of a request that has a property in its part."""

    def given(name: str, schema: Schema | None = None) -> Schema:
        """Return the schema of a request that has a property in its part."""
        part = shape.part_of(name)
        return {"properties": {part: {"type": "object"} | given_here(name, schema)}, "required": [part]}

    return given


def _unused_parts(shape: ConnectorShape) -> Schema:
    """Return the schemas of the parts in which the connector has no property."""
    return {part: {"type": "object", "maxProperties": 0} for part in shape.request.parts if part not in shape.parts}


def _names_of_condition(requirement: ConditionalRequirement) -> set[str]:
    names = {requirement.name}
    for condition in requirement.when:
        names.add(condition.name)
        names.update(name for others, _ in condition.default_when for name in others)
    return names


def _names_of_step(step: StepRules) -> list[str]:
    return [*step.triggers, *step.unless, *step.required, *(name for group in step.any_of for name in group)]


def _clauses_across(shape: ConnectorShape) -> list[Schema]:
    """Return a clause for each rule that no part's schema can state.

    These are rules about properties of several parts, and requirements in a part that a request may lack.
    """
    requirements, rules, main = shape.requirements, shape.requirements.rules, {shape.request.main_part}
    given = given_in_part(shape)

    def is_across(names: Collection[str], *, unconditional: bool = False) -> bool:
        parts = parts_of(shape, names)
        return len(parts) > 1 or (unconditional and parts != main)

    clauses = [given(name) for name in requirements.required if is_across([name], unconditional=True)]
    clauses += [
        requirement(each, given)
        for each in rules.conditions
        if is_across(_names_of_condition(each), unconditional=each.holds({}))
    ]
    for name, others in rules.dependent:
        if is_across([name, *others]):
            clauses.append({"if": given(name), "then": {"allOf": [given(other) for other in others]}})
    clauses += [any_of(group, given) for group in rules.any_of if is_across(group, unconditional=True)]
    clauses += [at_most_one(group, given) for group in rules.at_most_one if is_across(group)]
    for step in requirements.steps:
        if is_across(_names_of_step(step)):
            then = [*map(given, step.required), *(any_of(group, given) for group in step.any_of)]
            clauses.append({"if": step_begun(step, given), "then": {"allOf": then}})
    return clauses
