"""The JSON Schema of whole requests: a definition for each connector, with its properties where a request has them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector, Property
from generator.context.payload import Condition, Payload, Rules, payload_of
from generator.context.schema import object_schema, schema_context


def definition_name(connector: Connector) -> str:
    """The name of a connector's definition in the bundle of its vendor."""
    return f"{connector.role}:{connector.type}"


def request_definition(connector: Connector) -> dict[str, Any]:
    """What a request that creates a connection of this type holds."""
    payload = payload_of(connector)
    properties: dict[str, Any] = {payload.type_key: {"const": connector.type}}
    if connector.vendor == "stitch":
        body = schema_context(connector, "").body
        properties[payload.key] = {name: value for name, value in body.items() if name != "examples"}
    else:
        properties |= _parts(payload)
    definition: dict[str, Any] = {
        "title": connector.name,
        "type": "object",
        "properties": properties,
        "required": [payload.type_key, payload.key],
    }
    across = [
        _across(condition, payload) for condition in payload.rules.conditions if not _is_within(condition, payload)
    ]
    return definition | ({"allOf": across} if across else {})


def envelope_definition(envelope: Sequence[Property]) -> dict[str, Any]:
    """What a request that creates holds beside, and the key with which a file names its schema."""
    own = [each for each in envelope if not each.read_only and not each.update_only]
    required = tuple(each.name for each in own if each.requirement == "required")
    body = object_schema(own, required, Rules())
    body["properties"] = {"$schema": {"type": "string"}} | body["properties"]
    return {name: value for name, value in body.items() if name != "additionalProperties"}


def _places(payload: Payload) -> dict[str, str]:
    elsewhere = {name: place for place, names in payload.elsewhere for name in names}
    return {each.name: elsewhere.get(each.name, payload.key) for each in payload.properties}


def _parts(payload: Payload) -> dict[str, Any]:
    places = _places(payload)
    found = {}
    for place in (payload.key, *(place for place, _ in payload.elsewhere)):
        own = [each for each in payload.properties if places[each.name] == place]
        required = tuple(name for name in payload.required if places[name] == place)
        rules = dataclasses.replace(
            payload.rules,
            conditions=tuple(
                each for each in payload.rules.conditions if places[each.name] == place and _is_within(each, payload)
            ),
            dependent=tuple((name, others) for name, others in payload.rules.dependent if places[name] == place),
            any_of=tuple(group for group in payload.rules.any_of if places[group[0]] == place),
        )
        found[place] = object_schema(own, required, rules)
    return found


def _is_within(condition: Condition, payload: Payload) -> bool:
    """Whether a condition looks at properties of the same part only."""
    places = _places(payload)
    return len({places[condition.name], *(places[name] for name, _ in condition.when)}) == 1


def _across(condition: Condition, payload: Payload) -> dict[str, Any]:
    places = _places(payload)
    holds: dict[str, Any] = {"properties": {}, "required": []}
    for name, values in condition.when:
        part = holds["properties"].setdefault(places[name], {"properties": {}, "required": []})
        part["properties"][name] = {"enum": list(values)}
        part["required"].append(name)
        holds["required"] = list(holds["properties"])
    due = {"properties": {places[condition.name]: {"required": [condition.name]}}, "required": [places[condition.name]]}
    return {"if": holds, "then": due}
