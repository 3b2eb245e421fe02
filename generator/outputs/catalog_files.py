"""Prints the files that are made from the whole catalog: the package's index, bundles of schemas and index pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from itertools import product

from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector
from generator.context.bundle import bundle_context, bundle_entry
from generator.context.dialects import DIALECTS
from generator.context.envelope_types import envelope_types
from generator.context.header import header_of_all
from generator.context.package import vendor_package
from generator.context.package_data import build_data, index_data, releases_data, systems_data, vendors_data
from generator.context.request_schema import ACTIONS
from generator.context.validator import envelope_validator_context
from generator.context.vendor_api import VendorApi, vendor_api
from generator.outputs.json_schema import bundle_list_text, bundle_text
from generator.outputs.package import envelope_files, package_files
from generator.outputs.printed import ConnectorFiles
from generator.outputs.reference_pages import reference_pages
from generator.outputs.validators import validator_file
from generator.paths import PACKAGE
from generator.serialize import dumps, dumps_line
from generator.systems.elsewhere import Elsewhere, elsewhere_of
from generator.systems.resolution import systems_of
from templates.connector_catalog.vendors import Vendor


def vendors_of(catalog: Catalog) -> dict[str, Vendor]:
    """Return the vendors of a catalog's profiles, by name."""
    return {name: Vendor.from_profile(name, profile.to_json()) for name, profile in sorted(catalog.profiles.items())}


def documented(catalog: Catalog) -> list[Connector]:
    """Return the connectors that have files of their own."""
    return [connector for connector in catalog.connectors if connector.status == "documented"]


def apis_of(catalog: Catalog) -> dict[tuple[str, str], VendorApi]:
    """Return how requests are sent, by vendor and role."""
    found = {}
    for name, vendor in vendors_of(catalog).items():
        for role, request in vendor.requests.items():
            envelope = catalog.envelopes.get(name, {}).get(role)
            properties = envelope.properties if envelope is not None else ()
            found[name, role] = vendor_api(catalog.profiles[name], role, request, properties)
    return found


def elsewhere_in(catalog: Catalog) -> dict[str, Elsewhere]:
    """Return, by key of a connector, what there is of its system at other vendors."""
    connectors = documented(catalog)
    titles = {name: profile.title for name, profile in catalog.profiles.items()}
    return elsewhere_of(systems_of(catalog.decisions, connectors, catalog.profiles), connectors, titles)


def catalog_files(catalog: Catalog, printed: Mapping[str, ConnectorFiles]) -> dict[str, str]:
    """Return the text of each file, by its path in the project.

    Args:
        catalog: The catalog.
        printed: The outputs of each documented connector, by key.
    """
    connectors, vendors = documented(catalog), vendors_of(catalog)
    used = [each for each in vendors.values() if any(connector.vendor == each.name for connector in connectors)]
    systems = systems_of(catalog.decisions, connectors, catalog.profiles)
    package = {
        "build.json": dumps(build_data(catalog.base_url, catalog.month, catalog.data_version)),
        "data/changes.jsonl": "".join(f"{dumps_line(each)}\n" for each in releases_data(catalog.releases)),
        "vendors.json": dumps(vendors_data(catalog.profiles)),
        "data/systems.json": dumps_line(systems_data(systems)) + "\n",
        "schemas/catalog.json": bundle_list_text(
            bundle_entry(vendor, action, catalog.base_url) for vendor in used for action in ACTIONS
        ),
    }
    for vendor in vendors.values():
        own = [each for each in connectors if each.vendor == vendor.name]
        index = index_data(vendor, own, catalog.envelopes.get(vendor.name, {}))
        package[f"index/{vendor.name}.json"] = dumps(index)
    packages = []
    for vendor in used:
        own = [each for each in connectors if each.vendor == vendor.name]
        packages.append(vendor_package(vendor, own))
        ids, envelopes = [(each.role, each.type) for each in own], catalog.envelopes.get(vendor.name, {})
        package |= envelope_files(envelope_types(vendor, envelopes))
        for dialect, action in product(DIALECTS, ACTIONS):
            definitions = [printed[each.key].definitions[dialect.uri][action] for each in own]
            bundle = bundle_context(vendor, action, ids, definitions, envelopes, catalog.base_url, dialect)
            bundle = dataclasses.replace(bundle, comment=f"{bundle.comment} Data version {catalog.data_version}.")
            package[f"schemas/{bundle.name}.json"] = bundle_text(bundle)
        package[f"data/{vendor.name}.jsonl"] = "".join(f"{printed[each.key].data}\n" for each in own)
        package[f"data/{vendor.name}.schemas.jsonl"] = "".join(f"{printed[each.key].schema}\n" for each in own)
    files = {f"{PACKAGE}/{path}": text for path, text in (package | package_files(packages)).items()}
    return files | _envelope_validators(catalog, vendors) | reference_pages(catalog, used, systems)


def _envelope_validators(catalog: Catalog, vendors: Mapping[str, Vendor]) -> dict[str, str]:
    files: dict[str, str] = {}
    for vendor, roles in catalog.envelopes.items():
        for envelope in roles.values():
            files |= validator_file(envelope_validator_context(vendors[vendor], envelope, f"# {header_of_all()}"))
    return files
