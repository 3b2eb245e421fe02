"""Prints the files that are made from the whole catalog: the package's index, bundles of schemas and index pages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from generator.context.catalog_shape import CatalogShape
from generator.context.header import header_of_all
from generator.context.json_schema.bundle import Edition, bundle_context, bundle_entry
from generator.context.json_schema.dialects import DIALECTS
from generator.context.json_schema.request import ACTIONS
from generator.context.models.envelope_types import envelope_types
from generator.context.models.validator import envelope_validator_context
from generator.context.package.data import build_data, index_data, releases_data, systems_data, vendors_data
from generator.context.package.modules import vendor_package
from generator.outputs.json_schema import bundle_list_text, bundle_text
from generator.outputs.package import envelope_files, package_files
from generator.outputs.printed import SharedParts
from generator.outputs.reference_pages import reference_pages
from generator.outputs.validators import validator_file
from generator.paths import PACKAGE
from generator.serialize import dumps, dumps_line
from templates.connector_catalog.vendors import Vendor


def catalog_files(shape: CatalogShape, parts: Mapping[str, SharedParts]) -> dict[str, str]:
    """Return the text of each file, by its path in the project.

    Args:
        shape: The catalog.
        parts: The parts of each documented connector, by key.
    """
    catalog, used = shape.catalog, shape.used_vendors
    package = {
        "build.json": dumps(build_data(catalog.base_url, catalog.month, catalog.data_version)),
        "data/changes.jsonl": "".join(f"{dumps_line(each)}\n" for each in releases_data(catalog.releases)),
        "vendors.json": dumps(vendors_data(catalog.profiles)),
        "data/systems.json": dumps_line(systems_data(shape.systems)) + "\n",
        "schemas/catalog.json": bundle_list_text(
            bundle_entry(vendor, action, catalog.base_url) for vendor in used for action in ACTIONS
        ),
    }
    for name, vendor in shape.vendors.items():
        index = index_data(vendor, shape.of_vendor(name), catalog.envelopes.get(name, {}))
        package[f"index/{name}.json"] = dumps(index)
    for vendor in used:
        package |= _vendor_files(shape, vendor, parts)
    packages = [vendor_package(vendor, shape.of_vendor(vendor.name)) for vendor in used]
    files = {f"{PACKAGE}/{path}": text for path, text in (package | package_files(packages)).items()}
    return files | _envelope_validators(shape) | reference_pages(shape)


def _vendor_files(shape: CatalogShape, vendor: Vendor, parts: Mapping[str, SharedParts]) -> dict[str, str]:
    """Return the files of a vendor that have a line for each of its connectors, by path in the package."""
    catalog, own = shape.catalog, shape.of_vendor(vendor.name)
    ids, envelopes = [(each.role, each.type) for each in own], catalog.envelopes.get(vendor.name, {})
    files = envelope_files(envelope_types(vendor, envelopes))
    edition = Edition(catalog.base_url, catalog.data_version)
    for dialect, action in product(DIALECTS, ACTIONS):
        definitions = [parts[each.key].definitions[dialect.uri][action] for each in own]
        bundle = bundle_context(vendor, action, ids, definitions, envelopes, edition, dialect)
        files[f"schemas/{bundle.name}.json"] = bundle_text(bundle)
    files[f"data/{vendor.name}.jsonl"] = "".join(f"{parts[each.key].data}\n" for each in own)
    files[f"data/{vendor.name}.schemas.jsonl"] = "".join(f"{parts[each.key].schema}\n" for each in own)
    return files


def _envelope_validators(shape: CatalogShape) -> dict[str, str]:
    files: dict[str, str] = {}
    for vendor, roles in shape.catalog.envelopes.items():
        for envelope in roles.values():
            context = envelope_validator_context(shape.vendors[vendor], envelope, f"# {header_of_all()}")
            files |= validator_file(context)
    return files
