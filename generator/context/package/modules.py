"""The index modules of the import package: a vendor's models, and the modules that have them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.catalog.connector import Connector
from generator.context.fault import OutputError
from generator.context.names import ClassName, ModuleName
from generator.records.record import UNIQUE_IDS
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class ModelEntry:
    """The model of a connector: its role and id, its class and its module."""

    role: str
    type: str
    name: ClassName
    module: ModuleName


@dataclasses.dataclass(frozen=True)
class VendorPackage:
    """The package of a vendor: the name of the type of its ids, and its models in order of their names."""

    name: str
    title: str
    ids: ClassName
    requests: tuple[str, ...]  # The names of the types of its requests.
    entries: tuple[ModelEntry, ...]

    @property
    def types(self) -> list[str]:
        """The vendor's ids in order."""
        return sorted(each.type for each in self.entries)


def vendor_package(vendor: Vendor, connectors: Iterable[Connector]) -> VendorPackage:
    """Return the package of a vendor's connectors.

    Raises:
        OutputError: Two connectors have the same id, or become the same class or module (``name-collision``).
    """
    entries = [
        ModelEntry(
            each.role,
            each.type,
            ClassName.of_connector(vendor, each.role, each.type),
            ModuleName.of_connector(vendor, each.role, each.type),
        )
        for each in connectors
    ]
    for field in ("type", "name", "module"):
        seen: dict[str, ModelEntry] = {}
        for entry in entries:
            value = getattr(entry, field)
            first = seen.setdefault(value, entry)
            if first is not entry:
                both = f"the {first.role} {first.type} and the {entry.role} {entry.type} of {vendor.name}"
                message = f"{both} have the same id; {UNIQUE_IDS}"
                if field != "type":
                    message = f"{both} become the {field} {value}"
                raise OutputError("name-collision", entry.type, message)
    by_name = tuple(sorted(entries, key=lambda entry: entry.name))
    requests = tuple(vendor.request_name(role) for role in vendor.requests)
    return VendorPackage(vendor.name, vendor.title, ClassName.of_ids(vendor), requests, by_name)
