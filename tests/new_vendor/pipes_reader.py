"""Reads Pipes' documents: each connector has a table, and an example, for each of its steps."""

from __future__ import annotations

import dataclasses
import itertools
import re

from generator.blocks.block import Code, Page, Section, Table
from generator.records.property_table import TableReader
from generator.records.reader import Context, PageReader
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord

_CONNECTOR = re.compile(r"(?P<name>.+) \((?P<role>source|destination) kind: (?P<kind>[a-z]+)\)")


def read_page(page: Page, context: Context) -> PageRecords:
    """Return a connector for each section whose heading states a kind."""
    envelopes, connectors = {}, []
    for section in page.sections:
        heading = _CONNECTOR.fullmatch(section.text)
        if section.text == "In every request":
            envelope = _step(section, 0, "envelope", "envelope", context)
            envelopes = dict.fromkeys(context.vendor.requests, _nested(envelope.properties))
        elif heading is not None:
            connectors.append(_connector(section, heading, context))
    return PageRecords(context.vendor.name, tuple(connectors), envelopes)


def _step(section: Section, number: int, name: str, key: str, context: Context) -> StepRecord:
    context.coverage.sections.add(section.place)
    context.coverage.count(section.blocks)
    tables = [each for each in section.blocks if isinstance(each, Table)]
    codes = [each for each in section.blocks if isinstance(each, Code)]
    context.coverage.claim(*codes)
    rows = [row for each in tables[number : number + 1] for row in TableReader(context).read(each, f"{key} {name}")]
    examples = [context.examples.read(each, key, (name,), f"{key} {name}") for each in codes[number : number + 1]]
    return StepRecord(name, section.place, tuple(rows), tuple(each for each in examples if each is not None))


def _nested(rows: tuple[PropertyRecord, ...], above: str = "") -> tuple[PropertyRecord, ...]:
    """Return rows such as ``pipe.colour`` as properties of the object that a row before them names."""
    own = [each for each in rows if each.name.startswith(above) and "." not in each.name.removeprefix(above)]
    return tuple(
        dataclasses.replace(each, name=each.name.removeprefix(above), children=_nested(rows, f"{each.name}."))
        for each in own
    )


def _connector(section: Section, heading: re.Match[str], context: Context) -> ConnectorRecord:
    role = heading["role"]
    type_ = context.vendor.id_prefixes[role] + heading["kind"]
    steps = [
        _step(section, number, name, context.key(role, type_), context)
        for number, name in zip(itertools.count(), context.steps(role), strict=False)
    ]
    return ConnectorRecord(role, type_, heading["name"], section.place, steps=tuple(steps))


READERS = (PageReader(re.compile("Kinds of pipes"), read_page),)
