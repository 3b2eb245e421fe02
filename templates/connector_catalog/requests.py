"""Requests: a connector's properties in their parts, and the envelope around them. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from .entry import Entry
from .misspelt import given_as, misspelt
from .nearest import MOST_CHARACTERS, nearest
from .paths import NOT_GIVEN
from .problems import REQUIRED, UNKNOWN, UNKNOWN_WARNING, Problem
from .registry import definition_of, envelope
from .shapes import Parts, RequestShape
from .value_constraints import ObjectConstraints
from .vendors import vendors

IGNORED = frozenset({"$schema"})
"""Properties of a payload's file that are meant for editors and are not sent."""

CREATE_ONLY = "it cannot be changed later; leave it out"


def shape_of(entry: Entry) -> RequestShape:
    """Return the shape of a connector's requests."""
    return vendors()[entry.vendor].requests[entry.role]


@cache
def places_of(entry: Entry) -> dict[str, str]:
    """Return the part of a request that holds each of a connector's properties."""
    shape = shape_of(entry)
    places: dict[str, str] = {}
    for step in definition_of(entry.vendor, entry.type)["steps"]:
        for each in step["properties"]:
            if each["name"] not in places or each.get("requirement") != "readOnly":
                places[each["name"]] = shape.part_of(step["name"])
    return places


def is_request(entry: Entry, payload: Any) -> bool:
    """Return whether a payload is a whole request, and not only the connector's properties."""
    if not isinstance(payload, dict):
        return False
    shape, properties, given = shape_of(entry), places_of(entry).keys(), payload.keys()
    beside = envelope(entry.vendor, entry.role).keys()
    if payload and properties.isdisjoint(given) and (given <= IGNORED or not beside.isdisjoint(given)):
        # A request that updates the envelope only, or whose parts are misspelt.
        return True
    # A connector may have a property with the name of a part.
    return not _request_names(entry).isdisjoint(given) or shape.id_of(payload) == entry.type


@cache
def _request_names(entry: Entry) -> frozenset[str]:
    return shape_of(entry).names - places_of(entry).keys()


def take_apart(entry: Entry, request: dict[str, Any]) -> Parts:
    """Return the connector's properties and the envelope of a request."""
    sent = {name: value for name, value in request.items() if name not in IGNORED}
    return shape_of(entry).take_apart(sent, places_of(entry))


def problems_beside(
    entry: Entry, request: dict[str, Any], parts: Parts, *, unknown: str, action: str
) -> Iterator[Problem]:
    """Yield the problems of a request that are not about the connector's own properties: id, parts and envelope."""
    shape, places = shape_of(entry), places_of(entry)
    yield from _id_problems(entry, request, action)
    for name in (*shape.parts, shape.id_holder):
        if name in request and not isinstance(request[name], Mapping):
            yield Problem(name, "type", "expected an object")
    if shape.main_part not in request and action == "create" and places:
        unknown_names = (name for name in map(str, request) if name not in shape.names)
        hint = "".join(map(given_as, misspelt(unknown_names, [shape.main_part])))
        yield Problem(shape.main_part, "required", REQUIRED, hint)
    for part in parts.given:
        for name in request[part]:
            expected = places.get(name, part)
            if expected != part:
                yield _in_other_part(f"{part}.{name}", f"{expected}.{name}", expected, action)
    yield from _envelope_problems(entry, _beside(shape, request), unknown, action)


def _beside(shape: RequestShape, request: dict[str, Any]) -> dict[str, Any]:
    """Return what a request has beside its parts; the object with the connector's id is there, if it is an object."""
    elsewhere = {*shape.parts, *IGNORED} | (set() if "." in shape.id_field else {shape.id_field})
    beside = {name: value for name, value in request.items() if name not in elsewhere}
    return {name: value for name, value in beside.items() if name != shape.id_holder or isinstance(value, Mapping)}


def _in_other_part(path: str, expected: str, part: str, action: str) -> Problem:
    if action == "update":
        # APIs take updates that no document describes: credentials in another part, for example.
        return Problem(path, "other-part", f"documented in {part}", level="note")
    return Problem(path, "misplaced", f"expected in {part}", f"move it to {expected}")


def envelope_validator(entry: Entry) -> Any:
    """Return the ``validate`` of the envelope of a connector's requests."""
    return import_module(f"{__package__}.validators.{entry.vendor}.{entry.role}_request_envelope").validate


