"""Checks of the records of all kinds of document."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostics
from generator.documents.store import is_device_name
from generator.records.property_name import EXPECTED_NAME, LONGEST_NAME
from generator.records.reader import Context
from generator.records.record import UNIQUE_IDS, ConnectorRecord, PageRecords, PropertyRecord

ID = r"[a-z0-9][a-z0-9_.\-]*"
"""The pattern of a connector's id."""


def checked(records: PageRecords, context: Context) -> PageRecords:
    """Return the valid records with totals and corrections; missing and unaccounted parts become diagnostics."""
    diagnostics = context.diagnostics
    connectors = unique_connectors(_with_valid_ids(records.connectors, context), context)
    records = dataclasses.replace(records, connectors=tuple(connectors))
    documented = [connector for connector in records.connectors if not connector.listed_only]
    # Only these are printed; a page may list a system by one name in both roles.
    _report_shared_ids(documented, context)
    rows = sum(_count_rows(step.properties) for connector in documented for step in connector.steps)
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


def _with_valid_ids(connectors: Iterable[ConnectorRecord], context: Context) -> Iterator[ConnectorRecord]:
    for connector in connectors:
        expected = id_fault(connector.type)
        if expected:
            report_id(connector.type, expected, connector.place, context.diagnostics)
        else:
            yield connector


def unique_connectors(connectors: Iterable[ConnectorRecord], context: Context) -> Iterator[ConnectorRecord]:
    """Yield the first connector of each role and type; any other is an error ``duplicate-connector``."""
    first_by_key: dict[str, ConnectorRecord] = {}
    for connector in connectors:
        key = context.key(connector.role, connector.type)
        first = first_by_key.setdefault(key, connector)
        if first is connector:
            yield connector
        else:
            message = f"duplicate connector; it is also described at {first.place}"
            context.diagnostics.error("duplicate-connector", connector.place, message, key)


def _report_shared_ids(connectors: Iterable[ConnectorRecord], context: Context) -> None:
    """Add an error for each id that connectors of both roles have."""
    first_by_id: dict[str, ConnectorRecord] = {}
    for connector in connectors:
        first = first_by_id.setdefault(connector.type, connector)
        if first is not connector:
            key = context.key(connector.role, connector.type)
            message = f"the {first.role} at {first.place} has the same id; {UNIQUE_IDS}"
            context.diagnostics.error("shared-id", connector.place, message, key)


def id_fault(id_: str) -> str:
    """Return the expected form of an id that cannot be a file name on every system; empty for a valid id."""
    if len(id_) > LONGEST_NAME:
        return f"at most {LONGEST_NAME} characters"
    if re.fullmatch(ID, id_) is None:
        return "lower-case letters, digits, _ . -, the first one a letter or digit"
    if id_.endswith(".") or is_device_name(id_):
        return "a name that a file may have on Windows, too"
    return ""


def _count_rows(properties: Iterable[PropertyRecord]) -> int:
    """Return the number of properties, nested ones included, that the document defines."""
    count = 0
    for record in properties:
        count += 0 if record.named_in_example else 1
        count += _count_rows(record.children)
        count += sum(_count_rows(variant.properties) for variant in record.variants)
    return count


def unique(properties: Iterable[PropertyRecord], diagnostics: Diagnostics, above: str) -> tuple[PropertyRecord, ...]:
    """Return the first property of each name; any other is an error ``duplicate-property``."""
    first_by_name: dict[str, PropertyRecord] = {}
    for record in properties:
        first = first_by_name.setdefault(record.name, record)
        if first is not record:
            message = f"duplicate property; it is also defined at {first.place}"
            diagnostics.error("duplicate-property", record.place, message, f"{above}.{record.name}")
    return tuple(first_by_name.values())


def report_property_name(name: str, place: str, diagnostics: Diagnostics, subject: str) -> None:
    """Add an error about text that is not a property's name."""
    message = f"invalid property name {name[:60]!r}; {EXPECTED_NAME}"
    diagnostics.error("property-name", place, message, subject)


def report_id(id_: str, expected: str, place: str, diagnostics: Diagnostics, subject: str = "") -> None:
    """Add an error about text that is not a connector's id."""
    diagnostics.error("type-name", place, f"invalid id {id_[:60]!r}; expected {expected}", subject)
