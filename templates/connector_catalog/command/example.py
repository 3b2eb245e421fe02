"""Example requests to fill in."""

from __future__ import annotations

from typing import Any

from ..registry import describe, envelope, find
from ..requests import places_of, shape_of


def example_request(vendor: str, type_: str, *, full: bool) -> dict[str, Any]:
    """Return a valid request for a connector, with placeholders such as ``<PASSWORD>``.

    Args:
        vendor: The vendor's name in the catalog.
        type_: The id that the vendor's API takes.
        full: Whether to include optional properties.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    entry = find(vendor, type_)
    beside = {
        name: _value(name, each)
        for name, each in envelope(entry.vendor, entry.role).items()
        if each.get("requirement") == "required"
    }
    properties = describe(vendor, type_)["full" if full else "minimal"]
    return shape_of(entry).assemble(type_, properties, places_of(entry), beside)


def _value(name: str, described: dict[str, Any]) -> Any:
    """Return a listed value, or a placeholder."""
    listed = described.get("enum")
    return listed[0] if listed else f"<{name.upper()}>"
