"""The data of the import package: the index of its connectors, and all that the catalog states about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.base_url import BaseUrl
from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.context.connector_shape import ConnectorShape
from generator.context.header import header_of_all
from generator.context.names import ClassName, ModuleName
from generator.systems.system import System
from generator.vendors import Profile
from templates.connector_catalog.vendors import Vendor

_STATED_OF_ENVELOPES = frozenset(
    (
        "type",
        "requirement",
        "enum",
        "default",
        "readOnly",
        "writeOnly",
        "createOnly",
        "updateOnly",
        "secret",
        "description",
    )
)


def connector_data(shape: ConnectorShape) -> dict[str, Any]:
    """Return a connector's catalog entry with its examples, beginning with its id."""
    stated = shape.connector.to_json()
    head = {name: stated.pop(name) for name in ("vendor", "role", "type", "name")}
    return head | stated | {"history": _history(shape.connector), "minimal": shape.minimal, "full": shape.full}


def _history(connector: Connector) -> dict[str, Any]:
    """Return since when the documents have the connector, and those properties that earlier documents lack."""
    properties = {f"{step}.{path}": found.since for step, path, found in connector.paths() if found.since}
    return ({"since": connector.since} if connector.since else {}) | {"properties": properties}


def build_data(base_url: BaseUrl, month: str) -> dict[str, Any]:
    """Return the facts about the build: the schemas' base URL and the date of the newest document."""
    return {"$comment": header_of_all(), "baseUrl": base_url, "date": month}


def index_data(vendor: Vendor, connectors: Iterable[Connector], envelopes: Mapping[str, Envelope]) -> dict[str, Any]:
    """Return a vendor's index: its connectors that have files of their own, and the envelopes of requests."""
    return {
        "$comment": header_of_all(),
        "envelopes": {role: _envelope(each) for role, each in envelopes.items()},
        "connectors": [_index_entry(vendor, connector) for connector in connectors],
    }


def vendors_data(profiles: Mapping[str, Profile]) -> dict[str, Any]:
    """Return the vendors' profiles."""
    stated = {name: profile.to_json() for name, profile in sorted(profiles.items())}
    return {"$comment": header_of_all(), "vendors": stated}


def systems_data(systems: Iterable[System]) -> dict[str, Any]:
    """Return the systems by name, each with its title and what is known of it by role."""
    found: dict[str, Any] = {}
    for each in systems:
        found.setdefault(each.name, {"title": each.title})[each.role] = each.to_json()
    return found


def _index_entry(vendor: Vendor, connector: Connector) -> dict[str, Any]:
    return {
        "vendor": connector.vendor,
        "role": connector.role,
        "type": connector.type,
        "name": connector.name,
        "model": ClassName.of_connector(vendor, connector.role, connector.type),
        "module": ModuleName.of_connector(vendor, connector.role, connector.type),
        "steps": [step.name for step in connector.steps],
    }


def _envelope(envelope: Envelope) -> dict[str, Any]:
    stated = {each.name: each.to_json() for each in envelope.properties}
    return {name: {key: each[key] for key in each if key in _STATED_OF_ENVELOPES} for name, each in stated.items()}
