"""Walks an OpenAPI file: the keywords of each property of each connector, as they are written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.bench.differences.statements import Document

Schema = dict[str, Any]
_NOT_KEYWORDS = {"properties", "items", "oneOf", "allOf", "required", "$ref"}
_WORDS = ("description", "title", "example", "examples")
_ANNOTATIONS = (*_WORDS, "default")


def fivetran(path: Path) -> Document:
    """Return what a file of Fivetran states."""
    return _Fivetran(path).document()


def airbyte(path: Path) -> Document:
    """Return what a file of Airbyte states."""
    return _Airbyte(path).document()


class _File:
    """An OpenAPI file."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        loaded = json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.CSafeLoader)
        self.paths, self.schemas = loaded["paths"], loaded["components"]["schemas"]

    def at(self, schema: Schema) -> Schema:
        """Return a schema with its references followed."""
        while "$ref" in schema:
            schema = self.schemas[_name(schema)]
        return schema

    def body(self, path: str, method: str) -> Schema:
        """Return the schema of a request."""
        found: Schema = self.paths[path][method]["requestBody"]["content"]["application/json"]["schema"]
        return found

    def answer(self, path: str) -> Schema:
        """Return the schema of what is created, without what wraps it."""
        answers = self.paths[path]["post"]["responses"]
        found = next(each for status, each in answers.items() if status.startswith("2"))
        schema = self.at(found["content"]["application/json"]["schema"])
        return schema["properties"]["data"] if "data" in schema.get("properties", {}) else schema

    def inside(self, schema: Schema, above: str, **more: Any) -> Iterator[tuple[str, Schema]]:
        """Yield the place and the keywords of each property of an object, and of those in it."""
        found = self.at(schema)
        required = found.get("required", [])
        for name in [*required, *found.get("properties", {})]:
            child = self.at(found.get("properties", {}).get(name, {}))
            yield above + name, self._keywords(child) | {"is required": name in required} | more
            yield from self._below(child, above + name, **more)

    def _below(self, child: Schema, place: str, **more: Any) -> Iterator[tuple[str, Schema]]:
        inner = self.at(child.get("items", child))
        for each in map(self.at, inner.get("oneOf", ())):
            variant = f"{place}[{self._value(inner, each)}]"
            yield variant, {f"variant {word}": value for word, value in self._keywords(each).items()}
            yield from self.inside(each, f"{variant}.", **more)
        yield from self.inside(inner, f"{place}.", **more)

    def _keywords(self, schema: Schema) -> Schema:
        own = {_spelt(name): value for name, value in schema.items() if name not in _NOT_KEYWORDS}
        own = {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in own.items()}
        listed = [str(each) for each in own.get("enum", ())]
        # An empty text states nothing, nor does an example that repeats the listed values.
        silent = ("", " | ".join(listed))
        own = {name: value for name, value in own.items() if name not in _WORDS or value not in silent}
        if own.get("const") is not None:
            own.setdefault("enum", [own.pop("const")])
            own.pop("const", None)
        if "items" in schema:
            items = self.at(schema["items"])
            own |= {"items": True} | {f"items.{name}": value for name, value in self._keywords(items).items()}
        return own

    def _value(self, holder: Schema, variant: Schema) -> str:
        """Return the value that selects a variant: of the property whose constants all differ."""
        constants = [self._constants(each) for each in map(self.at, holder["oneOf"])]
        names = [name for name in constants[0] if all(name in each for each in constants)]
        telling = [name for name in names if len({str(each[name]) for each in constants}) == len(constants)]
        often = [sum(name in self.at(each).get("required", ()) for each in holder["oneOf"]) for name in telling]
        name = telling[often.index(max(often))]
        return str(self._constants(variant)[name])

    def _constants(self, schema: Schema) -> Schema:
        found = {}
        for name, child in schema.get("properties", {}).items():
            known = self.at(child)
            accepted = [known["const"]] if "const" in known else known.get("enum", [])
            if len(accepted) == 1:
                found[name] = accepted[0]
        return found

    def envelope(self, create: Schema, update: Schema, answer: Schema, parts: set[str]) -> dict[str, Schema]:
        """Return the properties beside the connector's own, with the places that have them."""
        sides = {"create": create, "update": update, "answer": answer}
        found: dict[str, Schema] = {}
        for side, schema in sides.items():
            properties = self.at(schema).get("properties", {})
            own = {name: each for name, each in properties.items() if name not in parts}
            required = [name for name in self.at(schema).get("required", ()) if name not in parts]
            for place, keywords in self.inside({"properties": own, "required": required}, "envelope."):
                found.setdefault(place, dict(keywords)).update({f"in {side}": True})
        return found


