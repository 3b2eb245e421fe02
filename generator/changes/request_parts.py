"""Maps the steps of connectors to the parts of requests, by the vendors' profiles."""

from __future__ import annotations

from collections.abc import Mapping

from generator.changes.classification import PartOf
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.profiles.profile import load_vendors
from templates.connector_catalog.vendors import Vendor


def parts_of_requests(layout: Layout, diagnostics: Diagnostics) -> PartOf:
    """Return ``parts_in_requests`` for the project's vendors."""
    return parts_in_requests(load_vendors(layout.vendors, diagnostics))


def parts_in_requests(vendors: Mapping[str, Vendor]) -> PartOf:
    """Return a function that returns the part of requests that holds a step; for unknown vendors, the step itself."""

    def part_of(key: str, step: str) -> str:
        vendor, role, _ = key.split("/", 2)
        is_known = vendor in vendors and role in vendors[vendor].requests
        return vendors[vendor].requests[role].part_of(step) if is_known else step

    return part_of
