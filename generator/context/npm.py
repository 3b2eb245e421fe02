"""The TypeScript package as a whole: its description, its indexes and its map of secrets."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.catalog.catalog import Catalog
from generator.catalog.envelope import Envelope
from generator.catalog.property_paths import walk
from generator.context.connector_shape import ConnectorShape
from generator.context.header import header_of_all
from generator.context.literals import typescript_literal
from generator.context.names import ClassName
from generator.context.request_schema import CREATE, UPDATE, envelope_properties
from generator.context.requirements import requirements_of_object
from generator.context.typescript import (
    DeclarationContext,
    Interface,
    Member,
    Type,
    declarations,
    envelope_name,
    members_of,
)
from templates.connector_catalog.vendors import Vendor
from templates.connector_catalog.wording import join_and


@dataclasses.dataclass(frozen=True)
class Entry:
    """A connector in the index of its vendor: its id as it is printed, its interface and its file."""

    id: str
    type: str
    file: str


@dataclasses.dataclass(frozen=True)
class RoleIndex:
    """The connectors of a role, and the interface that has them by their ids."""

    name: str
    interface: str
    connectors: tuple[Entry, ...]


@dataclasses.dataclass(frozen=True)
class Module:
    """A file of declarations, and the names that it exports."""

    file: str
    names: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class VendorIndex:
    """The index of a vendor's declarations."""

    header: str
    modules: tuple[Module, ...]
    roles: tuple[RoleIndex, ...]


@dataclasses.dataclass(frozen=True)
class PackageContext:
    """The package: its name, its vendors, and the connector whose type its page shows."""

    header: str
    name: str
    base_url: str
    date: str
    data_version: str
    vendors: tuple[str, ...]
    titles: str
    example: Entry


def package_context(name: str, catalog: Catalog, shapes: Sequence[ConnectorShape]) -> PackageContext:
    """Return the context of the package of some connectors."""
    vendors = {each.vendor.name: each.vendor.title for each in shapes}
    first = shapes[0]
    example = Entry("", str(first.class_name), f"{first.vendor.name}/{first.module}")
    return PackageContext(
        header_of_all(),
        name,
        catalog.base_url,
        catalog.month,
        str(catalog.data_version),
        tuple(vendors),
        join_and(vendors.values()),
        example,
    )


def package_data(name: str, version: str, description: str, vendors: Iterable[str]) -> dict[str, Any]:
    """Return the contents of ``package.json``."""
    return {
        "name": name,
        "version": version,
        "description": description,
        "license": "MIT",
        "type": "module",
        "types": "./index.d.ts",
        "sideEffects": False,
        "exports": {
            ".": {"types": "./index.d.ts", "default": "./index.js"},
            "./schemas/*": "./schemas/*",
            "./secrets.json": "./secrets.json",
            "./package.json": "./package.json",
            **{f"./{each}": {"types": f"./{each}/index.d.ts"} for each in vendors},
            "./*": {"types": "./*.d.ts"},
        },
    }


def envelope_declarations(vendor: Vendor, envelopes: Mapping[str, Envelope]) -> DeclarationContext:
    """Return the declarations of the envelopes of a vendor's requests."""
    interfaces: list[Interface] = [
        _envelope_interface(role, envelopes.get(role), action)
        for role in sorted(vendor.requests)
        for action in (CREATE, UPDATE)
    ]
    return DeclarationContext(f"{vendor.name}/envelopes.d.ts", header_of_all(), (), "", tuple(interfaces))


def _envelope_interface(role: str, envelope: Envelope | None, action: str) -> Interface:
    """Return the interface of the envelope of a role's requests."""
    properties = envelope_properties(envelope, action) if envelope else []
    members = members_of(requirements_of_object(properties), partial=action == UPDATE)
    schema = Member("$schema", "The schema by which an editor checks the request.", Type("string"))
    doc = f"What a request has beside the properties of a {role}."
    return Interface(ClassName(envelope_name(role, action)), doc, "", (schema, *members), envelope is None)


def vendor_index(shapes: Iterable[ConnectorShape]) -> VendorIndex:
    """Return the index of the declarations of one vendor's connectors."""
    shapes = list(shapes)
    modules = tuple(
        Module(str(shape.module), tuple(str(interface.name) for interface in declarations(shape).interfaces))
        for shape in shapes
    )
    roles = sorted({shape.connector.role for shape in shapes}, reverse=True)
    return VendorIndex(header_of_all(), modules, tuple(_role(role, shapes) for role in roles))


def secrets_data(shapes: Iterable[ConnectorShape]) -> dict[str, dict[str, dict[str, list[str]]]]:
    """Return the paths of the secrets in the requests of each connector, by vendor, role and id."""
    data: dict[str, dict[str, dict[str, list[str]]]] = {}
    for shape in shapes:
        connector = shape.connector
        walks = (
            walk((each for each in shape.requirements.properties if each.name in names), system_path=f"{part}.")
            for part, names in shape.parts.items()
        )
        paths = (place.system_path for places in walks for place in places if place.property.secret)
        by_role = data.setdefault(connector.vendor, {}).setdefault(connector.role, {})
        by_role[connector.type] = list(dict.fromkeys(paths))
    return data


def _role(role: str, shapes: Iterable[ConnectorShape]) -> RoleIndex:
    of_role = [each for each in shapes if each.connector.role == role]
    entries = (
        Entry(typescript_literal(each.connector.type), str(each.class_name), str(each.module)) for each in of_role
    )
    return RoleIndex(role, f"{role.capitalize()}s", tuple(entries))
