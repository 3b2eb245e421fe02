"""Example requests to fill in."""

from __future__ import annotations

from typing import Any

from ..registry import definition_of, envelope, find
from ..requests import places_of, shape_of


def example_request(vendor: str, type_: str, *, full: bool) -> dict[str, Any]:
    """Return a valid request for a connector, with placeholders such as ``<PASSWORD>``; all properties in ``full``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    entry = find(vendor, type_)
    beside = {
        # A listed value, or a placeholder.
        name: each["enum"][0] if each.get("enum") else f"<{name.upper()}>"
        for name, each in envelope(entry.vendor, entry.role).items()
        if each.get("requirement") == "required"
    }
    properties = definition_of(vendor, type_)["full" if full else "minimal"]
    return shape_of(entry).assemble(type_, properties, places_of(entry), beside)
