"""Turns one document's records into catalog entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.catalog.connector import Connector, Step
from generator.catalog.declared_values import with_types_of_values
from generator.catalog.envelope import Envelope
from generator.catalog.precedence import combine
from generator.catalog.property import Items, Property, Variant
from generator.catalog.selector import Selector
from generator.catalog.source import Source
from generator.catalog.values import VENDOR_WORDS, TypeWord, literal, type_of_word
from generator.diagnostics import Diagnostics
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord, VariantRecord
from templates.connector_catalog.constraints import Among


def normalise(records: PageRecords, document: str, diagnostics: Diagnostics) -> list[Connector]:
    """Return the connectors of a document with its own descriptions; ``document`` is its name in sources."""
    normaliser = _Normaliser(records.vendor, document, diagnostics)
    return [normaliser.connector(record) for record in records.connectors]


def normalise_envelopes(records: PageRecords, document: str, title: str, diagnostics: Diagnostics) -> list[Envelope]:
    """Return the envelopes of a document, one per role, with the vendor's title as their name."""
    normaliser = _Normaliser(records.vendor, document, diagnostics)
    return [normaliser.envelope(role, rows, title) for role, rows in records.envelopes.items()]


class _Normaliser:
    def __init__(self, vendor: str, document: str, diagnostics: Diagnostics) -> None:
        self._vendor = vendor
        self._document = document
        self._diagnostics = diagnostics

    def connector(self, record: ConnectorRecord) -> Connector:
        subject = f"{self._vendor}/{record.role}/{record.type}"
        fields = {
            "vendor": self._vendor,
            "role": record.role,
            "type": record.type,
            "name": record.name,
            "status": "listed" if record.listed_only else "documented",
            "naming": record.naming or None,
            "steps": [self._step(step, subject) for step in record.steps],
            "sources": [Source(document=self._document, place=record.place)],
        }
        return Connector.model_validate(fields)

    def envelope(self, role: str, rows: Iterable[PropertyRecord], title: str) -> Envelope:
        properties = [self.property(row, f"{self._vendor} {role} envelope") for row in rows]
        fields = {"vendor": self._vendor, "role": role, "name": title, "properties": properties}
        return Envelope.model_validate(fields)

    def _step(self, record: StepRecord, subject: str) -> Step:
        rules = [rule for row in record.properties for rule in _rules(row)]
        payloads = [example.value for example in record.examples]
        properties = (self.property(row, f"{subject} {record.name}") for row in record.properties)
        defaults, seen = _defaults_of_others(record.properties), Among()
        return Step(
            name=record.name,
            properties=tuple(_with_default(each, defaults) for each in properties),
            rules=tuple(rule for rule in rules if seen.add(rule)) or None,
            examples=tuple(payloads) or None,
        )

    def property(self, record: PropertyRecord, above: str) -> Property:
        """Return the property of one record."""
        subject = f"{above}.{record.name}"
        types = self._types(record, subject)
        fields, inferred = combine(record, _declared(record, types), self._diagnostics, subject)
        fields = with_types_of_values(fields, record, self._diagnostics, subject)
        if "enum" in fields and "array" in types:
            # Values listed for a list are the values of its items.
            if "enum" in record.declared:
                message = "the values that are listed for the list are those of its items"
                self._diagnostics.note("values-of-list", record.place, message, subject)
            fields["items"] = {"enum": fields.pop("enum")} | fields.get("items", {})
        inferred += ["name"] if record.named_in_example else []
        source = Source(document=self._document, place=record.place)
        base = {"name": record.name, "sources": (source,), "inferred": sorted(set(inferred)) or None}
        property_ = _with_children(
            Property.model_validate(base | fields), tuple(self.property(child, subject) for child in record.children)
        )
        return _with_variants(property_, tuple(self._variant(each, subject) for each in record.variants))

    def _variant(self, record: VariantRecord, above: str) -> Variant:
        name = record.value if isinstance(record.value, str) else json.dumps(record.value)
        selector = Selector(property=record.selector, value=record.value, required=record.required)
        properties = tuple(self.property(each, f"{above}[{name}]") for each in record.properties)
        variant = Variant(name=name, title=record.title or None, selector=selector, properties=properties)
        return variant.with_fields(additional_properties=record.is_open or None)

    def _types(self, record: PropertyRecord, subject: str) -> list[TypeWord]:
        types: list[TypeWord] = []
        for word in record.type_words:
            type_ = type_of_word(word)
            if type_ is None:
                message = f"unknown type {word!r}; expected one of: {', '.join(VENDOR_WORDS)}"
                self._diagnostics.error("unknown-type", record.place, message, subject)
            elif type_ not in types:
                types.append(type_)
        return types


def _declared(record: PropertyRecord, types: list[TypeWord]) -> dict[str, Any]:
    """Return the catalog's fields that a record declares."""
    fields: dict[str, Any] = {}
    if types:
        fields["type"] = types[0] if len(types) == 1 else types
    if record.requirement is not None:
        fields["requirement"] = record.requirement
    if record.description:
        fields["description"] = record.description
    return fields | dict(record.declared) | ({"readOnly": True} if record.requirement == "readOnly" else {})


def _with_children(property_: Property, children: tuple[Property, ...]) -> Property:
    if not children:
        return property_
    if "array" in property_.types:
        items = property_.items or Items(type="object")
        return property_.with_fields(items=items.with_fields(properties=children))
    return property_.with_fields(properties=children)


def _with_variants(property_: Property, variants: tuple[Variant, ...]) -> Property:
    if variants and "array" in property_.types:
        items = property_.items or Items(type="object")
        return property_.with_fields(items=items.with_fields(variants=variants))
    return property_.with_variants(variants)


def _defaults_of_others(rows: Iterable[PropertyRecord]) -> dict[str, Any]:
    """Return the defaults that a sentence about one property states for another one, by the other one's name."""
    statements = (each.value for row in rows for each in row.statements if each.field == "defaultOf")
    return {name: value for defaults in statements for name, value in defaults.items()}


def _with_default(property_: Property, defaults: Mapping[str, Any]) -> Property:
    if property_.name not in defaults or property_.states_default:
        return property_
    return property_.with_inferred(default=literal(defaults[property_.name], property_.types))


def _rules(record: PropertyRecord) -> Iterator[dict[str, Any]]:
    """Yield the rules that the sentences of a row state about several properties."""
    for statement in record.statements:
        if statement.field in ("anyOf", "atMostOne"):
            yield {statement.field: statement.value}
        elif statement.field == "dependentRequired":
            # A mapping names the properties that require this one.
            required_by = statement.value if isinstance(statement.value, Mapping) else {record.name: statement.value}
            yield {"dependentRequired": dict(required_by)}
