"""States the object that has the connector's id in the envelope of requests, as the vendor's profile says."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog.connector import Connector
from generator.catalog.context import Context
from generator.catalog.envelope import Entry
from generator.catalog.property import Property
from templates.connector_catalog.property_definitions import SET_BY_VENDOR


def state_id(entry: Entry, context: Context) -> Entry:
    """Add the connector's id to an envelope, if requests have it in an object that is no part of them.

    Documents may describe that object, without the id or as a part of responses only.
    """
    path = context.id_in_envelope(entry.vendor, entry.role)
    if not path or isinstance(entry, Connector):
        return entry
    return entry.with_fields(properties=_with_id(entry.properties, path))


def _with_id(properties: tuple[Property, ...], path: Sequence[str]) -> tuple[Property, ...]:
    """Return the properties of an object with the first of a path among them, which holds the others."""
    name, *below = path
    if all(each.name != name for each in properties):
        properties = (*properties, _object(name) if below else Property(name=name, type="string"))
    return tuple(_in_requests(each, below) if each.name == name else each for each in properties)


def _object(name: str) -> Property:
    return Property(name=name, type="object", properties=())


def _in_requests(property_: Property, below: Sequence[str]) -> Property:
    """Return a property of the path, which requests have, whoever sets it in responses."""
    if property_.requirement in SET_BY_VENDOR:
        property_ = property_.without_fields("requirement")
    property_ = property_.without_fields("read_only", "update_only")
    # An object without properties may have any.
    if not below or property_.properties is None:
        return property_
    return property_.with_fields(properties=_with_id(property_.properties, below))
