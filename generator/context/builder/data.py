"""The data of the configuration builder for one connector, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.catalog.property import Property
from generator.context.builder.constraint_data import constraint_data
from generator.context.builder.form_fields import form_fields
from generator.context.connector_shape import ConnectorShape
from generator.context.constraints import object_constraints
from generator.context.requests.vendor_api import envelope_sample
from generator.context.requirements import requirements_of_object


def builder_data(shape: ConnectorShape, envelope: Sequence[Property]) -> dict[str, Any]:
    """Return the form, the constraints and the request of a connector.

    Args:
        shape: The connector.
        envelope: What the vendor's requests have beside the connector's properties; empty if no document describes it.
    """
    connector, request = shape.connector, shape.request
    return {
        "vendor": connector.vendor,
        "role": connector.role,
        "type": connector.type,
        "title": connector.name,
        # References to secrets are named after it.
        "name": shape.short_type,
        "model": shape.class_name,
        "module": f"connector_catalog.{shape.vendor.name}",
        "fields": form_fields(shape.requirements.properties, request.id_in_main_part),
        "constraints": constraint_data(object_constraints(shape.requirements)),
        "request": {
            **constraint_data(request),
            "idInRequest": request.id_in_request(connector.type),
            "places": _places(shape),
        },
        "envelope": {
            "constraints": constraint_data(object_constraints(requirements_of_object(envelope))),
            "readOnly": [each.name for each in envelope if each.read_only],
            "updateOnly": [each.name for each in envelope if each.update_only],
        },
        "example": envelope_sample(envelope, request),
    }


def _places(shape: ConnectorShape) -> dict[str, str]:
    """Return the part of a request that holds each property, also those that only the vendor sets."""
    places: dict[str, str] = {}
    for step in shape.connector.steps:
        for each in step.properties:
            if each.name not in places or each.requirement != "readOnly":
                places[each.name] = shape.request.part_of(step.name)
    return places
