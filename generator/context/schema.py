"""The JSON Schema of a connector's payload."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector, Items, Property
from generator.context.documented import documented
from generator.context.payload import Condition, Gate, Rules, payload_of, required_names, rules_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_COPIED = ("title", "description", "type", "enum", "const", "default", "format", "pattern", "minimum", "maximum")
_FORMATS = ("date-time", "date")  # what the dialect knows; a strict validator refuses other names


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
    body = object_schema(payload.properties, payload.required, payload.rules)
    gates = [_gate(gate) for gate in payload.gates if gate.required or gate.any_of]
    if gates:
        body["allOf"] = [*body.get("allOf", []), *gates]
    examples = [example for step in connector.steps for example in step.examples or []]
    if examples:
        body["examples"] = examples
    title = f"{connector.name}: properties of a {connector.vendor.title()} {connector.role}"
    return SchemaContext(f"{connector.key}.json", schema_id(connector), comment, title, body)


def object_schema(properties: Sequence[Property], required: tuple[str, ...], rules: Rules) -> dict[str, Any]:
    """The schema of an object with these properties and no others."""
    body: dict[str, Any] = {"type": "object"}
    body["properties"] = {each.name: _property(each) for each in properties}
    if required:
        body["required"] = list(required)
    body["additionalProperties"] = False
    if rules.dependent:
        body["dependentRequired"] = {name: list(needed) for name, needed in rules.dependent}
    clauses = [_condition(condition) for condition in rules.conditions]
    clauses += [_any_of(group) for group in rules.any_of]
    if clauses:
        body["allOf"] = clauses
    return body


def _condition(condition: Condition) -> dict[str, Any]:
    holds = {
        "properties": {name: {"enum": list(values)} for name, values in condition.when},
        "required": [name for name, _ in condition.when],
    }
    return {"if": holds, "then": {"required": [condition.name]}}


def _any_of(group: tuple[str, ...]) -> dict[str, Any]:
    return {"anyOf": [{"required": [name]} for name in group]}


def _property(found: Property) -> dict[str, Any]:
    stated = found.to_json()
    node = {keyword: stated[keyword] for keyword in _COPIED if keyword in stated}
    if found.format not in _FORMATS:
        node.pop("format", None)
    node["description"] = documented(found)
    if found.string_encoding == "json":
        node |= _json_content(found)
    elif found.children and "object" in found.types:
        node |= _nested(found.children) | {"type": stated["type"]}
    elif found.items is not None:
        node["items"] = _items(found.items)
    marks = {"writeOnly": found.secret or found.write_only, "readOnly": found.read_only, "deprecated": found.deprecated}
    node |= {keyword: True for keyword, there in marks.items() if there}
    if found.examples is not None:
        node["examples"] = list(found.examples)
    return node


def _nested(properties: Sequence[Property]) -> dict[str, Any]:
    return object_schema(properties, required_names(properties), rules_of(properties))


def _items(items: Items) -> dict[str, Any]:
    if not items.properties:
        return {keyword: value for keyword, value in items.to_json().items() if keyword != "properties"}
    return _nested(items.properties) | ({"type": items.to_json()["type"]} if items.type is not None else {})


def _json_content(found: Property) -> dict[str, Any]:
    """What a string carries as JSON: for readers and editors, no validator looks into the string."""
    content: dict[str, Any] = {}
    if found.items is not None:
        content = {"type": "array", "items": _items(found.items)}
    elif found.properties:
        content = _nested(found.properties)
    return {"contentMediaType": "application/json"} | ({"contentSchema": content} if content else {})


def _gate(gate: Gate) -> dict[str, Any]:
    begun: list[dict[str, Any]] = [{"required": [name]} for name in gate.triggers]
    if gate.unless:
        begun.append({"not": {"anyOf": [{"required": [name]} for name in gate.unless]}})
    due: dict[str, Any] = {"required": list(gate.required)} if gate.required else {}
    if gate.any_of:
        due["allOf"] = [_any_of(group) for group in gate.any_of]
    return {"if": {"anyOf": begun}, "then": due}
