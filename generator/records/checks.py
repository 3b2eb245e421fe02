"""Checks that the readers of all kinds of document share."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostics
from generator.documents.store import is_device_name
from generator.records.property_name import EXPECTED_NAME, LONGEST_NAME
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord

ID = r"[a-z0-9][a-z0-9_.\-]*"
"""The pattern of a connector's id."""


def checked(records: PageRecords, context: Context) -> PageRecords:
    """Add totals and corrections to the records; missing and unaccounted parts become diagnostics."""
    diagnostics = context.diagnostics
    records = dataclasses.replace(records, connectors=tuple(_usable(records.connectors, context)))
    documented = [connector for connector in records.connectors if not connector.listed_only]
    rows = sum(_rows(step.properties) for connector in documented for step in connector.steps)
    if not records.connectors:
        diagnostics.error("no-connectors", "", "no connector found; expected at least one")
    elif not rows:
        diagnostics.error("no-property-tables", "", "no connector has properties; expected at least one that does")
    for connector in documented:
        if not any(step.properties for step in connector.steps):
            subject = context.key(connector.role, connector.type)
            diagnostics.warning("no-properties", connector.place, "the document defines no properties for it", subject)
    unaccounted = context.coverage.report_unaccounted(diagnostics)
    return dataclasses.replace(records, rows=rows, unaccounted=unaccounted, corrected=context.examples.applied)


def _usable(connectors: Iterable[ConnectorRecord], context: Context) -> Iterator[ConnectorRecord]:
    """Yield the connectors whose files can be written, each once; each other one is an error."""
    found: dict[str, ConnectorRecord] = {}
    for connector in connectors:
        key, fault = context.key(connector.role, connector.type), id_fault(connector.type)
        if fault:
            report_id(connector.type, fault, connector.place, context.diagnostics)
        elif found.setdefault(key, connector) is connector:
            yield connector
        else:
            message = f"duplicate connector; it is also described at {found[key].place}"
            context.diagnostics.error("duplicate-connector", connector.place, message, key)


def id_fault(id_: str) -> str:
    """Return the expected form of an id that cannot be a file name on every system; empty for a valid id."""
    if len(id_) > LONGEST_NAME:
        return f"at most {LONGEST_NAME} characters"
    if re.fullmatch(ID, id_) is None:
        return "lower-case letters, digits, _ . -, the first one a letter or digit"
    if id_.endswith(".") or is_device_name(id_):
        return "a name that a file may have on Windows, too"
    return ""


def _rows(properties: Iterable[PropertyRecord]) -> int:
    return sum(
        (not record.named_in_example) + _rows(record.children) + sum(_rows(each.properties) for each in record.variants)
        for record in properties
    )


def unique(properties: Iterable[PropertyRecord], diagnostics: Diagnostics, above: str) -> tuple[PropertyRecord, ...]:
    """Return the first property of each name; another one is an error ``duplicate-property``."""
    found: dict[str, PropertyRecord] = {}
    for each in properties:
        first = found.setdefault(each.name, each)
        if first is not each:
            message = f"duplicate property; it is also defined at {first.place}"
            diagnostics.error("duplicate-property", each.place, message, f"{above}.{each.name}")
    return tuple(found.values())


def report_property_name(name: str, place: str, diagnostics: Diagnostics, subject: str) -> None:
    """Add an error about text that is not a property's name."""
    message = f"invalid property name {name[:60]!r}; {EXPECTED_NAME}"
    diagnostics.error("property-name", place, message, subject)


def report_id(id_: str, expected: str, place: str, diagnostics: Diagnostics, subject: str = "") -> None:
    """Add an error about text that is not a connector's id."""
    diagnostics.error("type-name", place, f"invalid id {id_[:60]!r}; expected {expected}", subject)