def envelope_constraints(entry: Entry) -> ObjectConstraints:
    """Return the constraints of the envelope of a connector's requests."""
    constraints: ObjectConstraints = envelope_validator(entry).__self__.constraints
    return constraints


@cache
def validator_of(entry: Entry) -> Any:
    """Return the ``validate`` of the connector's own module."""
    return import_module(f"{__package__}.validators.{entry.vendor}.{entry.module}").validate


def constraints_of(entry: Entry) -> ObjectConstraints:
    """Return the constraints of the connector's properties."""
    constraints: ObjectConstraints = validator_of(entry).__self__.constraints
    return constraints


def _id_problems(entry: Entry, request: dict[str, Any], action: str) -> Iterator[Problem]:
    shape = shape_of(entry)
    given = shape.id_of(request)
    if given is NOT_GIVEN:
        if action == "create" and not shape.has_alternative_id(request):
            yield Problem(shape.id_field, "required", REQUIRED)
    elif given != entry.type:
        yield Problem(shape.id_field, "const", f"expected {shape.id_in_request(entry.type)!r}")
    elif action == "update" and _id_definition(entry).get("createOnly"):
        yield Problem(shape.id_field, "create-only", CREATE_ONLY)


def _id_definition(entry: Entry) -> dict[str, Any]:
    """Return the definition of the property with the connector's id; empty if the envelope does not have it."""
    definition: dict[str, Any] = {}
    properties = envelope(entry.vendor, entry.role)
    for name in shape_of(entry).id_field.split("."):
        definition = properties.get(name, {})
        properties = {each["name"]: each for each in definition.get("properties", ())}
    return definition


def _envelope_problems(entry: Entry, given: dict[str, Any], unknown: str, action: str) -> Iterator[Problem]:
    known, shape = envelope(entry.vendor, entry.role), shape_of(entry)
    if not known:
        # The vendor's documents do not say what else a request may have.
        return
    defined = {name: value for name, value in given.items() if name in known}
    problems: list[Problem] = envelope_validator(entry)(
        defined, unknown=unknown, warnings=True, partial=action != "create"
    )
    # That these are missing, and what is wrong with the id, is reported elsewhere.
    reported = (shape.id_holder, *shape.parts)
    problems = [each for each in problems if each.path != shape.id_field]
    yield from (each for each in problems if each.code != "required" or each.path not in reported)
    for name in given:
        if name in known:
            yield from _settable_problems(name, known[name], action)
        else:
            yield from _unknown_problems(str(name), [*known, *shape.parts], unknown)


def _settable_problems(name: str, definition: dict[str, Any], action: str) -> Iterator[Problem]:
    """Yield the problem of a property of the envelope that this request cannot set."""
    if definition.get("readOnly"):
        yield Problem(name, "read-only", "the vendor sets it; leave it out")
    elif action != "update" and definition.get("updateOnly"):
        yield Problem(name, "update-only", "only updates accept it; leave it out")
    elif action == "update" and definition.get("createOnly"):
        yield Problem(name, "create-only", CREATE_ONLY)


def _unknown_problems(name: str, known: list[str], unknown: str) -> Iterator[Problem]:
    if unknown != "allow":
        hint = nearest(name[:MOST_CHARACTERS], known)
        problem = Problem(name, "unknown", UNKNOWN, hint)
        yield problem if unknown == "error" else problem._replace(code=UNKNOWN_WARNING, level="warning")


def is_required_beside(entry: Entry, problem: Problem) -> bool:
    """Return whether a problem is a missing property of the envelope."""
    return problem.code == "required" and problem.path in envelope(entry.vendor, entry.role)


def open_names(vendor: str, role: str) -> frozenset[str]:
    """Return the names of the envelope's properties that neither are secret nor have a secret inside."""
    shape = vendors()[vendor].requests[role]
    public = (name for name, each in envelope(vendor, role).items() if not _holds_secret(each))
    return frozenset((*shape.beside, *shape.alternative_ids, *public))


def _holds_secret(definition: dict[str, Any]) -> bool:
    holders = (definition, *definition.get("variants", ()))
    inside = [each for holder in holders for each in holder.get("properties", ())]
    items = [definition["items"]] if "items" in definition else []
    return bool(definition.get("secret")) or any(map(_holds_secret, (*items, *inside)))
