"""Prints the index pages of the reference: one for all vendors, one for each."""

from __future__ import annotations

import dataclasses

from generator.catalog.catalog import Catalog
from generator.context.reference import IndexEntry, StepContext, index_entry, step_context
from generator.outputs.environment import render
from generator.outputs.header import header_of_all


@dataclasses.dataclass(frozen=True)
class Group:
    """The lines of an index below one heading."""

    title: str
    entries: tuple[IndexEntry, ...]


def index_pages(catalog: Catalog) -> dict[str, str]:
    """The text of each index page, by its path in the reference."""
    header = header_of_all()
    vendors = sorted({connector.vendor for connector in catalog.connectors})
    pages = {}
    for vendor in vendors:
        roles = tuple(_group(catalog, vendor, role) for role in ("source", "destination"))
        envelopes = tuple(
            step_context(f"{role} envelope", envelope.properties, ())
            for role, envelope in catalog.envelopes.get(vendor, {}).items()
        )
        pages[f"{vendor}/index.md"] = _page(header, f"{vendor.title()} connectors", roles, envelopes)
    lines = tuple(
        IndexEntry(vendor.title(), f"<code>{vendor}</code>", vendor, f"{vendor}/index.md", _properties(catalog, vendor))
        for vendor in vendors
    )
    pages["index.md"] = _page(header, "Connector Catalog", (Group("Vendors", lines),), ())
    return pages


def _page(header: str, title: str, roles: tuple[Group, ...], envelopes: tuple[StepContext, ...]) -> str:
    groups = tuple(role for role in roles if role.entries)
    return render("reference/index.md.jinja", header=header, title=title, roles=groups, envelopes=envelopes)


def _group(catalog: Catalog, vendor: str, role: str) -> Group:
    own = [each for each in catalog.connectors if (each.vendor, each.role) == (vendor, role)]
    entries = sorted((index_entry(each) for each in own), key=lambda entry: (entry.title.lower(), entry.type))
    return Group(f"{role.capitalize()}s", tuple(entries))


def _properties(catalog: Catalog, vendor: str) -> int:
    return sum(1 for each in catalog.connectors if each.vendor == vendor for _ in each.paths())
