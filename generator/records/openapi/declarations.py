"""Reads the keywords of a property's schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from generator.blocks.specification import Schema, Specification
from generator.diagnostics import Level
from generator.records.openapi.accounts import LIMITS, LIMITS_OF_ITEMS
from generator.records.openapi.extensions import extended_fields, report_extensions
from generator.records.openapi.pattern import pattern_of
from generator.records.openapi.repairs import Declared, repaired
from generator.records.reader import Context

_COPIED = ("default", "const", *sorted(LIMITS - {"pattern"}), "deprecated", "readOnly", "writeOnly")
_SIZES = frozenset({"int32", "int64", "float", "double"})
_FORMATS = frozenset({"date", "date-time", "email", "uri", "uuid", "hostname", "ipv4", "ipv6", "binary", "byte"})
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object"})


@dataclasses.dataclass(frozen=True)
class Declaration:
    """The words for the type of a property, and the catalog's fields that its schema declares."""

    type_words: tuple[str, ...]
    fields: Mapping[str, Any]


class DeclarationReader:
    """Reads the declarations of one file's schemas; unreadable parts become diagnostics."""

    def __init__(self, specification: Specification, context: Context) -> None:
        self._specification = specification
        self._extensions = context.extensions
        self._diagnostics = context.diagnostics

    def read(self, schema: Schema, subject: str) -> Declaration:
        """Return the declarations of a property's resolved schema."""
        self.report_values(schema, subject)
        types = self._types(schema, subject)
        declared = self._repaired(schema, subject)
        items = self._specification.resolved(schema.items) if schema.items is not None else None
        item_types = self._types(items, f"{subject}[]") if items is not None else []
        fields = self._fields(declared, schema, subject)
        item_fields = self._items(declared.items, items, item_types, subject)
        words = tuple(word.upper() for word in _with_first(declared.type, types))
        return Declaration(words, fields | ({"items": item_fields} if item_fields else {}))

    def report_values(self, schema: Schema, subject: str) -> None:
        """Report values without meaning, and values of the vendor's keywords that have the wrong type."""
        report_extensions(schema, self._extensions, self._diagnostics)
        for name in ("default", "const", "example"):
            if schema.keywords.get(name, "") is None:
                self._diagnostics.note("unused-keyword", schema.place, f"{name} is null; it is ignored", subject)
        word = schema.keywords.get("format", "password")
        if word not in _FORMATS | _SIZES | {"password"}:
            message = f"unknown format {word[:40]!r}; it is ignored"
            # Names of formats are in lower case: the vendor's own validation ignores others.
            level = Level.NOTE if word.lower() in _FORMATS | _SIZES else Level.WARNING
            self._diagnostics.add(level, "unknown-format", schema.place, message, subject, is_unread=True)

    def _repaired(self, schema: Schema, subject: str) -> Declared:
        declared, repairs = repaired(self._declared(schema))
        for rule in repairs:
            self._diagnostics.note(rule.code, schema.place, rule.sentence, subject)
        if declared.type == "object" and not declared.has_properties:
            message = "an object without declared properties; any object is accepted"
            self._diagnostics.note("open-object", schema.place, message, subject)
        return declared

    def _declared(self, schema: Schema) -> Declared:
        stated = schema.keywords
        types = [word for word in _words(stated) if word in _TYPES]
        items = self._specification.resolved(schema.items) if schema.items is not None else None
        return Declared(
            type=types[0] if types else "",
            format=stated.get("format", ""),
            values=list(stated["enum"]) if "enum" in stated else None,
            example=stated.get("example"),
            has_properties=bool(schema.properties or schema.variants),
            items=self._declared(items) if items is not None else None,
        )

    def _types(self, schema: Schema, subject: str) -> list[str]:
        """Return the types that a schema states; none, with an error, if one is unknown."""
        stated = _words(schema.keywords)
        unknown = [word for word in stated if word not in (*_TYPES, "null")]
        if unknown:
            message = f"unknown type {unknown[0][:40]!r}; expected one of: {', '.join(sorted(_TYPES))}"
            self._diagnostics.error("unknown-type", schema.place, message, subject)
            return []
        is_nullable = schema.keywords.get("nullable") is True or "null" in stated
        types = [word for word in stated if word != "null"]
        return [*types, "null"] if types and is_nullable else types

    def _fields(self, declared: Declared, schema: Schema, subject: str) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for name in _COPIED:
            value = schema.keywords.get(name)
            # ``false`` states something only as a default.
            if value is not None and (value is not False or name == "default"):
                fields[name] = value
        pattern = pattern_of(schema, self._diagnostics, subject)
        if pattern is not None:
            fields["pattern"] = pattern
        if declared.values:
            fields["enum"] = declared.values
        fields |= extended_fields(schema, self._extensions)
        formats = {declared.format, declared.items.format if declared.items is not None else ""}
        if "password" in formats:
            fields |= {"secret": True, "secretFrom": "mark"}
        elif declared.format in _FORMATS:
            fields["format"] = declared.format
        examples = [declared.example] if declared.example is not None else []
        examples += schema.keywords.get("examples", ())
        if examples:
            fields["examples"] = examples
        return fields

    def _items(
        self, declared: Declared | None, schema: Schema | None, types: list[str], subject: str
    ) -> dict[str, Any]:
        if declared is None or schema is None:
            return {}
        items: dict[str, Any] = {}
        types = _with_first(declared.type, types)
        if types:
            items["type"] = types[0] if len(types) == 1 else types
        if declared.values:
            items["enum"] = declared.values
        items |= {name: schema.keywords[name] for name in LIMITS_OF_ITEMS if name in schema.keywords}
        pattern = pattern_of(schema, self._diagnostics, f"{subject}[]")
        if pattern is not None:
            items["pattern"] = pattern
        return items


def _words(keywords: Mapping[str, Any]) -> list[str]:
    """Return the names of the types, of which OpenAPI 3.1 allows several."""
    types = keywords.get("type", [])
    return [types] if isinstance(types, str) else types


def _with_first(first: str, types: list[str]) -> list[str]:
    """Return the types with the first one replaced, as a repair may have done."""
    return [first, *types[1:]] if first and types else types
