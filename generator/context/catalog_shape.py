"""The parts of a catalog that several outputs need, computed once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector
from generator.context.requests.vendor_api import VendorApi, vendor_api
from generator.profiles.profile import to_vendors
from generator.systems.elsewhere import Elsewhere, elsewhere_of
from generator.systems.resolution import systems_of
from generator.systems.system import System
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class CatalogShape:
    """A catalog, and what is derived from it.

    Attributes:
        catalog: The catalog.
        connectors: The connectors that have files of their own, in the order of their keys.
        vendors: The vendors of the catalog's profiles, by name.
        systems: The systems in the order of their names.
        elsewhere: The counterparts of a connector at other vendors, by its key.
        apis: How requests are sent, by vendor and role.
    """

    catalog: Catalog
    connectors: tuple[Connector, ...]
    vendors: Mapping[str, Vendor]
    systems: tuple[System, ...]
    elsewhere: Mapping[str, Elsewhere]
    apis: Mapping[tuple[str, str], VendorApi]

    def of_vendor(self, vendor: str) -> list[Connector]:
        """Return the connectors of a vendor that have files of their own."""
        return [each for each in self.connectors if each.vendor == vendor]

    @property
    def used_vendors(self) -> list[Vendor]:
        """The vendors that have connectors, in the order of their names."""
        used = {each.vendor for each in self.connectors}
        return [vendor for name, vendor in self.vendors.items() if name in used]


def catalog_shape_of(catalog: Catalog) -> CatalogShape:
    """Return a catalog with what is derived from it."""
    connectors = tuple(each for each in catalog.connectors if each.status == "documented")
    vendors = to_vendors(catalog.profiles)
    systems = systems_of(catalog.decisions, connectors, catalog.profiles)
    titles = {name: profile.title for name, profile in catalog.profiles.items()}
    elsewhere = elsewhere_of(systems, connectors, titles)
    return CatalogShape(catalog, connectors, vendors, systems, elsewhere, _apis(catalog, vendors))


def _apis(catalog: Catalog, vendors: Mapping[str, Vendor]) -> dict[tuple[str, str], VendorApi]:
    apis = {}
    for name, vendor in vendors.items():
        for role, request in vendor.requests.items():
            envelope = catalog.envelopes.get(name, {}).get(role)
            properties = envelope.properties if envelope is not None else ()
            apis[name, role] = vendor_api(catalog.profiles[name], role, request, properties)
    return apis
