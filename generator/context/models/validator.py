"""The validators of connectors and of the envelopes of requests."""

from __future__ import annotations

import dataclasses

from generator.catalog.envelope import Envelope
from generator.context.connector_shape import ConnectorShape, kind_of
from generator.context.constraints import object_constraints
from generator.context.names import ModuleName
from generator.context.requirements import requirements_of_object
from templates.connector_catalog.value_constraints import ObjectConstraints
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class ValidatorContext:
    """One validator module of a vendor's package: the comment at its top, its docstring and its constraints."""

    package: str
    module: ModuleName
    header: str
    title: str
    constraints: ObjectConstraints


def validator_context(shape: ConnectorShape, header: str) -> ValidatorContext:
    """Return the context of one connector's validator."""
    title = f"Validator of the properties of {kind_of(shape.vendor, shape.connector.role)}: {shape.connector.name}."
    return ValidatorContext(shape.vendor.name, shape.module, header, title, object_constraints(shape.requirements))


def envelope_validator_context(vendor: Vendor, envelope: Envelope, header: str) -> ValidatorContext:
    """Return the context of the validator of an envelope."""
    title = f"Validator of the envelope of requests that create {kind_of(vendor, envelope.role)}."
    constraints = object_constraints(requirements_of_object(envelope.properties))
    return ValidatorContext(vendor.name, ModuleName.of_envelope(envelope.role), header, title, constraints)
