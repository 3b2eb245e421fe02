"""Prints the pages of the reference about more than one connector, and the index that the site searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.catalog.connector import Connector
from generator.context.catalog_shape import CatalogShape
from generator.context.reference.index import home_page, vendor_index
from generator.context.reference.problem_page import problem_page
from generator.context.reference.search_index import search_index
from generator.context.reference.system_index import compared, system_index
from generator.context.reference.system_page import system_page
from generator.outputs.environment import render
from generator.paths import REFERENCE
from generator.serialize import dumps_line
from generator.systems.system import System, systems_by_connector


def reference_pages(shape: CatalogShape) -> dict[str, str]:
    """Return the text of each file, by its path in the project."""
    catalog, connectors, vendors = shape.catalog, shape.connectors, shape.used_vendors
    pages, titles = compared(shape.systems), {each.name: each.title for each in vendors}
    problems, home = problem_page(), home_page(vendors, connectors, str(catalog.data_version), len(pages))
    index = search_index({each.name: each for each in vendors}, connectors, pages)
    texts = {
        problems.path: render("reference/problems.md.jinja", page=problems),
        home.path: render("reference/home.md.jinja", page=home),
        "search.json": dumps_line(index) + "\n",
    }
    by_connector = systems_by_connector(shape.systems)
    for vendor in vendors:
        page = vendor_index(
            vendor, shape.of_vendor(vendor.name), catalog.envelopes.get(vendor.name, {}), by_connector, titles
        )
        texts[page.path] = render("reference/index.md.jinja", page=page)
    texts |= _system_pages(pages, {each.key: each for each in connectors}, titles)
    return {f"{REFERENCE}/{path}": text for path, text in texts.items()}


def _system_pages(
    pages: Sequence[Sequence[System]], connectors: Mapping[str, Connector], titles: Mapping[str, str]
) -> dict[str, str]:
    index = system_index(pages, titles)
    texts = {index.path: render("reference/systems.md.jinja", page=index)}
    for roles in pages:
        page = system_page(roles, connectors, titles)
        texts[page.path] = render("reference/system.md.jinja", page=page)
    return texts