class _Fivetran(_File):
    def document(self) -> Document:
        found: Document = {}
        for role, path in (("source", "/v1/connections"), ("destination", "/v1/destinations")):
            create, answer = self.body(path, "post"), self.answer(path)
            one = next(each for each in self.paths if re.fullmatch(rf"{path}/{{\w+}}", each))
            update = self.body(one, "patch")
            found[f"fivetran/{role}/request.envelope"] = self.envelope(create, update, answer, {"config", "auth"})
            answers = self._mapping(answer)
            for service, name in self._mapping(create).items():
                own = dict(self._parts(name, create))
                returned = {
                    part: each for part, each in self._parts(answers.get(service, ""), answer) if part not in own
                }
                rows = [row for part in own.values() for row in self._steps(part, read_only=False)]
                rows += [row for part in returned.values() for row in self._steps(part, read_only=True)]
                # The first of several definitions of a property is the one that counts.
                naming = [part for part in own if part.startswith("schema_format_")]
                found[f"fivetran/{role}/{service}"] = {"": {"naming": naming}} | dict(reversed(rows))
        return found

    def _mapping(self, schema: Schema) -> dict[str, str]:
        found = self.at(schema).get("discriminator", {}).get("mapping", {})
        return {service: target.rpartition("/")[2] for service, target in found.items()}

    def _parts(self, name: str, envelope: Schema) -> Iterator[tuple[str, Schema]]:
        schema = self.at(self.schemas.get(name, {}))
        base = self.at(envelope)
        for part in schema.get("allOf", ()):
            if self.at(part) is not base:
                yield _name(part), self.at(part)

    def _steps(self, part: Schema, *, read_only: bool) -> Iterator[tuple[str, Schema]]:
        for step, body in part.get("properties", {}).items():
            yield from self.inside(body, f"{step}.", **{"only returned": read_only})


class _Airbyte(_File):
    def document(self) -> Document:
        found: Document = {}
        for role in ("source", "destination"):
            path = f"/{role}s"
            create, answer = self.body(path, "post"), self.answer(path)
            one = next(each for each in self.paths if re.fullmatch(rf"{path}/{{\w+}}", each))
            update = self.body(one, "patch")
            found[f"airbyte/{role}/request.envelope"] = self.envelope(create, update, answer, {"configuration"})
            listed = self.at(self.at(create)["properties"]["configuration"])["oneOf"]
            for name in map(_name, listed):
                changeable = {place for place, _ in self.inside(self.schemas.get(f"{name}-update", {}), "config.")}
                rows = self.inside(self.schemas[name], "config.")
                found[f"airbyte/{role}/{name}"] = {
                    place: {**keywords, "in update": place in changeable} for place, keywords in rows
                }
        return found


def _name(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _spelt(keyword: str) -> str:
    """Return the annotation that a misspelt keyword stands for: it has the same letters, but for one or two."""
    plain = keyword.strip('" ').lower()
    for name in _ANNOTATIONS:
        if sorted(plain) == sorted(name) or (abs(len(plain) - len(name)) == 1 and set(plain) == set(name)):
            return name
    return keyword
