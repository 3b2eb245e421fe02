"""States the object that has the connector's id in the envelope of requests, as the vendor's profile says."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog.connector import Connector
from generator.catalog.context import Context
from generator.catalog.envelope import Entry
from generator.catalog.property import Property


def state_id(entry: Entry, context: Context) -> Entry:
    """Add the connector's id to an envelope, if requests have it in an object that is no part of them.

    Documents may describe that object, without the id or as a part of responses only.
    """
    path = context.id_in_envelope(entry.vendor, entry.role)
    if not path or isinstance(entry, Connector):
        return entry
    return entry.with_fields(properties=_with_id(entry.properties, path))


def _with_id(properties: tuple[Property, ...], path: Sequence[str]) -> tuple[Property, ...]:
    name, *below = path
    if all(each.name != name for each in properties):
        properties = (
            *properties,
            Property(name=name, type="object", properties=()) if below else Property(name=name, type="string"),
        )
    return tuple(_holding(each, below) if each.name == name else each for each in properties)


def _holding(found: Property, below: Sequence[str]) -> Property:
    """Return a property of the path: requests have it, whoever sets it in responses."""
    if found.requirement in ("readOnly", "internal"):
        found = found.without_fields("requirement")
    found = found.without_fields("read_only", "update_only")
    # An object without properties may have any.
    return (
        found.with_fields(properties=_with_id(found.properties, below))
        if below and found.properties is not None
        else found
    )
