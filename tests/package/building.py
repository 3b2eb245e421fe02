"""Requests for the connectors of the catalog, made from the catalog's own files and not by the package."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.paths import PACKAGE, PROJECT
from tests.cases.changes import examples_of
from tests.cases.verdicts import committed

Object = dict[str, Any]

KEYS = sorted(committed())
PARTS = {"airbyte": "configuration", "fivetran": "config", "stitch": "properties"}
"""The part of a vendor's requests that has the connector's properties."""
ENVELOPES: dict[tuple[str, str], Object] = {
    ("fivetran", "source"): {"group_id": "g", "paused": True, "sync_frequency": 60},
    ("fivetran", "destination"): {"group_id": "g", "time_zone_offset": "-5"},
    ("stitch", "source"): {"display_name": "n"},
    ("stitch", "destination"): {},
    ("airbyte", "source"): {"name": "n", "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11"},
    ("airbyte", "destination"): {"name": "n", "workspaceId": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11"},
}
_IDS = {"fivetran": ("service",), "stitch": ("type",)}


@functools.cache
def data() -> dict[str, Object]:
    """What the package's data holds of each connector, by key."""
    found = {}
    for vendor in PARTS:
        text = (PROJECT / PACKAGE / "data" / f"{vendor}.jsonl").read_text(encoding="utf-8")
        for each in map(json.loads, text.splitlines()):
            found[f"{each['vendor']}/{each['role']}/{each['type']}"] = each
    return found


def id_path(vendor: str, role: str) -> tuple[str, ...]:
    """Where a request has the connector's id."""
    return _IDS[vendor] if vendor in _IDS else (PARTS[vendor], f"{role}Type")


def with_id(request: Object, key: str, id_: Any = None) -> Object:
    """A request with another id of its connector; without one where none is given."""
    vendor, role, _ = key.split("/")
    *above, name = id_path(vendor, role)
    made = copy.deepcopy(request)
    holder = functools.reduce(lambda inner, part: inner.get(part), above, made)
    if not isinstance(holder, dict):
        return made
    holder.pop(name, None)
    if id_ is not None:
        holder[name] = id_
    return made


def id_in_request(connector: Connector) -> str:
    """What a request calls a connector."""
    prefix = f"{connector.role}-" if connector.vendor == "airbyte" else ""
    return connector.type.removeprefix(prefix)


def own_properties(connector: Connector) -> list[Property]:
    """A connector's properties without its id, which the requests of some vendors have among them."""
    id_ = id_path(connector.vendor, connector.role)[-1]
    every = [each for step in connector.steps for each in step.properties]
    return [each for each in every if (connector.vendor, each.name) != ("airbyte", id_)]


def places_of(connector: Connector) -> dict[str, str]:
    """In which part of a request each property stands; a caller's own before one that the vendor sets."""
    if connector.vendor != "fivetran":
        return {each.name: PARTS[connector.vendor] for step in connector.steps for each in step.properties}
    every = [(each, step.name) for step in connector.steps for each in step.properties]
    every.sort(key=lambda pair: pair[0].requirement != "readOnly")
    # What the vendor sets in auth can only be given where everything else is.
    return {each.name: "config" if each.requirement == "readOnly" else step for each, step in every}


def request_of(connector: Connector, properties: Object, envelope: Object | None = None) -> Object:
    """A whole request that holds these properties."""
    beside = ENVELOPES[connector.vendor, connector.role] if envelope is None else envelope
    places = places_of(connector)
    parts: dict[str, Object] = {PARTS[connector.vendor]: {}}
    for name, value in properties.items():
        parts.setdefault(places[name], {})[name] = value
    top = {id_path(connector.vendor, connector.role)[0]: None} if connector.vendor in _IDS else {}
    return with_id(top | beside | parts, connector.key, id_in_request(connector))


def payloads(key: str) -> Iterator[Object]:
    """The documented examples of a connector, its least payload and its full one."""
    yield from (example for _, example in examples_of(committed()[key]))
    yield data()[key]["minimal"]
    yield data()[key]["full"]


def requests(key: str) -> Iterator[Object]:
    """The same as whole requests."""
    for payload in payloads(key):
        yield request_of(committed()[key], payload)


def as_json(value: Any) -> str:
    """For comparing: Python takes 1, 1.0 and true for equal."""
    return json.dumps(value, sort_keys=True)


def named_by_request(payload: Object) -> tuple[str, str] | None:
    """The vendor and the connector that a request names; ``None`` where it names none."""
    configuration = payload.get("configuration")
    for role in ("source", "destination"):
        if isinstance(configuration, dict) and f"{role}Type" in configuration:
            return "airbyte", f"{role}-{configuration[f'{role}Type']}"
    if "service" in payload:
        return "fivetran", payload["service"]
    return ("stitch", payload["type"]) if {"type", "properties"} <= set(payload) else None
