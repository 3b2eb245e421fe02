"""Turns the schema of one property of an OpenAPI file into a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.blocks.block import markdown
from generator.blocks.specification import Schema, Specification
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.openapi.repairs import Declared, repair
from generator.records.prose import find_facts
from generator.records.record import Fact, PropertyRecord

_NAME = re.compile(r"[A-Za-z0-9_$][\w.$-]*", re.ASCII)
_COPIED = ("default", "minimum", "maximum", "pattern", "deprecated", "readOnly", "writeOnly")
KEYWORDS = frozenset({"type", "format", "enum", "example", "required", "nullable", *_COPIED})
"""The keywords that state facts, and that a capture keeps."""

_SAYS_NOTHING = frozenset({"title", "uniqueItems", "additionalProperties", "xml", "externalDocs", "examples"})
"""Keywords that state no fact of the catalog's."""

_SIZES = frozenset({"int32", "int64", "float", "double"})
_FORMATS = frozenset({"date", "date-time", "email", "uri", "uuid", "hostname", "ipv4", "ipv6", "binary", "byte"})
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object"})


class PropertyReader:
    """Reads the properties of one file; what it cannot take over is a diagnostic."""

    def __init__(self, specification: Specification, coverage: Coverage, diagnostics: Diagnostics) -> None:
        self._specification = specification
        self._coverage = coverage
        self._diagnostics = diagnostics

    def records(self, schema: Schema, subject: str, above: tuple[str, ...] = ()) -> list[PropertyRecord]:
        """A record for each property of an object's schema.

        Args:
            schema: The object's schema.
            subject: The connector and step, for messages.
            above: Places of the schemas that this one stands in: one of them again would never end.
        """
        for child in schema.properties.values():
            self._coverage.count_place(child.place, "property")
        found = [self._record(name, child, schema, subject, above) for name, child in schema.properties.items()]
        return [record for record in found if record is not None]

    def _record(
        self, name: str, schema: Schema, parent: Schema, subject: str, above: tuple[str, ...]
    ) -> PropertyRecord | None:
        self._coverage.claim_place(schema.place)
        subject = f"{subject}.{name[:60]}"
        if _NAME.fullmatch(name) is None:
            message = f"{name[:60]!r} is not a property name; expected letters, digits, _ . - $"
            self._diagnostics.error("property-name", schema.place, message, subject)
            return None
        resolved = self._specification.resolved(schema)
        if resolved.place in above:
            message = f"the object holds itself: the schema at {resolved.place} leads back to it"
            self._diagnostics.error("cyclic-reference", schema.place, message, subject)
            return None
        self._coverage.sections.update(self._specification.places(schema))
        self.report_unknown(resolved, subject)
        declared = self._declared(resolved)
        for rule in repair(declared):
            self._diagnostics.note(rule.code, resolved.place, rule.sentence, subject)
        if declared.type == "object" and not declared.has_properties:
            message = "an object of which nothing else is declared; any object is taken"
            self._diagnostics.note("open-object", resolved.place, message, subject)
        facts = self._facts(resolved, subject)
        is_required = name in _names(parent.keywords.get("required"))
        return PropertyRecord(
            name=name,
            place=schema.place,
            type_words=self._type_words(declared, resolved, subject),
            requirement="required" if is_required else None,
            description=markdown(resolved.description),
            facts=facts,
            labels=self._labels(declared, resolved),
            children=self._children(resolved, subject, (*above, resolved.place)),
        )

    def _facts(self, schema: Schema, subject: str) -> list[Fact]:
        self._coverage.count(schema.description)
        facts = find_facts(schema.description, self._coverage)
        self._coverage.report_unread_lists(schema.description, self._diagnostics, subject)
        return facts

    def _declared(self, schema: Schema) -> Declared:
        stated = schema.keywords
        values = stated.get("enum")
        items = self._specification.resolved(schema.items) if schema.items is not None else None
        types = _types(stated)
        return Declared(
            type=types[0] if types else "",
            format=_word(stated.get("format")),
            values=list(values) if isinstance(values, list) else None,
            example=stated.get("example"),
            has_properties=bool(schema.properties),
            items=self._declared(items) if items is not None else None,
        )

    def _children(self, schema: Schema, subject: str, above: tuple[str, ...]) -> list[PropertyRecord]:
        holder = self._specification.resolved(schema.items) if schema.items is not None else schema
        if schema.items is not None:
            self._coverage.sections.update(self._specification.places(schema.items))
            self.report_unknown(holder, f"{subject}[]")
            self._facts(holder, f"{subject}[]")
            if holder.items is not None:
                message = "a list of lists; what the inner lists hold is not taken over"
                self._diagnostics.warning("list-of-lists", holder.place, message, subject)
        return self.records(holder, subject, above)

    def _type_words(self, declared: Declared, schema: Schema, subject: str) -> tuple[str, ...]:
        stated = schema.keywords.get("type")
        listed = stated if isinstance(stated, list) else [] if stated is None else [stated]
        unknown = [word for word in listed if word not in (*_TYPES, "null")]
        if unknown:
            message = f"the type {str(unknown[0])[:40]!r} is unknown; expected one of: {', '.join(sorted(_TYPES))}"
            self._diagnostics.error("unknown-type", schema.place, message, subject)
            return ()
        words = [word.upper() for word in (declared.type, *_types(schema.keywords)[1:]) if word]
        return tuple([*words, "NULL"] if words and _is_nullable(schema.keywords) else words)

    def _labels(self, declared: Declared, schema: Schema) -> dict[str, Any]:
        labels = {name: schema.keywords[name] for name in _COPIED if _states_something(name, schema.keywords)}
        if declared.values:
            labels["enum"] = declared.values
        formats = {declared.format, declared.items.format if declared.items is not None else ""}
        if "password" in formats:
            labels |= {"secret": True, "secretFrom": "mark"}
        elif declared.format in _FORMATS:
            labels["format"] = declared.format
        if declared.example is not None:
            labels["examples"] = [declared.example]
        items = _items(declared.items) if declared.items is not None else {}
        return labels | ({"items": items} if items else {})

    def report_unknown(self, schema: Schema, subject: str) -> None:
        """Warns of the keywords of a schema that are not taken over."""
        for keyword, value in schema.keywords.items():
            if keyword not in KEYWORDS | _SAYS_NOTHING:
                message = f"the keyword {keyword[:40]!r} is unknown; it is not taken over"
                self._diagnostics.warning("unknown-keyword", schema.place, message, subject)
            elif keyword == "format" and value not in _FORMATS | _SIZES | {"password"}:
                message = f"the format {str(value)[:40]!r} is unknown; it is not taken over"
                self._diagnostics.warning("unknown-format", schema.place, message, subject)


def _items(declared: Declared) -> dict[str, Any]:
    stated: Mapping[str, Any] = {"type": declared.type, "enum": declared.values}
    return {name: value for name, value in stated.items() if value}


def _states_something(name: str, keywords: Mapping[str, Any]) -> bool:
    """Whether a keyword is there and is no switch that is off."""
    value = keywords.get(name)
    return value is not None and (value is not False or name == "default")


def _names(required: Any) -> list[Any]:
    return required if isinstance(required, list) else []


def _types(keywords: Mapping[str, Any]) -> list[str]:
    """The words for the type: one, or in OpenAPI 3.1 several; ``null`` is none of them."""
    stated = keywords.get("type")
    words = stated if isinstance(stated, list) else [stated]
    return [word for word in words if isinstance(word, str) and word != "null"]


def _is_nullable(keywords: Mapping[str, Any]) -> bool:
    stated = keywords.get("type")
    return keywords.get("nullable") is True or (isinstance(stated, list) and "null" in stated)


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""
