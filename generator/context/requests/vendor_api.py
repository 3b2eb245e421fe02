"""How requests for a role are sent to a vendor, and what they have beside a connector's properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.catalog.connector import Step
from generator.catalog.property import Property
from generator.context.requirements import requirements_of_object
from generator.context.samples.payload import minimal_payload
from generator.profiles.api import Call, Terraform
from generator.profiles.profile import Profile
from templates.connector_catalog.shapes import RequestShape


class VendorApi(NamedTuple):
    """How requests for a role are sent.

    Attributes:
        envelope: The least that a request has beside a connector's properties, with placeholders.
        call: How the API is called; ``None`` if the profile does not state it.
        terraform: The resource of the vendor's Terraform provider, or ``None``.
    """

    envelope: Mapping[str, Any] = {}
    call: Call | None = None
    terraform: Terraform | None = None


def vendor_api(profile: Profile, role: str, request: RequestShape, envelope: Iterable[Property]) -> VendorApi:
    """Return how requests for a role are sent, by the vendor's profile and the properties of its envelope."""
    role_profile = profile.roles[role]  # type: ignore[index]
    return VendorApi(envelope_sample(envelope, request), role_profile.call, role_profile.terraform)


def envelope_sample(envelope: Iterable[Property], request: RequestShape) -> dict[str, Any]:
    """Return the least that a request has beside the connector's id and its parts: defaults, values, placeholders."""
    # The documents' examples are ids of somebody's account.
    properties = tuple(each.without_fields("examples") for each in beside_parts(envelope, request))
    return minimal_payload([Step(name="envelope", properties=properties)], requirements_of_object(properties))


def beside_parts(envelope: Iterable[Property], request: RequestShape) -> tuple[Property, ...]:
    """Return the properties of an envelope without the parts and the connector's id."""
    return _without((each for each in envelope if each.name not in request.parts), request.id_field.split("."))


def _without(properties: Iterable[Property], path: Sequence[str]) -> tuple[Property, ...]:
    """Return properties without the one at a path, and without the objects that have no other."""
    name, *below = path
    kept = []
    for each in properties:
        if each.name != name or (below and not each.properties):
            kept.append(each)
        elif below and (left := _without(each.properties or (), below)):
            is_needed = any(one.requirement == "required" for one in left)
            kept.append((each if is_needed else each.without_fields("requirement")).with_fields(properties=left))
    return tuple(kept)
