"""Reads the properties of the schemas of an OpenAPI file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.blocks.block import markdown
from generator.blocks.references import most_schemas
from generator.blocks.specification import DEEPEST, Schema, Specification
from generator.records.checks import LONGEST_NAME, report_property_name
from generator.records.openapi.accounts import ITEMS, LIMITS, LIMITS_OF_ITEMS, OBJECT, PROPERTY, Accounts
from generator.records.openapi.alternatives import selector_of
from generator.records.openapi.extensions import extended_fields
from generator.records.openapi.patterns import pattern_of
from generator.records.openapi.repairs import Declared, repaired
from generator.records.prose import find_statements
from generator.records.reader import Context
from generator.records.record import PropertyRecord, Statement, VariantRecord
from templates.connector_catalog.bounds import DOCUMENT

_NAME = re.compile(r"[A-Za-z0-9_$][\w.$-]*", re.ASCII)
_COPIED = ("default", "const", *sorted(LIMITS - {"pattern"}), "deprecated", "readOnly", "writeOnly")
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
        self._extensions = context.extensions
        self._declared_fields = frozenset(context.vendor.declared)
        self._otherwise = "optional" if "requirement" in context.vendor.declared else None
        self._extended = frozenset(each.keyword for each in context.extensions)
        self._coverage.keywords.update(each.keyword for each in context.extensions if each.field)
        self._left = most_schemas(specification)
        self.accounts = Accounts(specification)

    def records(self, schema: Schema, subject: str, above: tuple[str, ...] = ()) -> tuple[PropertyRecord, ...]:
        """Return the properties of an object's schema; ``above`` has the places of the schemas that contain it."""
        holder = self._specification.resolved(schema)
        self.accounts.read(schema, OBJECT, subject)
        self._coverage.count_properties(holder)
        required = dict.fromkeys(holder.keywords.get("required", ()))
        undeclared = [name for name in required if name not in holder.properties]
        is_open = extended_fields(holder, self._extensions).get("additionalProperties") is True
        found = [self._undeclared(name, holder, subject, is_open=is_open) for name in undeclared]
        for name, child in holder.properties.items():
            requirement = "required" if name in required else self._otherwise
            found.append(self._record(name, child, requirement, f"{subject}.{name[:60]}", above))
        return tuple(record for record in found if record is not None)

    def _record(
        self, name: str, schema: Schema, requirement: str | None, subject: str, above: tuple[str, ...]
    ) -> PropertyRecord | None:
        self._coverage.claim(schema)
        if not self._may_read(name, schema, subject, above):
            self.accounts.reported(schema)
            return None
        resolved = self._specification.resolved(schema)
        self._coverage.sections.update(self._specification.places(schema))
        self.accounts.read(schema, PROPERTY | self._extended, subject, is_property=True)
        self._report_values(resolved, subject)
        types = self._types(resolved, subject)
        declared = self._repaired(resolved, subject)
        items = self._specification.resolved(resolved.items) if resolved.items is not None else None
        item_types = self._types(items, f"{subject}[]") if items is not None else []
        return PropertyRecord(
            name=name,
            place=schema.place,
            type_words=tuple(word.upper() for word in _with_first(declared.type, types)),
            requirement=requirement,
            description=markdown(resolved.description),
            statements=self._statements(resolved, name, subject),
            declared=self._fields(declared, resolved, item_types, subject),
            children=self._children(schema, name, subject, (*above, resolved.place)),
            variants=self._variants(schema, subject, (*above, resolved.place)),
        )

    def _undeclared(self, name: str, holder: Schema, subject: str, *, is_open: bool) -> PropertyRecord | None:
        """Return a property that an open object requires and does not declare; report it."""
        if is_open and _NAME.fullmatch(name) is not None and len(name) <= LONGEST_NAME:
            message = f"required names {name[:60]!r}, which is not declared; it is added, because the object is open"
            self._diagnostics.warning("undeclared-required", holder.place, message, subject)
            return PropertyRecord(name, holder.place, requirement="required")
        message = f"required names the unknown property {name[:60]!r}; expected one of the object's properties"
        self._diagnostics.error("unknown-required", holder.place, message, subject)
        return None

    def _may_read(self, name: str, schema: Schema, subject: str, above: tuple[str, ...]) -> bool:
        """Return whether a property can be read; add an error if not."""
        self._left -= 1
        if _NAME.fullmatch(name) is None or len(name) > LONGEST_NAME:
            report_property_name(name, schema.place, self._diagnostics, subject)
            return False
        place = self._specification.resolved(schema).place
        if place in above:
            message = f"circular reference to the schema at {place}"
            self._diagnostics.error("cyclic-reference", schema.place, message, subject)
        elif len(above) > DEEPEST:
            message = f"the property is nested more than {DEEPEST} levels deep"
            self._diagnostics.error("too-large", schema.place, message, subject[:200])
        elif self._left == -1:
            message = f"references make the file more than {DOCUMENT.expansion} times larger; the rest is not read"
            self._diagnostics.error("too-large", schema.place, message, subject)
        return place not in above and len(above) <= DEEPEST and self._left >= 0

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
        statements = find_statements(
            schema.description, self._coverage, name, self._phrases, self._site, self._declared_fields
        )
        self._coverage.report_unread_lists(schema.description, self._diagnostics, subject)
        return statements

    def _declared(self, schema: Schema) -> Declared:
        stated = schema.keywords
        types = [word for word in _words(stated) if word in _TYPES]
        items = self._specification.resolved(schema.items) if schema.items is not None else None
        return Declared(
            type=types[0] if types else "",
            format=stated.get("format", ""),
            values=list(stated["enum"]) if "enum" in stated else None,
            example=stated.get("example"),
            has_properties=bool(schema.properties),
            items=self._declared(items) if items is not None else None,
        )

    def _children(self, schema: Schema, name: str, subject: str, above: tuple[str, ...]) -> tuple[PropertyRecord, ...]:
        items = self._specification.resolved(schema).items
        if items is None:
            return self.records(schema, subject, above)
        self.accounts.read(schema, ("items",))
        self._coverage.sections.update(self._specification.places(items))
        self.accounts.read(items, ITEMS, f"{subject}[]", is_property=True)
        holder = self._specification.resolved(items)
        self._report_values(holder, f"{subject}[]")
        self._statements(holder, name, f"{subject}[]")
        if holder.items is not None:
            message = "a list of lists; the items of the inner lists are ignored"
            self._diagnostics.warning("list-of-lists", holder.place, message, subject)
            self.accounts.reported(holder.items)
            self.accounts.read(items, ("items",))
        return self.records(items, subject, above)

    def _variants(self, schema: Schema, subject: str, above: tuple[str, ...]) -> tuple[VariantRecord, ...]:
        """Return the objects of which a value, or an item of a list, is one."""
        resolved = self._specification.resolved(schema)
        holder = resolved if resolved.items is None else self._specification.resolved(resolved.items)
        if not holder.variants:
            return ()
        self.accounts.read(schema if resolved.items is None else resolved.items, ("oneOf",))
        schemas = [self._specification.resolved(each) for each in holder.variants]
        told = selector_of(schemas, self._specification)
        if told is None:
            message = "no property tells these objects apart; expected one with a constant of its own in each"
            self._diagnostics.error("unknown-variants", holder.place, message, subject)
            for each in holder.variants:
                self.accounts.reported(each)
            return ()
        name, values = told
        return tuple(
            self._variant(each, schema, name, value, f"{subject}[{value}]", above)
            for each, schema, value in zip(holder.variants, schemas, values, strict=True)
        )

    def _variant(
        self, schema: Schema, resolved: Schema, name: str, value: Any, subject: str, above: tuple[str, ...]
    ) -> VariantRecord:
        self._coverage.sections.update(self._specification.places(schema))
        self.accounts.read(schema, {"type", "description", *self._extended}, subject)
        self._statements(resolved, name, subject)
        fields = extended_fields(resolved, self._extensions)
        required = name in resolved.keywords.get("required", ())
        is_open = fields.get("additionalProperties") is True
        properties = self.records(schema, subject, above)
        return VariantRecord(fields.get("title", ""), name, value, required, properties, is_open)

    def _types(self, schema: Schema, subject: str) -> list[str]:
        """Return the types that a schema states; an unknown one is an error, and then there are none."""
        stated = _words(schema.keywords)
        unknown = [word for word in stated if word not in (*_TYPES, "null")]
        if unknown:
            message = f"unknown type {unknown[0][:40]!r}; expected one of: {', '.join(sorted(_TYPES))}"
            self._diagnostics.error("unknown-type", schema.place, message, subject)
            return []
        is_nullable = schema.keywords.get("nullable") is True or "null" in stated
        types = [word for word in stated if word != "null"]
        return [*types, "null"] if types and is_nullable else types

    def _fields(self, declared: Declared, schema: Schema, item_types: list[str], subject: str) -> dict[str, Any]:
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
        fields |= extended_fields(schema, self._extensions)
        formats = {declared.format, declared.items.format if declared.items is not None else ""}
        if "password" in formats:
            fields |= {"secret": True, "secretFrom": "mark"}
        elif declared.format in _FORMATS:
            fields["format"] = declared.format
        examples = [*([declared.example] if declared.example is not None else []), *schema.keywords.get("examples", ())]
        if examples:
            fields["examples"] = examples
        items = self._fields_of_items(declared.items, schema.items, item_types, subject)
        return fields | ({"items": items} if items else {})

    def _fields_of_items(
        self, declared: Declared | None, schema: Schema | None, types: list[str], subject: str
    ) -> dict[str, Any]:
        if declared is None or schema is None:
            return {}
        found = _with_first(declared.type, types)
        fields: dict[str, Any] = {"type": found[0] if len(found) == 1 else found} if found else {}
        fields |= {"enum": declared.values} if declared.values else {}
        inner = self._specification.resolved(schema)
        fields |= {name: inner.keywords[name] for name in LIMITS_OF_ITEMS - {"pattern"} if name in inner.keywords}
        pattern = pattern_of(inner, self._diagnostics, subject)
        return fields | ({"pattern": pattern} if pattern is not None else {})

    def _report_values(self, schema: Schema, subject: str) -> None:
        for name in ("default", "const", "example"):
            if schema.keywords.get(name, "") is None:
                self._diagnostics.note("unused-keyword", schema.place, f"{name} is null; it is ignored", subject)
        word = schema.keywords.get("format", "password")
        if word not in _FORMATS | _SIZES | {"password"}:
            message = f"unknown format {word[:40]!r}; it is ignored"
            self._diagnostics.warning("unknown-format", schema.place, message, subject)


def _words(keywords: Mapping[str, Any]) -> list[str]:
    """Return the words for the type, of which OpenAPI 3.1 allows several."""
    stated = keywords.get("type", [])
    return [stated] if isinstance(stated, str) else stated


def _with_first(first: str, types: list[str]) -> list[str]:
    """Return the types with the first one replaced, as a repair may have done."""
    return [first, *types[1:]] if first and types else types
