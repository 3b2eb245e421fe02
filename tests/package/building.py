"""Requests for the connectors of the catalog, made from the catalog's own files and not by the package."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.paths import ENVELOPES, PACKAGE, PROJECT
from generator.profiles.api import RequestProfile
from tests.cases.changes import examples_of
from tests.cases.verdicts import committed
from tests.vendors import PROFILES

Object = dict[str, Any]

KEYS = sorted(committed())
_VALUES: Object = {"boolean": True, "integer": 7, "number": 7.5, "array": [], "object": {}}
_TEXTS = {"uuid": "ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11", "date": "2026-01-01", "date-time": "2026-01-01T00:00:00Z"}


@functools.cache
def data() -> dict[str, Object]:
    """What the package's data holds of each connector, by key."""
    found = {}
    for vendor in PROFILES:
        text = (PROJECT / PACKAGE / "data" / f"{vendor}.jsonl").read_text(encoding="utf-8")
        for each in map(json.loads, text.splitlines()):
            found[f"{each['vendor']}/{each['role']}/{each['type']}"] = each
    return found


def _shape(vendor: str, role: str) -> RequestProfile:
    return next(each.request for name, each in PROFILES[vendor].roles.items() if name == role)


def main_part(vendor: str, role: str) -> str:
    """The part of a request that has the connector's properties."""
    return next(iter(_shape(vendor, role).parts))


def part_of(key: str) -> str:
    """The part of a request that has the properties of the connector with this key."""
    vendor, role, _ = key.split("/")
    return main_part(vendor, role)


def id_path(vendor: str, role: str) -> tuple[str, ...]:
    """Where a request has the connector's id."""
    return tuple(_shape(vendor, role).id.split("."))


@functools.cache
def envelopes() -> dict[tuple[str, str], Object]:
    """What requests have beside the id and the parts, by vendor and role.

    That is what a request needs, and the booleans and integers that it may have on any occasion. Where no document
    lists what stands beside, it is a name that the profile has.
    """
    found = {}
    for vendor, profile in PROFILES.items():
        stated = _stated(vendor)
        for role, each in profile.roles.items():
            listed = [one for one in stated.get(role, ()) if one["name"] != id_path(vendor, role)[0] and _is_sent(one)]
            beside = dict.fromkeys(each.request.beside[:1], "n")
            found[vendor, str(role)] = beside | {one["name"]: _value(one) for one in listed}
    return found


def fixed_names(vendor: str) -> set[str]:
    """What no update of one role or another changes beside the parts."""
    return {each["name"] for stated in _stated(vendor).values() for each in stated if each.get("createOnly")}


def _stated(vendor: str) -> Object:
    """What the vendor's documents say of everything beside the parts, by role."""
    path = PROJECT / ENVELOPES / f"{vendor}.json"
    return json.loads(path.read_text(encoding="utf-8"))["envelopes"] if path.is_file() else {}


def _is_sent(stated: Object) -> bool:
    if stated["requirement"] == "required":
        return True
    is_plain = not {"readOnly", "writeOnly", "createOnly", "updateOnly", "secret", "appliesWhen"}.intersection(stated)
    return is_plain and stated["requirement"] == "optional" and stated["type"] in ("boolean", "integer")


def _value(stated: Object) -> Any:
    if "enum" in stated:
        return stated["enum"][0]
    text = _TEXTS.get(stated.get("format", ""), "n")
    return _VALUES.get(stated["type"], text) if isinstance(stated["type"], str) else text


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
    return connector.type.removeprefix(_omitted(connector.vendor, connector.role))


def _omitted(vendor: str, role: str) -> str:
    prefixes = {name: each.id_prefix for name, each in PROFILES[vendor].roles.items() if each.request.omits_id_prefix}
    return {str(name): prefix for name, prefix in prefixes.items()}.get(role, "")


def own_properties(connector: Connector) -> list[Property]:
    """A connector's properties without its id, which the requests of some vendors have among them."""
    path = id_path(connector.vendor, connector.role)
    every = [each for step in connector.steps for each in step.properties]
    return [each for each in every if (main_part(connector.vendor, connector.role), each.name) != path]


def places_of(connector: Connector) -> dict[str, str]:
    """In which part of a request each property stands; a caller's own before one that the vendor sets."""
    parts = {step: part for part, steps in _shape(connector.vendor, connector.role).parts.items() for step in steps}
    main = main_part(connector.vendor, connector.role)
    every = [(each, parts[step.name]) for step in connector.steps for each in step.properties]
    every.sort(key=lambda pair: pair[0].requirement != "readOnly")
    # What the vendor sets in another part can only be given where everything else is.
    return {each.name: main if each.requirement == "readOnly" else part for each, part in every}


def request_of(connector: Connector, properties: Object, envelope: Object | None = None) -> Object:
    """A whole request that holds these properties."""
    beside = envelopes()[connector.vendor, connector.role] if envelope is None else envelope
    places = places_of(connector)
    main = main_part(connector.vendor, connector.role)
    parts: dict[str, Object] = {main: {}}
    for name, value in properties.items():
        parts.setdefault(places[name], {})[name] = value
    first, *inner = id_path(connector.vendor, connector.role)
    # Where it is in no part, the id comes first.
    top: Object = {} if first in parts else {first: {} if inner else None}
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
    for vendor, profile in PROFILES.items():
        for role, each in profile.roles.items():
            if all(_has(payload, path) for path in each.request.recognised_by) and _has(payload, each.request.id):
                id_ = functools.reduce(lambda inner, name: inner[name], id_path(vendor, role), payload)
                return vendor, f"{_omitted(vendor, role)}{id_}"
    return None


def _has(payload: Any, path: str) -> bool:
    name, _, inner = path.partition(".")
    is_there = isinstance(payload, dict) and name in payload
    return is_there and (not inner or _has(payload[name], inner))
