"""The JSON Schemas of requests that may leave out what is required: drafts, and those that update.

They lead to the schemas of a request that creates wherever they can.
"""

from __future__ import annotations

from urllib.parse import quote

from generator.context.connector_shape import ConnectorShape
from generator.context.request_schema import (
    CREATE,
    DRAFT,
    UPDATE,
    definition_line,
    given_in_part,
    inside,
    parts_of,
    request_definition,
    with_id,
)
from generator.context.rule_schema import Schema, at_most_one, given_here
from generator.context.schema import object_schema


def definition_lines(shape: ConnectorShape) -> str:
    """Return the lines of a connector's definitions."""
    name = f"{shape.connector.role}:{shape.connector.type}"
    create = request_definition(shape)
    draft = draft_definition(shape, create, name)
    definitions = {CREATE: create, DRAFT: draft, UPDATE: update_definition(shape, draft, name)}
    return ",\n".join(definition_line(f"{action}{name}", each) for action, each in definitions.items())


def draft_definition(shape: ConnectorShape, create: Schema, name: str) -> Schema:
    """Return the schema of a draft: of its parts and their properties, all may be missing."""
    path = shape.request.id_field
    parts: Schema = {}
    for part in shape.parts:
        parts[part] = _led_to(object_schema(inside(shape, part), partial=True), create, name, part)
    across = [
        at_most_one(group, given_in_part(shape))
        for group in shape.requirements.rules.at_most_one
        if len(parts_of(shape, group)) > 1
    ]
    properties = with_id(parts, path, shape.request.id_in_request(shape.connector.type), is_required=False)
    title = f"{shape.connector.name}, draft"
    return {"title": title, "type": "object", "properties": properties} | ({"allOf": across} if across else {})


def update_definition(shape: ConnectorShape, draft: Schema, name: str) -> Schema:
    """Return the schema of a request that updates; it may have each property in any part of the vendor's requests."""
    fixed = {each.name: False for each in shape.requirements.properties if each.create_only}
    parts, main = list(shape.request.parts), shape.request.main_part
    if len(shape.parts) == 1:
        body = _reference(f"{DRAFT}{name}", main) | ({"properties": fixed} if fixed else {})
    else:
        own = {
            each: _same_as(draft["properties"][part], name, part, each)
            for part in shape.parts
            for each in shape.parts[part]
            if each not in fixed
        }
        body = {"type": "object", "properties": own, "additionalProperties": False}
    bodies = {main: body} | {part: _reference(f"{UPDATE}{name}", main) for part in parts if part != main}

    def given(name: str, schema: Schema | None = None) -> Schema:
        found = [{"properties": {part: given_here(name, schema)}, "required": [part]} for part in parts]
        return found[0] if len(found) == 1 else {"anyOf": found}

    id_ = shape.request.id_in_request(shape.connector.type)
    exclusive = [at_most_one(group, given) for group in shape.requirements.rules.at_most_one]
    return {
        "title": f"{shape.connector.name}, update",
        "type": "object",
        "properties": with_id(bodies, shape.request.id_field, id_, is_required=False),
        "allOf": [{"$ref": f"#/$defs/{UPDATE}{shape.connector.role}"}, *exclusive],
        "unevaluatedProperties": False,
    }


def _led_to(body: Schema, create: Schema, name: str, part: str) -> Schema:
    """Return the schema of a part of a draft, with references wherever a request that creates has the same."""
    stated = create["properties"][part]
    if body == stated:
        return _reference(name, part)
    properties = {
        each: _reference(name, part, each) if node == stated["properties"][each] else node
        for each, node in body["properties"].items()
    }
    return body | {"properties": properties}


def _same_as(draft: Schema, name: str, part: str, each: str) -> Schema:
    """Return a reference to the schema of a property, given the part of a draft."""
    if "$ref" in draft:
        return _reference(name, part, each)
    node: Schema = draft["properties"][each]
    return node if "$ref" in node else _reference(f"{DRAFT}{name}", part, each)


def _reference(name: str, *properties: str) -> Schema:
    """Return a reference to a definition, or to the schema of a property in it."""
    pointer = [each.replace("~", "~0").replace("/", "~1") for each in properties]
    path = "".join(f"/properties/{quote(each)}" for each in pointer)
    return {"$ref": f"#/$defs/{name}{path}"}
