"""The example configuration of each service, straight from an OpenAPI file."""

from __future__ import annotations

import re
from typing import Any

from generator.catalog.connector import Connector

_REQUESTS = {"source": "NewConnectorRequestV1", "destination": "NewDestinationRequest"}
_LEAST = re.compile(r"(?:less(?:er)? than|at least) (?P<after>[1-9]\d*)|(?P<before>[1-9]\d*) or greater")
_VALUES = re.compile(r"\bvalues (?P<first>[A-Z]\w+) or [A-Z]")
_BY_TYPE: dict[str, Any] = {"string": "text", "integer": 1, "number": 1.5, "boolean": True, "array": [], "object": {}}


def configurations(data: dict[str, Any]) -> dict[tuple[str, str], dict[str, dict[str, Any]]]:
    """``config`` and ``auth`` as the file shows them, by role and service.

    Each property has its example, of ``A | B`` the first word; without an example the first listed value; an object
    the same of each of its properties; else any value of the declared type. An example that is a placeholder, and none
    of the listed values, is replaced by the first of them; :func:`placeholders` counts these.
    """
    schemas = data["components"]["schemas"]
    found: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for role, request in _REQUESTS.items():
        for service, reference in schemas[request]["discriminator"]["mapping"].items():
            steps: dict[str, dict[str, Any]] = {}
            for part in _followed(reference, schemas)["allOf"]:
                if part["$ref"].rpartition("/")[2] != request:
                    for step, body in _followed(part["$ref"], schemas)["properties"].items():
                        steps.setdefault(step, {}).update(_shown(body, service))
            found[role, service] = steps
    return found


def _followed(reference: str, schemas: dict[str, Any]) -> dict[str, Any]:
    followed: dict[str, Any] = schemas[reference.rpartition("/")[2]]
    return followed


def placeholders(data: dict[str, Any]) -> int:
    """Return how many services have an example that is a placeholder and none of the listed values."""
    schemas = data["components"]["schemas"]
    count = 0
    for request in _REQUESTS.values():
        for service, reference in schemas[request]["discriminator"]["mapping"].items():
            parts = [each["$ref"] for each in _followed(reference, schemas)["allOf"]]
            bodies = [_followed(part, schemas) for part in parts if part.rpartition("/")[2] != request]
            count += any(_has_placeholder(step, service) for body in bodies for step in body["properties"].values())
    return count


def _has_placeholder(body: dict[str, Any], service: str) -> bool:
    inner = body.get("properties", {}).items()
    return any(is_placeholder(name, schema, service) or _has_placeholder(schema, service) for name, schema in inner)


def is_placeholder(name: str, schema: dict[str, Any], service: str) -> bool:
    """Return whether an example stands for a value that the file lists, or for a number that its text bounds."""
    shown, listed = schema.get("example"), schema.get("enum") or []
    if shown in (0, "string") and not listed:
        return _stated(schema) is not None
    return bool(listed) and shown in ("string", name, f"{service}_{name}") and shown not in listed


def instead_of_placeholder(schema: dict[str, Any]) -> Any:
    """Return the first listed value, or the one that the description states."""
    return schema["enum"][0] if schema.get("enum") else _stated(schema)


def _stated(schema: dict[str, Any]) -> int | str | None:
    """Return the least number, or the first of the values, that a description states in words."""
    found = _LEAST.search(schema.get("description", ""))
    if schema.get("type") == "integer" and found is not None:
        return int(found["after"] or found["before"])
    found = _VALUES.search(schema.get("description", ""))
    return found["first"] if schema.get("type") == "string" and found is not None else None


def _shown(body: dict[str, Any], service: str) -> dict[str, Any]:
    return {name: _value(name, schema, service) for name, schema in body.get("properties", {}).items()}


def _value(name: str, schema: dict[str, Any], service: str) -> Any:
    if is_placeholder(name, schema, service):
        return instead_of_placeholder(schema)
    if "example" in schema:
        return _first(schema["example"])
    if schema.get("enum"):
        return schema["enum"][0]
    if schema.get("properties"):
        return _shown(schema, service)
    if "items" in schema:
        return [_value(name, schema["items"], service)]
    return _BY_TYPE[schema.get("type", "object")]


def _first(example: Any) -> Any:
    if isinstance(example, list):
        return [_first(each) for each in example]
    return example.split(" | ")[0] if isinstance(example, str) else example


def without_excluded(payload: dict[str, Any], connector: Connector) -> dict[str, Any]:
    """Return a payload with the first of the properties that exclude each other: the file shows one of each alone."""
    rules = [rule for step in connector.steps for rule in step.rules or ()]
    groups = [[name for name in rule.get("atMostOne", ()) if name in payload] for rule in rules]
    excluded = {name for group in groups for name in group[1:]}
    return {name: value for name, value in payload.items() if name not in excluded}
