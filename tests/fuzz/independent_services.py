"""Reads the services of an OpenAPI file with no code of the generator: what it sees, the generator must see.

It collects what is below every keyword that holds schemas, whether or not the generator knows it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Facts = dict[str, dict[str, dict[str, Any]]]
"""Of each service and envelope, of each property by its path: what is stated about it."""

PATHS = {"source": r"/v\d+/(connections|connectors)", "destination": r"/v\d+/destinations"}
STEPS = {"source": ("config", "auth"), "destination": ("config", "auth")}
_HOLDERS = ("allOf", "oneOf", "anyOf", "not", "if", "then", "else", "contains", "propertyNames", "additionalProperties")
_LIMITS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_LIMITS += ("minLength", "maxLength", "minItems", "maxItems", "pattern")
_COPIED = ("default", "const", *_LIMITS, "deprecated", "readOnly", "writeOnly")
_READ = {"type", "enum", "example", "examples", "description", "format", "nullable", "required", *_COPIED}
_READ |= {"properties", "items", "allOf", "title", "xml", "externalDocs", "$comment"}
_FORMATS = ("date", "date-time", "email", "uri", "uuid", "hostname", "ipv4", "ipv6", "binary", "byte")


class Services:
    """The services of one file, which may have any form."""

    def __init__(self, data: Any) -> None:
        self.data = data

    def facts(self) -> Facts:
        """Return what the file states of each service, and of the properties around it."""
        found: Facts = {}
        for role, path in PATHS.items():
            create, update, answer = self._requests(path)
            mapping = self._mapping(create)
            if not mapping:
                continue
            found[f"{role} envelope"] = self._envelope(role, [create, update, answer])
            for service, reference in mapping.items():
                if re.fullmatch("[a-z0-9][a-z0-9_]*", service):
                    answered = self._mapping(answer).get(service)
                    found[f"{role}/{service}"] = self._service(role, create, reference, answer, answered)
        return found

    def _requests(self, path: str) -> list[Any]:
        bodies: list[Any] = [None, None, None]
        for name, item in _of(self.data, "paths").items():
            for method, operation in item.items() if isinstance(item, dict) else ():
                request = _of(operation, "requestBody", "content", "application/json", "schema").get("$ref")
                if method == "post" and re.fullmatch(path, name):
                    responses = [each for code, each in _of(operation, "responses").items() if code.startswith("2")]
                    keys = ("content", "application/json", "schema", "properties", "data")
                    bodies[0], bodies[2] = request, _of(responses[0] if responses else None, *keys).get("$ref")
                elif method in ("patch", "put") and re.fullmatch(path + r"/\{\w+\}", name):
                    bodies[1] = request
        return bodies

    def _at(self, reference: Any) -> Any:
        """The schema that a reference leads to, through other references."""
        for _ in range(50):
            name = str(reference).removeprefix("#/components/schemas/").replace("~1", "/").replace("~0", "~")
            schema = _of(self.data, "components", "schemas").get(name)
            if not isinstance(schema, dict) or "$ref" not in schema:
                return schema
            reference = schema["$ref"]
        return None

    def _mapping(self, reference: Any) -> dict[str, Any]:
        return _of(self._at(reference), "discriminator", "mapping")

    def _views(self, schema: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
        """Each object that describes the same value as a schema, the later ones winning over the earlier ones."""
        if isinstance(schema, list):
            for each in schema:
                yield from self._views(each, depth + 1)
        if not isinstance(schema, dict) or depth > 20:
            return
        if "$ref" in schema:
            yield from self._views(self._at(schema["$ref"]), depth + 1)
            return
        for holder in _HOLDERS:
            yield from self._views(schema.get(holder), depth + 1)
        yield schema

    def _own(self, role: str, envelope: Any, reference: Any) -> dict[str, list[dict[str, Any]]]:
        """The parts of a service by their names, without the envelope; beside them its own properties."""
        schema = self._at(reference)
        found: dict[str, list[dict[str, Any]]] = {}
        for number, part in enumerate(schema.get("allOf", []) if isinstance(schema, dict) else []):
            name = str(part.get("$ref")) if isinstance(part, dict) and "$ref" in part else f"{reference} {number}"
            target = self._at(part["$ref"]) if isinstance(part, dict) and "$ref" in part else part
            if target is not self._at(envelope):
                found[name] = list(self._views(target))
        if isinstance(schema, dict):
            beside = {name: each for name, each in schema.items() if name != "allOf"}
            found[str(reference)] = list(self._views(beside))
        return found

    def _service(self, role: str, create: Any, reference: Any, answer: Any, answered: Any) -> dict[str, dict[str, Any]]:
        own = self._own(role, create, reference)
        told = self._own(role, answer, answered) if answered else {}
        found: dict[str, dict[str, Any]] = {"": {"naming": [name for name in own if "/schema_format_" in name][-1:]}}
        others = [word for views in own.values() for view in views for word in view if word not in _READ]
        for parts, read_only in ((own, False), ({name: told[name] for name in told if name not in own}, True)):
            for views in parts.values():
                for step in STEPS[role]:
                    bodies = [view["properties"][step] for view in views if step in _of(view, "properties")]
                    inner = [view for body in bodies for view in self._views(body)]
                    others += [word for view in inner for word in view if word not in _READ]
                    for path, facts in self._properties(bodies, step):
                        found.setdefault(
                            path, facts | ({"required": "readOnly"} if read_only and path.count(".") == 1 else {})
                        )
        found[""]["others"] = others
        return found

    def _envelope(self, role: str, references: list[Any]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        sets = [dict(self._properties([self._at(reference)], "")) for reference in references]
        for path, facts in ((path, facts) for each in sets for path, facts in each.items()):
            if path.split(".")[1] not in STEPS[role]:
                if path.count(".") == 1:
                    facts.pop("required", None)
                first = next(each for each in sets if f".{path.split('.')[1]}" in each)
                if path in first:
                    found.setdefault(path, facts)
        return found

    def _properties(
        self, bodies: list[Any], above: str, seen: tuple[int, ...] = ()
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        views = [view for body in bodies for view in self._views(body)]
        lists = [view["required"] for view in views if isinstance(view.get("required"), list)]
        required = [name for each in lists for name in each]
        names: dict[str, list[Any]] = {}
        for view in views:
            for name, body in _of(view, "properties").items():
                names[name] = [body]
        for name, body in names.items():
            path = f"{above}.{name}"
            inner = [view for each in body for view in self._views(each)]
            yield path, _stated(inner, self) | ({"required": "required"} if name in required else {})
            if len(seen) < 12:
                items = [view["items"] for view in inner if "items" in view]
                yield from self._properties(items[-1:] or body, path, (*seen, id(body)))


def _stated(views: list[dict[str, Any]], services: Services) -> dict[str, Any]:
    """What the keywords of a property say, in the terms of the records."""
    merged = {name: value for view in views for name, value in view.items()}
    types = _words(merged)
    items = list(services._views(merged["items"])) if "items" in merged else []
    inner = {name: value for view in items for name, value in view.items()}
    found: dict[str, Any] = {
        "type": types,
        "enum": merged.get("enum") or None,
        "examples": [*([merged["example"]] if merged.get("example") is not None else []), *merged.get("examples", [])],
        "items": {"type": _words(inner), "enum": inner.get("enum") or None},
        "others": sorted(merged.keys() - _READ) + sorted(inner.keys() - _READ),
        "description": letters(merged.get("description", "")),
    }
    for name in _COPIED:
        if merged.get(name) not in (None, False) or (name in ("default", "const") and merged.get(name) is not None):
            found[name] = merged[name]
    found["secret"] = "password" in (merged.get("format"), inner.get("format"))
    found["format"] = merged.get("format") if merged.get("format") in _FORMATS and not found["secret"] else None
    return found


def _words(schema: dict[str, Any]) -> list[Any]:
    stated = schema.get("type", [])
    listed = stated if isinstance(stated, list) else [stated]
    null = [word for word in listed if word == "null"] or ([True] if schema.get("nullable") is True else [])
    types = [word for word in listed if word != "null"]
    return sorted(map(str, [*types, *(["null"] if null and types else [])]))


def letters(text: Any) -> str | None:
    """The letters of a description; ``None`` for one with tags or entities, which is rewritten, or with none."""
    if not isinstance(text, str) or re.search("[<&]", text):
        return None
    return "".join(re.findall(r"[A-Za-z]+", text))


def _of(value: Any, *keys: str) -> dict[str, Any]:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are the same, with their types."""
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)
