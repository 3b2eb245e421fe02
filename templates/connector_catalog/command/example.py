"""A request that can be filled in."""

from __future__ import annotations

from typing import Any

from ..registry import ENVELOPES, describe, envelope, find
from ..requests import places_of


def example_request(vendor: str, type_: str, *, full: bool) -> dict[str, Any]:
    """A valid request for a connector, with placeholders such as ``<PASSWORD>``.

    Args:
        vendor: ``fivetran`` or ``stitch``.
        type_: The id that the vendor's API takes.
        full: With every property, and not with those only that are required.

    Raises:
        UnknownConnectorError: The catalog has no such connector.
    """
    entry = find(vendor, type_)
    shape = ENVELOPES[vendor]
    request: dict[str, Any] = {shape.type_key: type_}
    for name, each in envelope(entry.vendor, entry.role).items():
        if each.get("requirement") == "required" and name not in request:
            request[name] = _value(name, each)
    places = places_of(entry)
    properties = describe(vendor, type_)["full" if full else "minimal"]
    for part in shape.parts:
        inside = {name: value for name, value in properties.items() if places.get(name, shape.parts[0]) == part}
        if inside or part == shape.parts[0]:
            request[part] = inside
    return request


def _value(name: str, described: dict[str, Any]) -> Any:
    """One of the listed values, or a placeholder."""
    listed = described.get("enum")
    return listed[0] if listed else f"<{name.upper()}>"
