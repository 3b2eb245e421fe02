"""Reads the properties of the schemas of an OpenAPI file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from generator.blocks.block import markdown
from generator.blocks.references import most_schemas
from generator.blocks.specification import DEEPEST, Schema, Specification
from generator.records.checks import report_property_name
from generator.records.openapi.accounts import CONTAINER, ITEMS, OBJECT, PROPERTY, Accounts
from generator.records.openapi.alternatives import selector_of
from generator.records.openapi.declarations import DeclarationReader
from generator.records.openapi.extensions import extended_fields, report_extensions
from generator.records.openapi.requests import Requests
from generator.records.property_name import is_property_name
from generator.records.prose import find_statements
from generator.records.reader import Context
from generator.records.record import PropertyRecord, Statement, VariantRecord
from templates.connector_catalog.bounds import DOCUMENT


class PropertyReader:
    """Reads the properties of one file's schemas; unreadable parts become diagnostics."""

    def __init__(self, specification: Specification, context: Context) -> None:
        self._specification = specification
        self._coverage = context.coverage
        self._diagnostics = context.diagnostics
        self._phrases = context.phrases
        self._site = context.site
        self._extensions = context.extensions
        self._declared_fields = frozenset(context.vendor.declared)
        self._default_requirement = "optional" if "requirement" in context.vendor.declared else None
        self._declarations = DeclarationReader(specification, context)
        self._extended = frozenset(extension.keyword for extension in context.extensions)
        self._coverage.keywords.update(extension.keyword for extension in context.extensions if extension.field)
        self._remaining = most_schemas(specification)
        self._reported_keys: set[str] = set()
        self.accounts = Accounts(specification, context.unused_keywords)

    def read_keywords(
        self, schema: Schema, keywords: Collection[str], subject: str, *, is_property: bool = False
    ) -> None:
        """Record that these keywords of a schema have been read, so that a capture keeps the schema."""
        self._coverage.sections.update(self._specification.places(schema))
        self.accounts.read(schema, keywords, subject, is_property=is_property)

    def read_bodies(self, requests: Requests, subject: str) -> None:
        """Record that the schemas of requests and of their response have been read."""
        for name in requests:
            if name in self._specification.schemas:
                self.read_keywords(self._specification.schemas[name], CONTAINER, subject)

    def records(self, schema: Schema, subject: str, above: tuple[str, ...] = ()) -> tuple[PropertyRecord, ...]:
        """Return the properties of an object's schema; ``above`` has the places of the schemas that contain it."""
        object_schema = self._specification.resolved(schema)
        self.accounts.read(schema, OBJECT, subject)
        self._coverage.count_properties(object_schema)
        required = dict.fromkeys(object_schema.keywords.get("required", ()))
        undeclared = [name for name in required if name not in object_schema.properties]
        is_open = extended_fields(object_schema, self._extensions).get("additionalProperties") is True
        records = [self._undeclared(name, object_schema, subject, is_open=is_open) for name in undeclared]
        for name, child in object_schema.properties.items():
            requirement = "required" if name in required else self._default_requirement
            records.append(self._record(name, child, requirement, f"{subject}.{name[:60]}", above))
        return tuple(filter(None, records))

    def _record(
        self, name: str, schema: Schema, requirement: str | None, subject: str, above: tuple[str, ...]
    ) -> PropertyRecord | None:
        self._coverage.claim(schema)
        if not self._may_read(name, schema, subject, above):
            self.accounts.skip(schema)
            return None
        resolved = self._specification.resolved(schema)
        self.read_keywords(schema, PROPERTY | self._extended, subject, is_property=True)
        declaration = self._declarations.read(resolved, subject)
        return PropertyRecord(
            name=name,
            place=schema.place,
            type_words=declaration.type_words,
            requirement=requirement,
            description=markdown(resolved.description),
            statements=self._statements(resolved, name, subject),
            declared=declaration.fields,
            children=self._children(schema, name, subject, (*above, resolved.place)),
            variants=self._variants(schema, subject, (*above, resolved.place)),
        )

    def _undeclared(self, name: str, object_schema: Schema, subject: str, *, is_open: bool) -> PropertyRecord | None:
        """Report a property that an object requires and does not declare; return it if the object is open."""
        if is_open and is_property_name(name):
            message = f"required names {name[:60]!r}, which is not declared; it is added, because the object is open"
            self._diagnostics.warning("undeclared-required", object_schema.place, message, subject)
            return PropertyRecord(name, object_schema.place, requirement="required")
        message = f"required names the unknown property {name[:60]!r}; expected one of the object's properties"
        self._diagnostics.error("unknown-required", object_schema.place, message, subject)
        return None

    def _may_read(self, name: str, schema: Schema, subject: str, above: tuple[str, ...]) -> bool:
        """Return whether a property can be read; otherwise add an error."""
        self._remaining -= 1
        if not is_property_name(name):
            report_property_name(name, schema.place, self._diagnostics, subject)
            return False
        place = self._specification.resolved(schema).place
        code, message = "too-large", ""
        if place in above:
            code, message = "cyclic-reference", f"circular reference to the schema at {place}"
        elif len(above) > DEEPEST:
            message = f"the property is nested more than {DEEPEST} levels deep"
        elif self._remaining < 0:
            message = f"references make the file more than {DOCUMENT.expansion} times larger; the rest is not read"
        # One error for each place, and one for all properties beyond the bound of the file.
        key = "" if self._remaining < 0 else f"{code} {schema.place}"
        if message and key not in self._reported_keys:
            self._reported_keys.add(key)
            self._diagnostics.error(code, schema.place, message, subject[:200])
        return not message

    def _statements(self, schema: Schema, name: str, subject: str) -> tuple[Statement, ...]:
        self._coverage.count(schema.description)
        statements = find_statements(
            schema.description, self._coverage, name, self._phrases, self._site, self._declared_fields
        )
        self._coverage.report_unread_lists(schema.description, self._diagnostics, subject)
        return statements

    def _children(self, schema: Schema, name: str, subject: str, above: tuple[str, ...]) -> tuple[PropertyRecord, ...]:
        items = self._specification.resolved(schema).items
        if items is None:
            return self.records(schema, subject, above)
        self.accounts.read(schema, ("items",))
        self.read_keywords(items, ITEMS, f"{subject}[]", is_property=True)
        holder = self._specification.resolved(items)
        self._declarations.report_values(holder, f"{subject}[]")
        self._statements(holder, name, f"{subject}[]")
        if holder.items is not None:
            message = "a list of lists; the items of the inner lists are ignored"
            self._diagnostics.unread("list-of-lists", holder.place, message, subject)
            self.accounts.skip(holder.items)
            self.accounts.read(items, ("items",))
        return self.records(items, subject, above)

    def _variants(self, schema: Schema, subject: str, above: tuple[str, ...]) -> tuple[VariantRecord, ...]:
        """Return the alternative objects that a value, or an item of a list, may be."""
        resolved = self._specification.resolved(schema)
        holder = resolved if resolved.items is None else self._specification.resolved(resolved.items)
        if not holder.variants:
            return ()
        self.accounts.read(schema if resolved.items is None else resolved.items, ("oneOf",))
        selector = selector_of(list(map(self._specification.resolved, holder.variants)), self._specification)
        if selector is None:
            message = "no property tells these objects apart; expected one with a constant of its own in each"
            self._diagnostics.error("unknown-variants", holder.place, message, subject)
            for variant in holder.variants:
                self.accounts.skip(variant)
            return ()
        return tuple(
            self._variant(variant, selector.name, value, f"{subject}[{value}]", above)
            for variant, value in zip(holder.variants, selector.values, strict=True)
        )

    def _variant(
        self, schema: Schema, selector: str, value: Any, subject: str, above: tuple[str, ...]
    ) -> VariantRecord:
        resolved = self._specification.resolved(schema)
        self.read_keywords(schema, {"type", "description", *self._extended}, subject)
        self._statements(resolved, selector, subject)
        report_extensions(resolved, self._extensions, self._diagnostics)
        fields = extended_fields(resolved, self._extensions)
        required = selector in resolved.keywords.get("required", ())
        is_open = fields.get("additionalProperties") is True
        properties = self.records(schema, subject, above)
        return VariantRecord(fields.get("title", ""), selector, value, required, properties, is_open)
