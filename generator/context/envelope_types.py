"""The types of the envelopes of a vendor's requests."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from generator.catalog.envelope import Envelope
from generator.catalog.property import Property
from generator.context.connector_shape import kind_of
from generator.context.model import object_schema
from generator.context.names import ClassName
from generator.context.payload_type import Key, PayloadType, object_types
from generator.context.requirements import requirements_of_object
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class RoleOfEnvelope:
    """The types of the envelopes of a role's requests; ``None`` if no document describes them."""

    role: str
    create: ClassName | None = None
    update: ClassName | None = None


@dataclasses.dataclass(frozen=True)
class EnvelopeTypes:
    """The module with the types of a vendor's envelopes."""

    vendor: str
    title: str
    roles: tuple[RoleOfEnvelope, ...]
    types: tuple[PayloadType, ...]


def envelope_types(vendor: Vendor, envelopes: Mapping[str, Envelope]) -> EnvelopeTypes:
    """Return the types of a vendor's envelopes: for each role one of requests that create, and one of updates.

    Nothing is required: what a model has read from a request is kept, and the validators tell what is missing.
    """
    roles: list[RoleOfEnvelope] = []
    types: list[PayloadType] = []
    for role in vendor.requests:
        if role not in envelopes:
            roles.append(RoleOfEnvelope(role))
            continue
        name = ClassName.of_envelope(vendor, role)
        roles.append(RoleOfEnvelope(role, name, name.update))
        types += _types(vendor, role, envelopes[role])
    return EnvelopeTypes(vendor.name, vendor.title, tuple(roles), tuple(types))


def _types(vendor: Vendor, role: str, envelope: Envelope) -> Iterator[PayloadType]:
    shape, name = vendor.requests[role], ClassName.of_envelope(vendor, role)
    taken = {*shape.parts, shape.id_field.partition(".")[0]}
    own = {each.name: each for each in envelope.properties if each.name not in taken and each.requirement != "readOnly"}
    schema, classes = object_schema(requirements_of_object(own.values()), name, "")
    for each, types in object_types(schema, classes):
        fields = classes[each].fields.values()
        if each != name:
            keys = (Key.of(one.wire, types[one.name].payload, required=one.required, doc=one.doc) for one in fields)
            yield PayloadType(each.payload, tuple(keys), classes[each].doc, is_open=classes[each].is_open)
            continue
        optional = {one.wire: Key.of(one.wire, types[one.name].payload, required=False, doc=one.doc) for one in fields}
        for title, verb, left_out in ((name, "creates", _updates_only), (name.update, "updates", _creates_only)):
            given = tuple(key for wire, key in optional.items() if not left_out(own[wire]))
            doc = f"What a request that {verb} {kind_of(vendor, role)} has beside the connector's properties."
            yield PayloadType(title, given, doc)


def _updates_only(prop: Property) -> bool:
    return bool(prop.update_only)


def _creates_only(prop: Property) -> bool:
    return bool(prop.create_only)
