"""The JSON Schema of a connector's payload."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.catalog.connector import Connector, Items, Property
from generator.context.payload import Gate, payload_of, required_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_COPIED = ("title", "description", "type", "enum", "const", "default", "format", "pattern")


@dataclasses.dataclass(frozen=True)
class SchemaContext:
    """What the schema's template prints; each value is a JSON value.

    Attributes:
        path: The file, below the package's folder of schemas.
        id: The ``$id``: stable, made from the connector's key alone.
        comment: Where the file comes from.
        title: The schema's title.
        body: The keywords of the payload's object, the documents' payloads among them.
    """

    path: str
    id: str
    comment: str
    title: str
    body: dict[str, Any]


def schema_id(connector: Connector) -> str:
    """The ``$id`` of a connector's schema."""
    return f"urn:connector-catalog:schema:{connector.key.replace('/', ':')}"


def schema_context(connector: Connector, comment: str) -> SchemaContext:
    """The context of one connector's schema."""
    payload = payload_of(connector)
    body = _object(list(payload.properties), payload.required)
    if payload.gates:
        body["allOf"] = [_gate(gate) for gate in payload.gates if gate.required]
    examples = [example for step in connector.steps for example in step.examples or []]
    if examples:
        body["examples"] = examples
    title = f"{connector.name}: properties of a {connector.vendor.title()} {connector.role}"
    return SchemaContext(f"{connector.key}.json", schema_id(connector), comment, title, body)


def _object(properties: list[Property], required: tuple[str, ...]) -> dict[str, Any]:
    body: dict[str, Any] = {"type": "object"}
    body["properties"] = {each.name: _property(each) for each in properties}
    if required:
        body["required"] = list(required)
    body["additionalProperties"] = False
    return body


def _property(found: Property) -> dict[str, Any]:
    stated = found.to_json()
    node = {keyword: stated[keyword] for keyword in _COPIED if keyword in stated}
    if found.children and "object" in found.types:
        node |= _object(found.children, required_names(found.children)) | {"type": stated["type"]}
    if found.items is not None:
        node["items"] = _items(found.items)
    if found.secret or found.write_only:
        node["writeOnly"] = True
    if found.read_only:
        node["readOnly"] = True
    if found.deprecated:
        node["deprecated"] = True
    if found.examples is not None:
        node["examples"] = found.examples
    return node


def _items(items: Items) -> dict[str, Any]:
    if items.properties:
        return _object(items.properties, required_names(items.properties))
    return items.to_json()


def _gate(gate: Gate) -> dict[str, Any]:
    begun: list[dict[str, Any]] = [{"required": [name]} for name in gate.triggers]
    if gate.unless:
        begun.append({"not": {"anyOf": [{"required": [name]} for name in gate.unless]}})
    return {"if": {"anyOf": begun}, "then": {"required": list(gate.required)}}
