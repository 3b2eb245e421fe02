"""The JSON Schemas of requests that update, and the definitions of a connector in each bundle."""

from __future__ import annotations

from urllib.parse import quote

from generator.context.connector_shape import ConnectorShape
from generator.context.json_schema.connector import object_schema
from generator.context.json_schema.dialects import DRAFT_07, DRAFT_2020_12, Schema
from generator.context.json_schema.draft_07 import in_draft_07
from generator.context.json_schema.request import (
    CREATE,
    DRAFT,
    UPDATE,
    definition_line,
    draft_definition,
    in_envelope,
    inside,
    part_title,
    request_definition,
    with_id,
)
from generator.context.json_schema.rules import at_most_one, given_here


def definition_lines(shape: ConnectorShape) -> dict[str, dict[str, str]]:
    """Return the line of a connector's definition, by the URI of the dialect and the action of the bundle."""
    role = shape.connector.role
    name = f"{role}:{shape.connector.type}"
    definitions = {
        CREATE: request_definition(shape),
        DRAFT: draft_definition(shape),
        UPDATE: update_definition(shape, name),
    }
    whole = {action: in_envelope(each, role) for action, each in definitions.items()}
    in_dialects = {DRAFT_2020_12.uri: whole, DRAFT_07.uri: {each: in_draft_07(whole[each]) for each in whole}}
    return {
        uri: {action: definition_line(name, each) for action, each in by_action.items()}
        for uri, by_action in in_dialects.items()
    }


def update_definition(shape: ConnectorShape, name: str) -> Schema:
    """Return the schema of a request that updates; it may have each property in any part of the vendor's requests."""
    parts, main = list(shape.request.parts), shape.request.main_part
    bodies = {main: part_title(shape, main) | _properties(shape)} | {
        part: _reference(name, main) for part in parts if part != main
    }

    def given(name: str, schema: Schema | None = None) -> Schema:
        inner = {"type": "object"} | given_here(name, schema)
        options: list[Schema] = [{"properties": {part: inner}, "required": [part]} for part in parts]
        return options[0] if len(options) == 1 else {"anyOf": options}

    id_ = shape.request.id_in_request(shape.connector.type)
    return {
        "title": f"{shape.connector.name}, update",
        "type": "object",
        "properties": with_id(bodies, shape.request.id_field, id_, is_required=False),
        "allOf": [at_most_one(group, given) for group in shape.requirements.rules.at_most_one],
    }


def _properties(shape: ConnectorShape) -> Schema:
    """Return the schema of an object with the properties of all parts; those that cannot change are not accepted."""
    bodies = [object_schema(inside(shape, part), partial=True) for part in shape.parts]
    properties = {name: node for body in bodies for name, node in body["properties"].items()}
    properties |= {each.name: False for each in shape.requirements.properties if each.create_only}
    body = bodies[0] if len(bodies) == 1 else {"type": "object", "additionalProperties": False}
    return body | {"properties": properties}


def _reference(name: str, part: str) -> Schema:
    """Return a reference to the schema of a part in a definition."""
    pointer = quote(part.replace("~", "~0").replace("/", "~1"), safe="~")
    return {"$ref": f"#/$defs/{name}/properties/{pointer}"}
