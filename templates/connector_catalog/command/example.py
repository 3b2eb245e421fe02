"""Example requests to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..registry import definition_of, envelope, find
from ..requests import places_of, shape_of


def example_request(vendor: str, type_: str, *, full: bool) -> dict[str, Any]:
    """Return a valid request for a connector, with placeholders such as ``<PASSWORD>``; all properties in ``full``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    entry = find(vendor, type_)
    beside = ({"name": name, **each} for name, each in envelope(entry.vendor, entry.role).items())
    properties = definition_of(vendor, type_)["full" if full else "minimal"]
    return shape_of(entry).assemble(type_, properties, places_of(entry), _required(beside))


def _required(properties: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a value of each required property: a listed one, an object, or a placeholder."""
    return {each["name"]: _value(each) for each in properties if each.get("requirement") == "required"}


def _value(definition: Mapping[str, Any]) -> Any:
    if definition.get("enum"):
        return definition["enum"][0]
    if definition.get("properties"):
        return _required(definition["properties"])
    return f"<{definition['name'].upper()}>"
