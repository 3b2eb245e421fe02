"""Requests for the connectors of the catalog, made from the catalog's own files and not by the package."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

from generator.catalog.connector import Connector
from generator.paths import PACKAGE, PROJECT
from tests.cases.verdicts import committed

Object = dict[str, Any]

KEYS = sorted(committed())
TYPE_KEYS = {"fivetran": "service", "stitch": "type"}
ENVELOPES: dict[tuple[str, str], Object] = {
    ("fivetran", "source"): {"group_id": "g", "paused": True, "sync_frequency": 60},
    ("fivetran", "destination"): {"group_id": "g", "time_zone_offset": "-5"},
    ("stitch", "source"): {"display_name": "n"},
    ("stitch", "destination"): {},
}


@functools.cache
def data() -> dict[str, Object]:
    """What the package's data holds of each connector, by key."""
    found = {}
    for vendor in ("fivetran", "stitch"):
        text = (PROJECT / PACKAGE / "data" / f"{vendor}.jsonl").read_text(encoding="utf-8")
        for each in map(json.loads, text.splitlines()):
            found[f"{each['vendor']}/{each['role']}/{each['type']}"] = each
    return found


def places_of(connector: Connector) -> dict[str, str]:
    """In which part of a request each property stands; a caller's own before one that the vendor sets."""
    if connector.vendor == "stitch":
        return {each.name: "properties" for step in connector.steps for each in step.properties}
    every = [(each, step.name) for step in connector.steps for each in step.properties]
    every.sort(key=lambda pair: pair[0].requirement != "readOnly")
    # What the vendor sets in auth can only be given where everything else is.
    return {each.name: "config" if each.requirement == "readOnly" else step for each, step in every}


def request_of(connector: Connector, properties: Object, envelope: Object | None = None) -> Object:
    """A whole request that holds these properties."""
    beside = ENVELOPES[connector.vendor, connector.role] if envelope is None else envelope
    places = places_of(connector)
    parts: dict[str, Object] = {"properties" if connector.vendor == "stitch" else "config": {}}
    for name, value in properties.items():
        parts.setdefault(places[name], {})[name] = value
    return {TYPE_KEYS[connector.vendor]: connector.type} | beside | parts


def payloads(key: str) -> Iterator[Object]:
    """The documented examples of a connector, its least payload and its full one."""
    for step in committed()[key].steps:
        yield from step.examples or []
    yield data()[key]["minimal"]
    yield data()[key]["full"]


def requests(key: str) -> Iterator[Object]:
    """The same as whole requests."""
    for payload in payloads(key):
        yield request_of(committed()[key], payload)


def as_json(value: Any) -> str:
    """For comparing: Python takes 1, 1.0 and true for equal."""
    return json.dumps(value, sort_keys=True)
