"""Prints the pages of the reference about more than one connector, and the index that the site searches."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog.catalog import Catalog
from generator.context.problem_page import problem_page
from generator.context.reference_index import home_page, vendor_index
from generator.context.search_index import search_index
from generator.outputs.environment import render
from generator.paths import REFERENCE
from generator.serialize import dumps_line
from templates.connector_catalog.vendors import Vendor


def reference_pages(catalog: Catalog, vendors: Sequence[Vendor]) -> dict[str, str]:
    """Return the text of each file, by its path in the project.

    Args:
        catalog: The catalog.
        vendors: The vendors that have connectors, in the order of the home page.
    """
    connectors = [each for each in catalog.connectors if each.status == "documented"]
    problems, home = problem_page(), home_page(vendors, connectors, str(catalog.data_version))
    texts = {
        problems.path: render("reference/problems.md.jinja", page=problems),
        home.path: render("reference/home.md.jinja", page=home),
        "search.json": dumps_line(search_index({each.name: each for each in vendors}, connectors)) + "\n",
    }
    for vendor in vendors:
        own = [each for each in connectors if each.vendor == vendor.name]
        index = vendor_index(vendor, own, catalog.envelopes.get(vendor.name, {}))
        texts[index.path] = render("reference/index.md.jinja", page=index)
    return {f"{REFERENCE}/{path}": text for path, text in texts.items()}
