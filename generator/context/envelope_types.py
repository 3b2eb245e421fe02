"""The types of the envelopes of a vendor's requests."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from generator.catalog.envelope import Envelope
from generator.context.connector_shape import kind_of
from generator.context.model import object_schema
from generator.context.names import ClassName
from generator.context.payload_type import Key, PayloadType, object_types
from generator.context.requirements import requirements_of_object
from generator.context.vendor_api import beside_parts
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

    Nothing is required: a model keeps the envelope of the request it was read from, and validators report
    what is missing.
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
    beside = beside_parts(envelope.properties, shape)
    properties = {each.name: each for each in beside if each.requirement != "readOnly"}
    schema, classes = object_schema(requirements_of_object(properties.values()), name, "")
    for class_name, types in object_types(schema, classes):
        envelope_class, is_nested = classes[class_name], class_name != name
        keys = {
            field.wire: Key.of(
                field.wire, types[field.name].payload, required=is_nested and field.required, doc=field.doc
            )
            for field in envelope_class.fields.values()
        }
        if is_nested:
            yield PayloadType(
                class_name.payload, tuple(keys.values()), envelope_class.doc, is_open=envelope_class.is_open
            )
            continue
        for title, verb, excluded in ((name, "creates", "update_only"), (name.update, "updates", "create_only")):
            accepted = tuple(key for wire, key in keys.items() if not getattr(properties[wire], excluded))
            doc = f"What a request that {verb} {kind_of(vendor, role)} has beside the connector's properties."
            yield PayloadType(title, accepted, doc)
