"""Reads an OpenAPI file, version 3, into the blocks of :mod:`generator.blocks.specification`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from generator.blocks.block import Block
from generator.blocks.keywords import LIST, OBJECT, TEXT, has_kind, valid_keywords
from generator.blocks.markdown import NestingError, read_markdown
from generator.blocks.misspelt import with_correct_spelling
from generator.blocks.specification import DEEPEST, Operation, Schema, Specification
from generator.diagnostics import Diagnostics
from generator.strict_data.pointer import pointer

_SCHEMAS = "#/components/schemas/"
_METHODS = ("get", "post", "put", "patch", "delete")
_STRUCTURE = frozenset({"description", "properties", "items", "allOf", "oneOf", "$ref", "discriminator"})
_JSON = "application/json"


def read_openapi(data: Any, diagnostics: Diagnostics) -> Specification | None:
    """Return the operations and schemas of an OpenAPI file, or ``None`` and an error ``openapi-format``.

    Each part that the standard does not allow is an error of this code, too; the rest is read.
    """
    version = data.get("openapi", "")
    if not isinstance(version, str) or not version.startswith("3."):
        diagnostics.error(
            "openapi-format", "/openapi", f"unsupported version {str(version)[:20]!r}; expected 3.0 or 3.1"
        )
        return None
    reader = _Reader(diagnostics, siblings_count=not version.startswith("3.0"))
    components = reader.object(data, "components", "")
    named = reader.object(components, "schemas", "/components")
    if "" in named:
        diagnostics.error("openapi-format", "/components/schemas/", "a schema without a name; no reference leads to it")
    schemas = {
        name: reader.schema(body, pointer("components", "schemas", name)) for name, body in named.items() if name
    }
    paths = reader.object(data, "paths", "").items()
    operations = (operation for path, item in paths for operation in reader.operations(path, item))
    return Specification(tuple(operations), schemas)


class _Reader:
    """Reads the parts of one file.

    Args:
        diagnostics: Collects the errors.
        siblings_count: Whether the keywords beside ``$ref`` are evaluated, as since OpenAPI 3.1.
    """

    def __init__(self, diagnostics: Diagnostics, *, siblings_count: bool) -> None:
        self._diagnostics = diagnostics
        self._siblings_count = siblings_count

    def object(self, fields: Mapping[str, Any], name: str, above: str) -> dict[str, Any]:
        """Return the object in a field; an empty one, with an error, for another value."""
        value = fields.get(name, {})
        return value if has_kind(value, OBJECT, f"{above}{pointer(name)}", self._diagnostics) else {}

    def schema(self, body: Any, place: str, depth: int = 0) -> Schema:
        """Return the schema at a place; an empty one, with an error, if ``body`` is not a schema."""
        if self._siblings_count and body is True:
            return Schema(place)
        if not has_kind(body, OBJECT, place, self._diagnostics):
            return Schema(place)
        if depth > DEEPEST:
            message = f"the schema is nested more than {DEEPEST} levels deep"
            self._diagnostics.error("openapi-format", place, message)
            return Schema(place)
        body = with_correct_spelling(body, place, self._diagnostics)
        keywords = {name: value for name, value in body.items() if name not in _STRUCTURE}
        reference = self._schema_name(body["$ref"], place) if "$ref" in body else ""
        parts = self._schemas(body, "allOf", place, depth)
        if reference and self._siblings_count and len(body) > 1:
            parts = (Schema(f"{place}/$ref", reference=reference), *parts)
            reference = ""
        properties = self.object(body, "properties", place).items()
        selector, mapping = self._discriminator(body, place)
        return Schema(
            place,
            keywords=valid_keywords(keywords, place, self._diagnostics),
            description=self._description(body, f"{place}/description"),
            properties={
                name: self.schema(child, f"{place}/properties{pointer(name)}", depth + 1) for name, child in properties
            },
            items=self.schema(body["items"], f"{place}/items", depth + 1) if "items" in body else None,
            parts=parts,
            variants=self._schemas(body, "oneOf", place, depth),
            reference=reference,
            mapping=mapping,
            selector=selector,
        )

    def _description(self, body: Mapping[str, Any], place: str) -> tuple[Block, ...]:
        text = body.get("description", "")
        if not has_kind(text, TEXT, place, self._diagnostics):
            return ()
        try:
            return read_markdown(text, place)
        except NestingError as fault:
            self._diagnostics.error("openapi-format", place, str(fault))
            return ()

    def _schemas(self, body: Mapping[str, Any], keyword: str, place: str, depth: int) -> tuple[Schema, ...]:
        schemas = body.get(keyword, [])
        if not has_kind(schemas, LIST, f"{place}/{keyword}", self._diagnostics):
            return ()
        return tuple(
            self.schema(schema, f"{place}/{keyword}/{number}", depth + 1) for number, schema in enumerate(schemas)
        )

    def _discriminator(self, body: Mapping[str, Any], place: str) -> tuple[str, dict[str, str]]:
        """Return the name of the discriminator's property, and the names of schemas by its values."""
        discriminator = self.object(body, "discriminator", place)
        place = f"{place}/discriminator"
        for name in sorted(map(str, discriminator.keys() - {"propertyName", "mapping"})):
            message = f"unknown keyword {name[:40]!r}; it is ignored"
            self._diagnostics.unread("unknown-keyword", place, message)
        selector = discriminator.get("propertyName", "")
        if not has_kind(selector, TEXT, f"{place}/propertyName", self._diagnostics):
            selector = ""
        mapping = self.object(discriminator, "mapping", place).items()
        names = {value: self._schema_name(target, f"{place}/mapping{pointer(value)}") for value, target in mapping}
        return selector, {value: name for value, name in names.items() if name}

    def _schema_name(self, reference: Any, place: str) -> str:
        """Return the name of the schema that a reference points to; empty, with an error, if it points elsewhere."""
        if not has_kind(reference, TEXT, place, self._diagnostics):
            return ""
        name = unquote(reference.removeprefix(_SCHEMAS))
        if reference.startswith(_SCHEMAS) and name:
            return name.replace("~1", "/").replace("~0", "~")
        message = f"unsupported reference {reference[:80]!r}; expected one to {_SCHEMAS}"
        self._diagnostics.error("openapi-format", place, message)
        return ""

    def operations(self, path: str, item: Any) -> Iterator[Operation]:
        """Yield the operations of a path."""
        place = pointer("paths", path)
        if not has_kind(item, OBJECT, place, self._diagnostics):
            return
        for method in item:
            if method not in _METHODS:
                continue
            operation = self.object(item, method, place)
            bodies = (_content(_object_at(operation, "requestBody")), _response(operation))
            place_of_operation = f"{place}/{method}"
            request, response = (
                self._schema_name(body["$ref"], place_of_operation) if "$ref" in body else "" for body in bodies
            )
            yield Operation(method, path, request, response)


def _response(operation: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of the first successful response that has one."""
    for status, response in _object_at(operation, "responses").items():
        if str(status).startswith("2"):
            content = _content(response)
            # Some vendors wrap their responses.
            schema = _object_at(content, "properties", "data") or content
            if schema:
                return schema
    return {}


def _content(holder: Any) -> dict[str, Any]:
    """Return the schema of a request's or a response's JSON body, or an empty object."""
    for media_type, body in _object_at(holder, "content").items():
        if str(media_type).partition(";")[0].strip() == _JSON:
            return _object_at(body, "schema")
    return {}


def _object_at(value: Any, *keys: str) -> dict[str, Any]:
    """Return the object below the keys; an empty one if a key is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}
