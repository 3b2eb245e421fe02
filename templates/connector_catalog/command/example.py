"""Example requests to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..registry import envelope, find, stated
from ..requests import places_of, shape_of


def example_request(vendor: str, type_: str, *, full: bool) -> dict[str, Any]:
    """Return a valid request for a connector, with placeholders such as ``<PASSWORD>``; all properties in ``full``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    entry = find(vendor, type_)
    stated_beside = ({"name": name, **each} for name, each in envelope(entry.vendor, entry.role).items())
    properties = stated(vendor, type_)["full" if full else "minimal"]
    return shape_of(entry).assemble(type_, properties, places_of(entry), _required(stated_beside))


def _required(properties: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a value of each required property: a listed one, an object, or a placeholder."""
    return {each["name"]: _value(each) for each in properties if each.get("requirement") == "required"}


def _value(stated: Mapping[str, Any]) -> Any:
    if stated.get("enum"):
        return stated["enum"][0]
    return _required(stated["properties"]) if stated.get("properties") else f"<{stated['name'].upper()}>"
