"""The types of what a vendor's requests have beside a connector's own properties."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.catalog.envelope import Envelope
from generator.catalog.property import Property
from generator.context.model import object_schema
from generator.context.model_class import ClassContext
from generator.context.names import ClassName
from generator.context.payload_type import Key, PayloadType, object_types
from generator.context.python_types import FieldTypes
from generator.context.requirements import requirements_of_object
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class EnvelopeTypes:
    """The module with the types of a vendor's envelopes."""

    vendor: str
    title: str
    types: tuple[PayloadType, ...]


def envelope_types(vendor: Vendor, envelopes: Mapping[str, Envelope]) -> EnvelopeTypes:
    """Return the types of a vendor's envelopes: for each role one of requests that create, and one of updates.

    Nothing is required: what a model has read from a request is kept, and the vendor tells what is missing.
    """
    types = tuple(
        each for role, envelope in sorted(envelopes.items()) for each in _types(vendor, role, envelope.properties)
    )
    return EnvelopeTypes(vendor.name, vendor.title, types)


def _types(vendor: Vendor, role: str, properties: tuple[Property, ...]) -> list[PayloadType]:
    shape = vendor.requests[role]
    taken = {*shape.parts, shape.id_field.partition(".")[0]}
    own = tuple(each for each in properties if each.requirement != "readOnly" and each.name not in taken)
    name = ClassName.of_envelope(vendor, role)
    doc = f"What a request that creates {vendor.title} {role}s has beside the connector's own properties."
    schema, classes = object_schema(requirements_of_object(own), name, doc)
    by_wire = {each.name: each for each in own}
    (_, types), *inner = object_types(schema, classes)
    fields = classes[name].fields.values()

    def keys(left_out: str) -> tuple[Key, ...]:
        return tuple(
            Key.of(each.wire, types[each.name].payload, each.doc, required=False)
            for each in fields
            if not getattr(by_wire[each.wire], left_out)
        )

    updates = f"What a request that updates {vendor.title} {role}s has beside the connector's own properties."
    return [
        PayloadType(name, doc, keys("update_only")),
        PayloadType(name.update, updates, keys("create_only")),
        *(_inner(classes[each], found) for each, found in inner),
    ]


def _inner(own: ClassContext, types: Mapping[str, FieldTypes]) -> PayloadType:
    keys = (Key.of(each.wire, types[each.name].payload, each.doc, required=each.required) for each in own.fields.values())
    return PayloadType(own.name.payload, own.doc, tuple(keys), own.is_open)
