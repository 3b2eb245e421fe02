"""The index pages of the reference: one for all vendors, one for each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.context.header import header_of_all
from generator.context.literals import markdown_code, markdown_text
from generator.context.reference.index_facts import authentication_of, takes_ssh_tunnel
from generator.context.reference.section import StepContext, step_context
from generator.context.reference.system_links import page_of_system
from generator.systems.system import System
from templates.connector_catalog.references import page_of
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class IndexEntry:
    """One line of a vendor's index: a connector."""

    title: str
    type: str
    link: str
    authentication: str
    ssh: str
    naming: str
    properties: int
    system: str = ""  # A link to its page; empty if no other vendor has a connector of it.
    also_at: str = ""  # The other vendors.


@dataclasses.dataclass(frozen=True)
class IndexGroup:
    """The connectors of one role."""

    title: str
    entries: tuple[IndexEntry, ...]


@dataclasses.dataclass(frozen=True)
class IndexContext:
    """The index of a vendor."""

    path: str  # Below the folder of the reference.
    header: str
    title: str
    groups: tuple[IndexGroup, ...]
    envelopes: dict[str, StepContext]  # By role: the envelope of requests.


@dataclasses.dataclass(frozen=True)
class HomeEntry:
    """One line of the home page: a vendor, with the number of its connectors by role and of their properties."""

    title: str
    link: str
    sources: int
    destinations: int
    properties: int


@dataclasses.dataclass(frozen=True)
class HomeContext:
    """The home page."""

    path: str
    header: str
    vendors: tuple[HomeEntry, ...]
    data_version: str
    systems: int  # Those that are compared.


def vendor_index(
    vendor: Vendor,
    connectors: Iterable[Connector],
    envelopes: Mapping[str, Envelope],
    systems: Mapping[str, System] = MappingProxyType({}),
    titles: Mapping[str, str] = MappingProxyType({}),
) -> IndexContext:
    """Return the index of a vendor's connectors.

    Args:
        vendor: The vendor.
        connectors: Its connectors.
        envelopes: Its envelopes by role.
        systems: The systems of several vendors, by key of a connector.
        titles: The titles of these vendors, in their order.
    """
    entries = [(each.role, _entry(each, systems.get(each.key), titles)) for each in connectors]
    groups = [_group(role, (entry for entry_role, entry in entries if entry_role == role)) for role in vendor.requests]
    return IndexContext(
        path=f"{vendor.name}/index.md",
        header=header_of_all(),
        title=markdown_text(f"{vendor.title} connectors"),
        groups=tuple(group for group in groups if group.entries),
        envelopes={role: step_context(f"{role} envelope", each.properties) for role, each in envelopes.items()},
    )


def home_page(
    vendors: Iterable[Vendor], connectors: Sequence[Connector], data_version: str, systems: int
) -> HomeContext:
    """Return the home page, with the vendors in order and the number of systems that are compared."""
    entries = tuple(_home_entry(vendor, connectors) for vendor in vendors)
    return HomeContext("index.md", header_of_all(), entries, data_version, systems)


def _home_entry(vendor: Vendor, connectors: Iterable[Connector]) -> HomeEntry:
    own_connectors = [each for each in connectors if each.vendor == vendor.name]
    return HomeEntry(
        title=markdown_text(vendor.title),
        link=f"{vendor.name}/index.md",
        sources=sum(each.role == "source" for each in own_connectors),
        destinations=sum(each.role == "destination" for each in own_connectors),
        properties=sum(1 for each in own_connectors for _ in each.paths()),
    )


def _group(role: str, entries: Iterable[IndexEntry]) -> IndexGroup:
    return IndexGroup(f"{role.capitalize()}s", tuple(sorted(entries, key=lambda each: (each.title.lower(), each.type))))


def _entry(connector: Connector, system: System | None, titles: Mapping[str, str]) -> IndexEntry:
    others = [
        title
        for vendor, title in titles.items()
        if system is not None and vendor in system.connectors and vendor != connector.vendor
    ]
    return IndexEntry(
        title=markdown_text(connector.name),
        type=markdown_code(connector.type),
        link=page_of(connector.key).removeprefix(f"{connector.vendor}/"),
        authentication=", ".join(authentication_of(connector)),
        ssh="yes" if takes_ssh_tunnel(connector) else "",
        naming=markdown_code(connector.naming) if connector.naming else "",
        properties=sum(1 for _ in connector.paths()),
        system=f"[{markdown_text(system.title)}](../{page_of_system(system.name)}#{system.role})" if system else "",
        also_at=", ".join(map(markdown_text, others)),
    )
