"""Makes records and connectors for the tests of the catalog."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.catalog.connector import Connector, Property
from generator.diagnostics import Diagnostics, Level
from generator.records.example import ExampleRecord
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, Statement, StepRecord

KEY = "stitch/source/platform.x"
Facts = dict[str, Any]


def page(*properties: PropertyRecord, examples: Iterable[ExampleRecord] = (), **more: Any) -> PageRecords:
    """A page with one connector that has one step."""
    step = StepRecord("form", "#x", properties, tuple(examples))
    connector = ConnectorRecord("source", "platform.x", "X", "#x", steps=(step,), **more)
    return PageRecords("stitch", (connector,))


def row(
    name: str,
    *type_words: str,
    statements: Iterable[Statement] = (),
    children: Iterable[PropertyRecord] = (),
    **more: Any,
) -> PropertyRecord:
    """A row of a property table."""
    stated = {"statements": tuple(statements), "children": tuple(children)}
    return PropertyRecord(name, f"#x/{name}", type_words, **stated, **more)


def connector(*properties: Facts, examples: list[Facts] | None = None, **more: Any) -> Connector:
    """A connector in catalog form with one step."""
    step: Facts = {"name": "form", "properties": list(properties)} | ({"examples": examples} if examples else {})
    head = {"vendor": "stitch", "role": "source", "type": "platform.x", "name": "X", "status": "documented"}
    sources = [{"document": "stitch/page", "place": "#x"}]
    return Connector.model_validate(head | {"steps": [step], "sources": sources} | more)


def prop(name: str, type_: Any = "string", requirement: str | None = None, **facts: Any) -> Facts:
    """A property in catalog form; fields without a value are left out."""
    stated = {"name": name, "type": type_, "requirement": requirement} | facts
    return {field: value for field, value in stated.items() if value is not None}


def only(found: Connector) -> Property:
    """The one property of a connector."""
    (property_,) = found.steps[0].properties
    return property_


def codes(diagnostics: Diagnostics, level: Level | None = None) -> list[str]:
    """The codes of the findings, of one level or of all."""
    return [found.code for found in diagnostics if level in (None, found.level)]
