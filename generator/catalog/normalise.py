"""Turns one document's records into catalog connectors."""

from __future__ import annotations

import copy
from typing import Any, get_args

from generator.catalog.connector import Connector, Items, Property, Role, Source, Step, Vendor
from generator.catalog.facts import merge_facts
from generator.catalog.values import TypeWord, type_of_word
from generator.diagnostics import Diagnostics
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord


def normalise(records: PageRecords, document: str, diagnostics: Diagnostics) -> list[Connector]:
    """The connectors of a document, with the document's own descriptions.

    Args:
        records: What the document says.
        document: The document's name, for the sources.
        diagnostics: Where findings go.
    """
    normaliser = _Normaliser(records.vendor, document, diagnostics)
    return [normaliser.connector(record) for record in records.connectors]


def normalise_envelopes(records: PageRecords, document: str, diagnostics: Diagnostics) -> dict[str, list[Property]]:
    """What a request of the document's vendor holds beside the connector's own properties, by role."""
    normaliser = _Normaliser(records.vendor, document, diagnostics)
    return {
        role: [normaliser.property(record, f"{records.vendor} {role} envelope") for record in envelope]
        for role, envelope in records.envelopes.items()
    }


class _Normaliser:
    def __init__(self, vendor: str, document: str, diagnostics: Diagnostics) -> None:
        self._vendor = vendor
        self._document = document
        self._diagnostics = diagnostics

    def connector(self, record: ConnectorRecord) -> Connector:
        subject = f"{self._vendor}/{record.role}/{record.type}"
        vendor: Vendor = "stitch" if self._vendor == "stitch" else "fivetran"
        role: Role = "source" if record.role == "source" else "destination"
        steps = [self._step(step, subject) for step in record.steps]
        connector = Connector(
            vendor=vendor,
            role=role,
            type=record.type,
            name=record.name,
            status="listed" if record.listed_only else "documented",
            steps=steps,
            sources=[Source(document=self._document, place=record.place)],
        )
        if record.naming:
            connector.naming = record.naming
        return connector

    def _step(self, record: StepRecord, subject: str) -> Step:
        properties = [self.property(each, f"{subject} {record.name}") for each in record.properties]
        step = Step(name=record.name, properties=properties)
        rules = [rule for each in record.properties for rule in _rules(each)]
        if rules:
            step.rules = [rule for number, rule in enumerate(rules) if rule not in rules[:number]]
        payloads = [example.value for example in record.examples]
        if payloads:
            step.examples = payloads
        return step

    def property(self, record: PropertyRecord, above: str) -> Property:
        """The catalog's form of one row."""
        subject = f"{above}.{record.name}"
        source = Source(document=self._document, place=record.place)
        stated: dict[str, Any] = {"name": record.name, "sources": [source]}
        types = self._types(record, subject)
        if types:
            stated["type"] = types[0] if len(types) == 1 else types
        if record.requirement is not None:
            stated["requirement"] = record.requirement
        if record.description:
            stated["description"] = record.description
        stated |= copy.deepcopy(dict(record.declared))
        if record.requirement == "readOnly":
            stated["readOnly"] = True
        inferred = ["name"] if record.named_in_example else []
        inferred += merge_facts(record, stated, self._diagnostics, subject)
        if "enum" in stated and types and "array" in types:
            # The values that are listed for a list are those of its items.
            listed = stated.pop("enum")
            stated["items"] = {"enum": listed} | stated.get("items", {})
        found = Property.model_validate(stated)
        self._nest(found, [self.property(child, subject) for child in record.children])
        if inferred:
            found.mark_inferred(*inferred)
        return found

    def _types(self, record: PropertyRecord, subject: str) -> list[TypeWord]:
        found: list[TypeWord] = []
        for word in record.type_words:
            known = type_of_word(word)
            if known is None:
                message = f"the type {word!r} is unknown; expected one of: {', '.join(get_args(TypeWord))}"
                self._diagnostics.error("unknown-type", record.place, message, subject)
            elif known not in found:
                found.append(known)
        return found

    def _nest(self, found: Property, children: list[Property]) -> None:
        if not children:
            return
        if "array" in found.types:
            found.items = found.items or Items(type="object")
            found.items.properties = children
        else:
            found.properties = children


def _rules(record: PropertyRecord) -> list[dict[str, Any]]:
    """What the sentences of a row say of several properties at once."""
    rules: list[dict[str, Any]] = []
    for fact in record.statements:
        if fact.field == "anyOf":
            rules.append({"anyOf": fact.value})
        elif fact.field == "dependentRequired":
            rules.append({"dependentRequired": {record.name: fact.value}})
    return rules
