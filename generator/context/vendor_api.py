"""How requests for a role are sent to a vendor, and what they have beside a connector's properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.catalog.connector import Step
from generator.catalog.property import Property
from generator.context.requirements import requirements_of_object
from generator.context.sample import minimal_payload
from generator.vendors import Call, Profile, Terraform
from templates.connector_catalog.shapes import RequestShape


class VendorApi(NamedTuple):
    """How requests for a role are sent.

    Attributes:
        envelope: The least that a request has beside a connector's properties, with placeholders.
        call: How the API is called; ``None`` where the profile does not say it.
        terraform: The resource of the vendor's Terraform provider, or ``None``.
    """

    envelope: Mapping[str, Any] = {}
    call: Call | None = None
    terraform: Terraform | None = None


def vendor_api(profile: Profile, role: str, request: RequestShape, envelope: Iterable[Property]) -> VendorApi:
    """Return how requests for a role are sent, by the vendor's profile and the properties of its envelope."""
    stated = profile.roles[role]  # type: ignore[index]
    return VendorApi(envelope_sample(envelope, request), stated.call, stated.terraform)


def envelope_sample(envelope: Iterable[Property], request: RequestShape) -> dict[str, Any]:
    """Return the least that a request has beside the connector's id and its parts: defaults, values, placeholders."""
    taken = {*request.parts, request.id_field.partition(".")[0]}
    # The documents' examples are ids of somebody's account.
    own = tuple(each.without_fields("examples") for each in envelope if each.name not in taken)
    return minimal_payload([Step(name="envelope", properties=own)], requirements_of_object(own))
