"""Reads the envelope of a vendor's requests: the properties outside the connector's own."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from generator.blocks.specification import Schema
from generator.records.openapi.property import PropertyReader
from generator.records.record import PropertyRecord


def read_envelope(
    schemas: Sequence[Schema | None], parts: Collection[str], reader: PropertyReader, subject: str
) -> tuple[PropertyRecord, ...]:
    """Return each property of the envelope once, from the first schema that has it.

    Args:
        schemas: The schemas of the request that creates, of the update and of the response; ``None`` for a missing one.
        parts: The names of the properties that hold the connector's own.
        reader: Reads the properties.
        subject: The subject of diagnostics.
    """
    create, update, response = (
        {record.name: record for record in reader.records(schema, subject)} if schema is not None else {}
        for schema in schemas
    )
    envelope = []
    for name, record in ({**create, **update, **response} | update | create).items():
        if name in parts:
            continue
        declared = dict(record.declared)
        requirement: str | None = "readOnly"
        if name in create:
            declared |= {"createOnly": True} if update and name not in update else {}
            requirement = record.requirement or "optional"
        elif name in update:
            declared["updateOnly"] = True
            requirement = "optional"
        if response and name not in response:
            declared["writeOnly"] = True
        envelope.append(dataclasses.replace(record, declared=declared, requirement=requirement))
    return tuple(envelope)
