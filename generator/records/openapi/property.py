"""Reads the properties of the schemas of an OpenAPI file."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from generator.blocks.block import markdown
from generator.blocks.specification import Schema, Specification
from generator.records.checks import report_property_name
from generator.records.openapi.patterns import pattern_of
from generator.records.openapi.repairs import Declared, repaired
from generator.records.prose import find_statements
from generator.records.reader import Context
from generator.records.record import PropertyRecord, Statement

_NAME = re.compile(r"[A-Za-z0-9_$][\w.$-]*", re.ASCII)
_COPIED = ("default", "minimum", "maximum", "deprecated", "readOnly", "writeOnly")
KEYWORDS = frozenset({"type", "format", "enum", "example", "required", "nullable", "pattern", *_COPIED})
"""The keywords that are read, and that a capture keeps."""

_IGNORED = frozenset({"title", "uniqueItems", "additionalProperties", "xml", "externalDocs", "examples"})
"""Known keywords that the catalog has no use for."""

_SIZES = frozenset({"int32", "int64", "float", "double"})
_FORMATS = frozenset({"date", "date-time", "email", "uri", "uuid", "hostname", "ipv4", "ipv6", "binary", "byte"})
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object"})


class PropertyReader:
    """Reads the properties of one file's schemas; what it cannot read is a diagnostic."""

    def __init__(self, specification: Specification, context: Context) -> None:
        self._specification = specification
        self._coverage = context.coverage
        self._diagnostics = context.diagnostics
        self._phrases = context.phrases
        self._site = context.site

    def records(self, schema: Schema, subject: str, above: tuple[str, ...] = ()) -> tuple[PropertyRecord, ...]:
        """Return the properties of an object's schema; ``above`` has the places of the schemas that contain it."""
        self._coverage.count_properties(schema)
        found = (self._record(name, child, schema, subject, above) for name, child in schema.properties.items())
        return tuple(record for record in found if record is not None)

    def _record(
        self, name: str, schema: Schema, parent: Schema, subject: str, above: tuple[str, ...]
    ) -> PropertyRecord | None:
        self._coverage.claim(schema)
        subject = f"{subject}.{name[:60]}"
        if _NAME.fullmatch(name) is None:
            report_property_name(name, schema.place, self._diagnostics, subject)
            return None
        resolved = self._specification.resolved(schema)
        if resolved.place in above:
            message = f"circular reference to the schema at {resolved.place}"
            self._diagnostics.error("cyclic-reference", schema.place, message, subject)
            return None
        self._coverage.sections.update(self._specification.places(schema))
        self.report_unknown(resolved, subject)
        declared = self._repaired(resolved, subject)
        statements = self._statements(resolved, name, subject)
        required = parent.keywords.get("required")
        return PropertyRecord(
            name=name,
            place=schema.place,
            type_words=self._type_words(declared, resolved, subject),
            requirement="required" if isinstance(required, list) and name in required else None,
            description=markdown(resolved.description),
            statements=statements,
            declared=self._fields(declared, resolved, subject),
            children=self._children(resolved, name, subject, (*above, resolved.place)),
        )

    def _repaired(self, schema: Schema, subject: str) -> Declared:
        declared, repairs = repaired(self._declared(schema))
        for rule in repairs:
            self._diagnostics.note(rule.code, schema.place, rule.sentence, subject)
        if declared.type == "object" and not declared.has_properties:
            message = "an object without declared properties; any object is accepted"
            self._diagnostics.note("open-object", schema.place, message, subject)
        return declared

    def _statements(self, schema: Schema, name: str, subject: str) -> tuple[Statement, ...]:
        self._coverage.count(schema.description)
        statements = find_statements(schema.description, self._coverage, name, self._phrases, self._site)
        self._coverage.report_unread_lists(schema.description, self._diagnostics, subject)
        return statements

    def _declared(self, schema: Schema) -> Declared:
        stated = schema.keywords
        values, format_, types = stated.get("enum"), stated.get("format"), _types(stated)
        items = self._specification.resolved(schema.items) if schema.items is not None else None
        return Declared(
            type=types[0] if types else "",
            format=format_ if isinstance(format_, str) else "",
            values=list(values) if isinstance(values, list) else None,
            example=stated.get("example"),
            has_properties=bool(schema.properties),
            items=self._declared(items) if items is not None else None,
        )

    def _children(self, schema: Schema, name: str, subject: str, above: tuple[str, ...]) -> tuple[PropertyRecord, ...]:
        holder = self._specification.resolved(schema.items) if schema.items is not None else schema
        if schema.items is not None:
            self._coverage.sections.update(self._specification.places(schema.items))
            self.report_unknown(holder, f"{subject}[]")
            self._statements(holder, name, f"{subject}[]")
            if holder.items is not None:
                message = "a list of lists; the items of the inner lists are ignored"
                self._diagnostics.warning("list-of-lists", holder.place, message, subject)
        return self.records(holder, subject, above)

    def _type_words(self, declared: Declared, schema: Schema, subject: str) -> tuple[str, ...]:
        stated = schema.keywords.get("type")
        listed = stated if isinstance(stated, list) else [] if stated is None else [stated]
        unknown = [word for word in listed if word not in (*_TYPES, "null")]
        if unknown:
            message = f"unknown type {str(unknown[0])[:40]!r}; expected one of: {', '.join(sorted(_TYPES))}"
            self._diagnostics.error("unknown-type", schema.place, message, subject)
            return ()
        words = [word.upper() for word in (declared.type, *_types(schema.keywords)[1:]) if word]
        is_nullable = schema.keywords.get("nullable") is True or (isinstance(stated, list) and "null" in stated)
        return tuple([*words, "NULL"] if words and is_nullable else words)

    def _fields(self, declared: Declared, schema: Schema, subject: str) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for name in _COPIED:
            value = schema.keywords.get(name)
            # ``false`` states something only as a default.
            if value is not None and (value is not False or name == "default"):
                fields[name] = value
        if (pattern := pattern_of(schema, self._diagnostics, subject)) is not None:
            fields["pattern"] = pattern
        if declared.values:
            fields["enum"] = declared.values
        formats = {declared.format, declared.items.format if declared.items is not None else ""}
        if "password" in formats:
            fields |= {"secret": True, "secretFrom": "mark"}
        elif declared.format in _FORMATS:
            fields["format"] = declared.format
        if declared.example is not None:
            fields["examples"] = [declared.example]
        stated = {"type": declared.items.type, "enum": declared.items.values} if declared.items is not None else {}
        items = {name: value for name, value in stated.items() if value}
        return fields | ({"items": items} if items else {})

    def report_unknown(self, schema: Schema, subject: str) -> None:
        """Warn about the keywords of a schema that are not read."""
        for keyword, value in schema.keywords.items():
            if keyword not in KEYWORDS | _IGNORED:
                message = f"unknown keyword {keyword[:40]!r}; it is ignored"
                self._diagnostics.warning("unknown-keyword", schema.place, message, subject)
            elif keyword == "format" and value not in _FORMATS | _SIZES | {"password"}:
                message = f"unknown format {str(value)[:40]!r}; it is ignored"
                self._diagnostics.warning("unknown-format", schema.place, message, subject)


