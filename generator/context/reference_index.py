"""The index pages of the reference: one for all vendors, one for each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.context.header import header_of_all
from generator.context.literals import markdown_code, markdown_text
from generator.context.reference_table import TableContext, table_context
from templates.connector_catalog.references import page_of
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class IndexEntry:
    """One line of an index: a connector, or a vendor."""

    title: str
    type: str
    link: str
    properties: int


@dataclasses.dataclass(frozen=True)
class IndexGroup:
    """The lines below one heading."""

    title: str
    entries: tuple[IndexEntry, ...]


@dataclasses.dataclass(frozen=True)
class IndexContext:
    """One index page."""

    path: str  # Below the folder of the reference.
    header: str
    title: str
    groups: tuple[IndexGroup, ...]
    envelopes: dict[str, TableContext]  # By role: the envelope of requests.


def vendor_index(vendor: Vendor, connectors: Iterable[Connector], envelopes: Mapping[str, Envelope]) -> IndexContext:
    """Return the index of a vendor's connectors."""
    own = list(connectors)
    groups = [_group(role, [each for each in own if each.role == role]) for role in vendor.requests]
    return IndexContext(
        path=f"{vendor.name}/index.md",
        header=header_of_all(),
        title=markdown_text(f"{vendor.title} connectors"),
        groups=tuple(group for group in groups if group.entries),
        envelopes={role: table_context(f"{role} envelope", each.properties) for role, each in envelopes.items()},
    )


def main_index(vendors: Iterable[Vendor], connectors: Sequence[Connector]) -> IndexContext:
    """Return the index of the vendors."""
    entries = []
    for vendor in vendors:
        count = sum(1 for each in connectors if each.vendor == vendor.name for _ in each.paths())
        title, link = markdown_text(vendor.title), f"{vendor.name}/index.md"
        entries.append(IndexEntry(title, f"<code>{vendor.name}</code>", link, count))
    return IndexContext("index.md", header_of_all(), "Connector Catalog", (IndexGroup("Vendors", tuple(entries)),), {})


def _group(role: str, connectors: Iterable[Connector]) -> IndexGroup:
    entries = []
    for each in connectors:
        link = page_of(each.key).removeprefix(f"{each.vendor}/")
        count = sum(1 for _ in each.paths())
        entries.append(IndexEntry(markdown_text(each.name), markdown_code(each.type), link, count))
    return IndexGroup(f"{role.capitalize()}s", tuple(sorted(entries, key=lambda each: (each.title.lower(), each.type))))
