"""The data of the import package: the index of its connectors, and the catalog's entry of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.base_url import BaseUrl
from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.catalog.release import FIRST, DataVersion, Release
from generator.context.connector_shape import ConnectorShape
from generator.context.header import header_of_all
from generator.context.names import ClassName, ModuleName
from generator.profiles.profile import Profile
from generator.systems.system import System
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
    data = shape.connector.to_json()
    head = {name: data.pop(name) for name in ("vendor", "role", "type", "name")}
    return head | data | {"history": _history(shape.connector), "minimal": shape.minimal, "full": shape.full}


def _history(connector: Connector) -> dict[str, Any]:
    """Return since when the documents have the connector, and those properties that earlier documents lack."""
    properties = {f"{step}.{path}": property_.since for step, path, property_ in connector.paths() if property_.since}
    return ({"since": connector.since} if connector.since else {}) | {"properties": properties}


def build_data(base_url: BaseUrl, month: str, version: DataVersion) -> dict[str, Any]:
    """Return the facts about the build: the schemas' base URL, the date of the newest document, the data's version."""
    return {"$comment": header_of_all(), "baseUrl": base_url, "date": month, "dataVersion": str(version)}


def releases_data(releases: Sequence[Release]) -> Iterator[dict[str, Any]]:
    """Yield the versions of the data, the oldest first, and then the changes of each connector with theirs."""
    versions = [releases[0].previous, *(each.version for each in releases)] if releases else [FIRST]
    yield {"$comment": header_of_all(), "versions": [str(each) for each in versions]}
    changes: dict[str, list[dict[str, Any]]] = {}
    for release in releases:
        for each in release.changes:
            change = each.to_json()
            changes.setdefault(change.pop("key"), []).append({"version": str(release.version)} | change)
    for key, connector_changes in sorted(changes.items()):
        yield {"key": key, "changes": connector_changes}


def index_data(vendor: Vendor, connectors: Iterable[Connector], envelopes: Mapping[str, Envelope]) -> dict[str, Any]:
    """Return a vendor's index: its connectors that have files of their own, and the envelopes of requests."""
    return {
        "$comment": header_of_all(),
        "envelopes": {role: _envelope(each) for role, each in envelopes.items()},
        "connectors": [_index_entry(vendor, connector) for connector in connectors],
    }


def vendors_data(profiles: Mapping[str, Profile]) -> dict[str, Any]:
    """Return the vendors' profiles."""
    vendors = {name: profile.to_json() for name, profile in sorted(profiles.items())}
    return {"$comment": header_of_all(), "vendors": vendors}


def systems_data(systems: Iterable[System]) -> dict[str, Any]:
    """Return the systems by name, each with its title and what is known of it by role."""
    data: dict[str, Any] = {}
    for each in systems:
        data.setdefault(each.name, {"title": each.title})[each.role] = each.to_json()
    return data


def _index_entry(vendor: Vendor, connector: Connector) -> dict[str, Any]:
    return {
        "vendor": connector.vendor,
        "role": connector.role,
        "type": connector.type,
        "name": connector.name,
        "model": ClassName.of_connector(vendor, connector.role, connector.type),
        "module": ModuleName.of_connector(vendor, connector.role, connector.type),
        "steps": [step.name for step in connector.steps],
    } | ({"absent_from": connector.absent_from} if connector.absent_from else {})


def _envelope(envelope: Envelope) -> dict[str, Any]:
    properties = {each.name: each.to_json() for each in envelope.properties}
    return {name: {key: each[key] for key in each if key in _STATED_OF_ENVELOPES} for name, each in properties.items()}
