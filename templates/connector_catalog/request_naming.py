"""Finds the connector that a request names. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from .entry import Entry
from .misspelt import given_as, misspelt
from .paths import NOT_GIVEN, value_at
from .problems import Problem
from .registry import UnknownConnectorError, find, found_among
from .requests import places_of, shape_of
from .shapes import RequestShape
from .vendors import Vendor, request_fields, vendors
from .wording import did_you_mean, join_or, quote

_LONGEST_ID = 200


def named_in(request: Mapping[str, Any], vendor: str | None = None, role: str | None = None) -> Entry | Problem:
    """Return the connector that a request names by its id, or the problem.

    Args:
        request: A whole request.
        vendor: The vendor whose request it is; ``None`` where it may be any.
        role: The role of the connector; ``None`` where it may be any.
    """
    match = recognised(request, vendor, role)
    if match is None:
        return not_recognised(request)
    profile, shape = match
    type_ = shape.id_of(request)
    if type_ is NOT_GIVEN:
        return _not_named(request, profile.name, role)
    if not isinstance(type_, str):
        return Problem(shape.id_field, "type", "expected a string")
    # Requests of both roles may have their ids at the same path, without the prefixes by which these differ.
    shapes = (each for _, each in shapes_of(profile.name, role) if each.id_field == shape.id_field)
    entries = found_among(profile.name, (each.id_of(request) for each in shapes))
    entries = [each for each in entries if role in (None, each.role)]
    return fitting(entries, request) if entries else connector_with(profile.name, type_, shape.id_field, role)


def fitting(entries: Iterable[Entry], payload: Mapping[str, Any]) -> Entry:
    """Return the connector that has the most of the properties in a request or a response; of several, the first."""

    def fit(entry: Entry) -> int:
        parts = (payload.get(part) for part in shape_of(entry).parts)
        return sum(name in places_of(entry) for part in parts if isinstance(part, Mapping) for name in part)

    return max(entries, key=fit)


def recognised(
    request: Mapping[str, Any], vendor: str | None = None, role: str | None = None
) -> tuple[Vendor, RequestShape] | None:
    """Return the vendor and the shape of a request; ``None`` if no vendor is given and none recognises it."""
    if vendor is None and _first_names().isdisjoint(request):
        return None
    shapes = shapes_of(vendor, role)
    if vendor is None:
        return next((each for each in shapes if each[1].recognises(request)), None)
    return next((each for each in shapes if value_at(each[1].id_field, request) is not NOT_GIVEN), shapes[0])


@cache
def shapes_of(vendor: str | None, role: str | None = None) -> tuple[tuple[Vendor, RequestShape], ...]:
    """Return the shapes of requests: of one vendor and of one role, or of all where these are ``None``."""
    profiles = vendors().values() if vendor is None else (vendors()[vendor],)
    return tuple((each, shape) for each in profiles for name, shape in each.requests.items() if role in (None, name))


def connector_with(vendor: str, type_: str, path: str, role: str | None = None) -> Entry | Problem:
    """Return the connector with an id that is at a path of a request, or the problem."""
    expected = f"unknown {vendor} connector" if role is None else f"expected the id of a {role} of {vendor}"
    if len(type_) > _LONGEST_ID:
        # No id is similar, and searching for one would take long.
        return Problem(path, "unknown-connector", expected)
    try:
        entry = find(vendor, type_)
    except UnknownConnectorError as unknown:
        return Problem(path, "unknown-connector", expected, did_you_mean(unknown.near))
    return entry if role in (None, entry.role) else Problem(path, "unknown-connector", expected)


def not_recognised(request: Mapping[str, Any]) -> Problem:
    """Return the problem of a request that no vendor recognises."""
    alternative = _alternative_id(request, None, None)
    if alternative is not None:
        return alternative
    unknown = (name for name in map(str, request) if name not in _known_names())
    matches = misspelt(unknown, sorted(_first_names()))
    return Problem("", "no-connector", _expected_fields(), "".join(map(given_as, list(matches)[:1])))


def _not_named(request: Mapping[str, Any], vendor: str, role: str | None) -> Problem:
    """Return the problem of a request of a known vendor that lacks the id."""
    fields = join_or(quote(dict.fromkeys(shape.id_field for _, shape in shapes_of(vendor, role))))
    missing = Problem("", "no-connector", f"expected {fields} with the id of the connector")
    return _alternative_id(request, vendor, role) or missing


def _alternative_id(request: Mapping[str, Any], vendor: str | None, role: str | None) -> Problem | None:
    """Return the problem of a request that names its connector by an id that the catalog does not have."""
    shapes = [shape for _, shape in shapes_of(vendor, role) if shape.has_alternative_id(request)]
    if not shapes:
        return None
    beside = join_or(quote(dict.fromkeys(shape.id_field for shape in shapes)))
    message = f"the catalog does not know connectors by this id; expected {beside} beside it"
    path = next(path for path in shapes[0].alternative_ids if value_at(path, request) is not NOT_GIVEN)
    return Problem(path, "no-connector", message)


@cache
def _expected_fields() -> str:
    return f"expected {join_or(request_fields())}"


@cache
def _first_names() -> frozenset[str]:
    """Return the names by which requests are recognised; each request has at least one of them."""
    return frozenset(path.partition(".")[0] for _, shape in shapes_of(None) for path in shape.recognised_by)


@cache
def _known_names() -> frozenset[str]:
    """Return the names that occur in whole requests only."""
    return frozenset().union(*(shape.names for _, shape in shapes_of(None)))
