"""Requests: a connector's properties in the places where the vendor's API takes them, and the envelope around."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from .problems import Problem
from .registry import ENVELOPES, Entry, describe
from .registry import envelope as properties_of

IGNORED = frozenset({"$schema"})
"""Keys of a payload's file that are for editors and are not sent."""


class Parts(NamedTuple):
    """A request, taken apart.

    Attributes:
        properties: The connector's own properties, of all parts together.
        places: In which part each property stands.
        envelope: What is left.
        given: The parts that the request has.
    """

    properties: dict[str, Any]
    places: dict[str, str]
    envelope: dict[str, Any]
    given: tuple[str, ...]


def is_request(entry: Entry, payload: Any) -> bool:
    """Whether a payload is a whole request, with its envelope, and not a connector's properties alone."""
    if not isinstance(payload, dict):
        return False
    shape = ENVELOPES[entry.vendor]
    keys = {shape.type_key, *shape.parts} & set(payload)
    own = set(places_of(entry))
    if payload and own.isdisjoint(payload) and set(payload) <= {*properties_of(entry.vendor, entry.role), *IGNORED}:
        # What stands beside the parts, alone: a change of nothing else.
        return True
    # A connector may have a property that is called as a part is.
    return bool(keys - set(places_of(entry))) or payload.get(shape.type_key) == entry.type


def take_apart(entry: Entry, request: dict[str, Any]) -> Parts:
    """The connector's properties and the envelope of a request; a part that is no object is left in the envelope."""
    properties: dict[str, Any] = {}
    places: dict[str, str] = {}
    parts = ENVELOPES[entry.vendor].parts
    given = tuple(part for part in parts if isinstance(request.get(part), dict))
    for part in given:
        for name, value in request[part].items():
            # Of a property that stands in two parts, the one that the vendor looks at.
            if name not in properties or places_of(entry).get(name) == part:
                properties[name] = value
                places[name] = part
    envelope = {name: value for name, value in request.items() if name not in given and name not in IGNORED}
    return Parts(properties, places, envelope, given)


@cache
def places_of(entry: Entry) -> dict[str, str]:
    """In which part of a request each of a connector's properties stands."""
    parts = ENVELOPES[entry.vendor].parts
    places: dict[str, str] = {}
    for step in describe(entry.vendor, entry.type)["steps"]:
        part = step["name"] if step["name"] in parts else parts[0]
        for each in step["properties"]:
            if each["name"] not in places or each.get("requirement") != "readOnly":
                places[each["name"]] = part
    return places


def request_problems(entry: Entry, request: dict[str, Any], *, unknown: str, action: str) -> Iterator[Problem]:
    """The problems of everything in a request but the connector's own properties."""
    shape = ENVELOPES[entry.vendor]
    parts = take_apart(entry, request)
    yield from _type_problems(entry, request, action)
    for part in shape.parts:
        if part in request and part not in parts.given:
            yield Problem(part, "type", "expected an object")
    if shape.parts[0] not in request and action == "create":
        yield Problem(shape.parts[0], "required", "this property is required")
    places = places_of(entry)
    for part in parts.given:
        for name in request[part]:
            expected = places.get(name, part)
            if expected != part:
                yield Problem(f"{part}.{name}", "misplaced", f"expected in {expected}", f"move it to {expected}.{name}")
    envelope = {name: value for name, value in parts.envelope.items() if name not in (shape.type_key, *shape.parts)}
    yield from _envelope_problems(entry, envelope, unknown, action)


def _type_problems(entry: Entry, request: dict[str, Any], action: str) -> Iterator[Problem]:
    key = ENVELOPES[entry.vendor].type_key
    if key not in request:
        if action == "create":
            yield Problem(key, "required", "this property is required")
    elif request[key] != entry.type:
        yield Problem(key, "const", f"expected {entry.type!r}")
    elif action == "update" and entry.vendor == "fivetran":
        yield Problem(key, "create-only", "it cannot be changed later; leave it out")


def _envelope_problems(entry: Entry, envelope: dict[str, Any], unknown: str, action: str) -> Iterator[Problem]:
    known = properties_of(entry.vendor, entry.role)
    if not known:
        # The vendor's documents do not say what else a request may hold.
        return
    validator = import_module(f"{__package__}.validators.{entry.vendor}.{entry.role}_request_envelope")
    for problem in validator.validate(envelope, unknown="allow"):
        if problem.code not in ("required", "any-of"):
            yield Problem(*problem)
    key = ENVELOPES[entry.vendor].type_key
    for name, each in known.items() if action == "create" else ():
        if each.get("requirement") == "required" and name not in (key, *envelope):
            yield Problem(name, "required", "this property is required")
    for name in envelope:
        if name in known:
            yield from _settable(name, known[name], action)
        else:
            yield from _unknown(str(name), [*known, *ENVELOPES[entry.vendor].parts], unknown)


def _settable(name: str, stated: dict[str, Any], action: str) -> Iterator[Problem]:
    if stated.get("readOnly"):
        yield Problem(name, "read-only", "the vendor sets it; leave it out")
    elif action == "create" and stated.get("updateOnly"):
        yield Problem(name, "update-only", "only a request that changes takes it; leave it out")
    elif action == "update" and stated.get("createOnly"):
        yield Problem(name, "create-only", "it cannot be changed later; leave it out")


def _unknown(name: object, known: list[str], unknown: str) -> Iterator[Problem]:
    if unknown != "allow":
        # Looking for what is near takes time that grows with the length.
        near = get_close_matches(str(name)[:200], known, 1)
        code = "unknown" if unknown == "error" else "unknown-warning"
        hint = f"did you mean {near[0]!r}?" if near else ""
        yield Problem(str(name), code, "the catalog does not know this property", hint)
