"""The index pages of the reference: one for all vendors, one for each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.context.header import header_of_all
from generator.context.literals import markdown_code, markdown_text
from generator.context.reference import TableContext, table_context
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
    """One index page.

    Attributes:
        path: The file, below the folder of the reference.
        header: Where the page comes from.
        title: The page's title.
        groups: Its lines.
        envelopes: By role, the properties of requests beside the connectors' own.
    """

    path: str
    header: str
    title: str
    groups: tuple[IndexGroup, ...]
    envelopes: dict[str, TableContext]


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
    entries = tuple(
        IndexEntry(
            markdown_text(vendor.title),
            f"<code>{vendor.name}</code>",
            f"{vendor.name}/index.md",
            _count(each for each in connectors if each.vendor == vendor.name),
        )
        for vendor in vendors
    )
    return IndexContext("index.md", header_of_all(), "Connector Catalog", (IndexGroup("Vendors", entries),), {})


def _group(role: str, connectors: Iterable[Connector]) -> IndexGroup:
    entries = [
        IndexEntry(
            markdown_text(each.name),
            markdown_code(each.type),
            page_of(each.key).removeprefix(f"{each.vendor}/"),
            _count([each]),
        )
        for each in connectors
    ]
    return IndexGroup(f"{role.capitalize()}s", tuple(sorted(entries, key=lambda each: (each.title.lower(), each.type))))


def _count(connectors: Iterable[Connector]) -> int:
    return sum(1 for each in connectors for _ in each.paths())
