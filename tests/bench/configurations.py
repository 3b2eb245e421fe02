"""The example configuration of each service, straight from an OpenAPI file: nothing of the generator's is used."""

from __future__ import annotations

from typing import Any

_REQUESTS = {"source": "NewConnectorRequestV1", "destination": "NewDestinationRequest"}
_BY_TYPE: dict[str, Any] = {"string": "text", "integer": 1, "number": 1.5, "boolean": True, "array": [], "object": {}}


def configurations(data: dict[str, Any]) -> dict[tuple[str, str], dict[str, dict[str, Any]]]:
    """``config`` and ``auth`` as the file shows them, by role and service.

    Each property has its example, of ``A | B`` the first word; without an example the first listed value; an object
    the same of each of its properties; else any value of the declared type.
    """
    schemas = data["components"]["schemas"]
    found: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for role, request in _REQUESTS.items():
        for service, reference in schemas[request]["discriminator"]["mapping"].items():
            steps: dict[str, dict[str, Any]] = {}
            for part in _followed(reference, schemas)["allOf"]:
                if part["$ref"].rpartition("/")[2] != request:
                    for step, body in _followed(part["$ref"], schemas)["properties"].items():
                        steps.setdefault(step, {}).update(_shown(body))
            found[role, service] = steps
    return found


def _followed(reference: str, schemas: dict[str, Any]) -> dict[str, Any]:
    followed: dict[str, Any] = schemas[reference.rpartition("/")[2]]
    return followed


def _shown(body: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(schema) for name, schema in body.get("properties", {}).items()}


def _value(schema: dict[str, Any]) -> Any:
    if "example" in schema:
        return _first(schema["example"])
    if schema.get("enum"):
        return schema["enum"][0]
    if schema.get("properties"):
        return _shown(schema)
    if "items" in schema:
        return [_value(schema["items"])]
    return _BY_TYPE[schema.get("type", "object")]


def _first(example: Any) -> Any:
    if isinstance(example, list):
        return [_first(each) for each in example]
    return example.split(" | ")[0] if isinstance(example, str) else example
