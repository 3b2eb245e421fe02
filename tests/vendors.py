"""The vendors of this project's profiles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.catalog.connector import Connector, Role
from generator.context.connector_shape import ConnectorShape, shape_of
from generator.context.requests.vendor_api import VendorApi
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.profiles.profile import Profile, load_profiles
from templates.connector_catalog.vendors import Vendor

PROFILES = load_profiles(Layout().vendors, Diagnostics())
VENDORS = {name: Vendor.from_profile(name, profile.to_json()) for name, profile in PROFILES.items()}


def shape(connector: Connector) -> ConnectorShape:
    """Return the shape of a connector of one of these vendors."""
    return shape_of(connector, VENDORS[connector.vendor])


def api(vendor: str, role: Role, envelope: Mapping[str, Any] = MappingProxyType({})) -> VendorApi:
    """Return the API of one of these vendors, or of the one below, with an envelope."""
    stated = {**PROFILES, "acme": ACME_PROFILE}[vendor].roles[role]
    return VendorApi(envelope, stated.call, stated.terraform)


ACME_PROFILE = Profile.model_validate(
    {
        "title": "Acme Data",
        "steps": "together",
        "roles": {
            role: {
                "classSuffix": role.capitalize(),
                "idPrefix": "acme-",
                "request": {
                    "id": f"settings.{role}Kind",
                    "recognisedBy": ["settings"],
                    "parts": {"settings": ["main"]},
                },
                "response": {"id": f"{role}Kind"},
                "call": {"url": "https://acme.example/v1", "scheme": "Bearer", "token": "ACME_TOKEN"},
                "terraform": {"resource": f"acme_{role}", "encoded": ["settings"], "added": {"state": "ON"}},
            }
            for role in ("source", "destination")
        },
    }
)
ACME = Vendor.from_profile("acme", ACME_PROFILE.to_json())
"""A vendor whose requests have the connector's id inside of their only part, in another field for each role."""
