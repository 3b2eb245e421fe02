"""Builds records and entries for the tests of the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.context import Context, Knowledge
from generator.catalog.envelope import Envelope
from generator.catalog.passes import Run
from generator.catalog.property import Property
from generator.diagnostics import Diagnostics, Level
from generator.profiles.profile import Profile
from generator.records.example import ExampleRecord
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, Statement, StepRecord

KEY = "acme/source/x"
SOURCE = {"document": "acme/page", "place": "#x/a"}
Fields = dict[str, Any]


def page(*properties: PropertyRecord, examples: Iterable[ExampleRecord] = (), **more: Any) -> PageRecords:
    """Return a page with one connector that has one step."""
    step = StepRecord("form", "#x", properties, tuple(examples))
    connector = ConnectorRecord("source", "x", "X", "#x", steps=(step,), **more)
    return PageRecords("acme", (connector,))


def row(
    name: str,
    *type_words: str,
    statements: Iterable[Statement] = (),
    children: Iterable[PropertyRecord] = (),
    **more: Any,
) -> PropertyRecord:
    """Return a row of a property table."""
    return PropertyRecord(
        name, f"#x/{name}", type_words, statements=tuple(statements), children=tuple(children), **more
    )


def connector(*properties: Fields, examples: list[Fields] | None = None, **more: Any) -> Connector:
    """Return a connector with one step."""
    step: Fields = {"name": "form", "properties": list(properties)} | ({"examples": examples} if examples else {})
    head = {"vendor": "acme", "role": "source", "type": "x", "name": "X", "status": "documented"}
    sources = [{"document": "acme/page", "place": "#x"}]
    return Connector.model_validate(head | {"steps": [step], "sources": sources} | more)


def envelope(*properties: Fields, role: str = "source") -> Envelope:
    """Return an envelope."""
    return Envelope.model_validate({"vendor": "acme", "role": role, "name": "Acme", "properties": properties})


def prop(name: str, type_: Any = "string", requirement: str | None = None, **fields: Any) -> Fields:
    """Return the JSON of a property; fields without a value are left out."""
    stated = {"name": name, "type": type_, "requirement": requirement} | fields
    return {field: value for field, value in stated.items() if value is not None}


def variant(value: Any, *properties: Fields, required: bool = True, selector: str = "kind", **more: Any) -> Fields:
    """Return the JSON of a variant with a selector and more properties."""
    own = prop(selector, "string", "required" if required else None, const=value)
    told = {"property": selector, "value": value, "required": required}
    return {"name": str(value), "selector": told, "properties": [own, *properties]} | more


def as_property(fields: Fields) -> Property:
    """Return the catalog's object of a property."""
    return Property.model_validate(fields)


def only(found: Connector) -> Property:
    """Return the one property of a connector."""
    (property_,) = found.steps[0].properties
    return property_


def profile(id_: str = "kind", *alternatives: str, title: str = "Acme") -> Profile:
    """Return a vendor's profile with some names of the connector's id."""
    request = {"id": id_, "alternativeIds": alternatives, "recognisedBy": [id_], "parts": {"config": ["form"]}}
    role = {"classSuffix": "Source", "request": request, "response": {"id": id_}}
    return Profile.model_validate({"title": title, "steps": "together", "roles": {"source": role}})


def run(function: Run, found: Connector, places: Mapping[str, str] | None = None, **tables: Any) -> Ran:
    """Run a pass over one connector."""
    context = Context(Knowledge(**tables), Diagnostics("acme/page"), example_places=places or {})
    return Ran(function(found, context), context)


class Ran:
    """The connector that a pass returned, and its findings."""

    def __init__(self, found: Connector, context: Context) -> None:
        self.connector = found
        self.context = context
        self.properties = found.steps[0].properties if found.steps else ()

    @property
    def json(self) -> list[Fields]:
        """The properties of the first step."""
        return [each.to_json() for each in self.properties]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings."""
        return codes(self.context.diagnostics)

    @property
    def lines(self) -> list[str]:
        """The findings as they are printed."""
        return [str(each) for each in self.context.diagnostics]


def codes(diagnostics: Diagnostics, level: Level | None = None) -> list[str]:
    """Return the codes of the findings, of one level or of all."""
    return [found.code for found in diagnostics if level in (None, found.level)]