def _types(keywords: Mapping[str, Any]) -> list[str]:
    """Return the words for the type, of which OpenAPI 3.1 allows several, without ``null``."""
    stated = keywords.get("type")
    words = stated if isinstance(stated, list) else [stated]
    return [word for word in words if isinstance(word, str) and word != "null"]


def read_envelope(
    schemas: Sequence[Schema | None], parts: Collection[str], reader: PropertyReader, subject: str
) -> tuple[PropertyRecord, ...]:
    """Return each property once: as the request that creates has it, else the update, else the response.

    ``schemas`` are those three; ``None`` if there is none. ``parts`` are the properties that hold the connector's own.
    """
    create, update, response = (
        {record.name: record for record in reader.records(each, subject)} if each is not None else {}
        for each in schemas
    )
    found = []
    for name, record in ({**create, **update, **response} | update | create).items():
        if name in parts:
            continue
        declared = dict(record.declared)
        requirement: str | None = "readOnly"
        if name in create:
            declared |= {"createOnly": True} if update and name not in update else {}
            requirement = record.requirement or "optional"
        elif name in update:
            declared["updateOnly"] = True
            requirement = "optional"
        if response and name not in response:
            declared["writeOnly"] = True
        found.append(dataclasses.replace(record, declared=declared, requirement=requirement))
    return tuple(found)
