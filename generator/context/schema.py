"""The JSON Schema of a connector's properties."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.catalog.connector import Items, Property
from generator.context.connector_shape import ConnectorShape
from generator.context.documented import documented
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.constraints import ConditionalRequirement, StepRules

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_COPIED = ("title", "description", "type", "enum", "const", "default", "format", "pattern", "minimum", "maximum")
_FORMATS = ("date-time", "date")  # Those of the dialect: a strict validator refuses others.


@dataclasses.dataclass(frozen=True)
class SchemaContext:
    """What the schema's template prints; each value is a JSON value.

    Attributes:
        path: The file, below the package's folder of schemas.
        id: The ``$id``, made from the connector's key alone.
        comment: Where the file comes from.
        title: The schema's title.
        body: The keywords of the object, with the documents' examples.
    """

    path: str
    id: str
    comment: str
    title: str
    body: dict[str, Any]


def schema_context(shape: ConnectorShape, comment: str) -> SchemaContext:
    """Return the context of one connector's schema."""
    connector = shape.connector
    body = object_schema(shape.requirements)
    examples = [example for step in connector.steps for example in step.examples or ()]
    if examples:
        body["examples"] = examples
    title = f"{connector.name}: properties of {shape.kind}"
    return SchemaContext(
        f"{connector.key}.json", f"urn:connector-catalog:schema:{connector.key.replace('/', ':')}", comment, title, body
    )


def object_schema(requirements: Requirements) -> dict[str, Any]:
    """Return the schema of an object with certain properties and no others."""
    rules = requirements.rules
    body: dict[str, Any] = {"type": "object"}
    body["properties"] = {each.name: _property(each) for each in requirements.properties}
    if requirements.required:
        body["required"] = list(requirements.required)
    body["additionalProperties"] = False
    if rules.dependent:
        body["dependentRequired"] = {name: list(needed) for name, needed in rules.dependent}
    clauses = [_condition(condition) for condition in rules.conditions]
    clauses += [_any_of(group) for group in rules.any_of]
    clauses += [_step(step) for step in requirements.steps if step.required or step.any_of]
    if clauses:
        body["allOf"] = clauses
    return body


def _condition(condition: ConditionalRequirement) -> dict[str, Any]:
    holds = {
        "properties": {name: {"enum": list(values)} for name, values in condition.when},
        "required": [name for name, _ in condition.when],
    }
    return {"if": holds, "then": {"required": [condition.name]}}


def _any_of(group: tuple[str, ...]) -> dict[str, Any]:
    return {"anyOf": [{"required": [name]} for name in group]}


def _step(step: StepRules) -> dict[str, Any]:
    begun: list[dict[str, Any]] = [{"required": [name]} for name in step.triggers]
    if step.unless:
        begun.append({"not": _any_of(step.unless)})
    then: dict[str, Any] = {"required": list(step.required)} if step.required else {}
    if step.any_of:
        then["allOf"] = [_any_of(group) for group in step.any_of]
    return {"if": {"anyOf": begun}, "then": then}


def _property(found: Property) -> dict[str, Any]:
    stated = found.to_json()
    node = {keyword: stated[keyword] for keyword in _COPIED if keyword in stated}
    if found.format not in _FORMATS:
        node.pop("format", None)
    node["description"] = documented(found)
    if found.string_encoding == "json":
        node |= _json_content(found)
    elif found.children and "object" in found.types:
        node |= object_schema(requirements_of_object(found.children)) | {"type": stated["type"]}
    elif found.items is not None:
        node["items"] = _items(found.items)
    marks = {"writeOnly": found.secret or found.write_only, "readOnly": found.read_only, "deprecated": found.deprecated}
    node |= {keyword: True for keyword, is_set in marks.items() if is_set}
    if found.examples is not None:
        node["examples"] = stated["examples"]
    return node


def _items(items: Items) -> dict[str, Any]:
    stated = items.to_json()
    if not items.properties:
        return {keyword: value for keyword, value in stated.items() if keyword != "properties"}
    node = object_schema(requirements_of_object(items.properties))
    return node | ({"type": stated["type"]} if "type" in stated else {})


def _json_content(found: Property) -> dict[str, Any]:
    """Return keywords for readers and editors: a validator does not parse the string."""
    content: dict[str, Any] = {}
    if found.items is not None:
        content = {"type": "array", "items": _items(found.items)}
    elif found.properties:
        content = object_schema(requirements_of_object(found.properties))
    return {"contentMediaType": "application/json"} | ({"contentSchema": content} if content else {})
