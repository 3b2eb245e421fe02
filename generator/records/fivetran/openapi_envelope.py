"""Reads what a request holds beside the service's own properties, from the schemas that create, update and answer."""

from __future__ import annotations

from collections.abc import Sequence

from generator.blocks.specification import Schema
from generator.records.fivetran.page import STEPS
from generator.records.openapi.property import PropertyReader
from generator.records.record import PropertyRecord


def read_envelope(schemas: Sequence[Schema | None], reader: PropertyReader, subject: str) -> list[PropertyRecord]:
    """The properties of an envelope, each once: as the request that creates has it, else the update, else the answer.

    Args:
        schemas: What creates, what updates, what the answer holds; ``None`` for one that the file does not have.
        reader: Reads the properties.
        subject: The envelope, for messages.
    """
    create, update, response = (
        {} if each is None else {record.name: record for record in reader.records(each, subject)} for each in schemas
    )
    found = list({**response, **update, **create}.values())
    order = [*create, *update, *response]
    for record in found:
        name = record.name
        if name in create:
            record.labels |= {"createOnly": True} if update and name not in update else {}
            record.requirement = record.requirement or "optional"
        elif name in update:
            record.labels["updateOnly"] = True
            record.requirement = "optional"
        else:
            record.requirement = "readOnly"
        if response and name not in response and name not in STEPS:
            record.labels["writeOnly"] = True
    return sorted((each for each in found if each.name not in STEPS), key=lambda record: order.index(record.name))
