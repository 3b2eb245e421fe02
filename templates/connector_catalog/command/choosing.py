"""Finds the connector of a parsed payload, whatever it is, and validates the payload."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ..bounds import PAYLOADS
from ..misspelt import given_as, misspelt
from ..paths import NOT_GIVEN, value_at
from ..problems import Problem
from ..registry import Entry, UnknownConnectorError, envelope, find
from ..shapes import RequestShape
from ..validation import all_problems, validate
from ..vendors import Vendor, request_fields, vendors
from ..warning_codes import is_ignored
from ..wording import did_you_mean, join_or, quote
from .finding import TOO_DEEP, Settings

_LONGEST_ID = 200


def problems_of(payload: Any, settings: Settings, *, is_doubted: bool = False) -> list[Problem]:
    """Return the problems of a payload, of all levels.

    One that is doubted is known not to be accepted at once, which takes as long to find out as all problems do.
    """
    if is_too_deep(payload):
        return [Problem("", "too-deep", TOO_DEEP)]
    entry = choose(payload, settings)
    if isinstance(entry, Problem):
        return [entry]
    if is_doubted:
        found = all_problems(entry, payload, unknown=settings.unknown, action=settings.action)
        return [each for each in found if not is_ignored(each, settings.ignore)]
    return validate(
        entry.vendor,
        entry.type,
        payload,
        unknown=settings.unknown,
        action=settings.action,
        warnings=True,
        ignore=settings.ignore,
    )


def is_too_deep(value: Any) -> bool:
    """Return whether objects and lists are nested more than ``PAYLOADS.depth`` deep."""
    if not value:
        return False
    level = [value]
    for _ in range(PAYLOADS.depth + 1):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def choose(payload: Any, settings: Settings) -> Entry | Problem:
    """Return the connector that the settings name, else the one that the payload names, or the problem."""
    if settings.vendor is not None and settings.type is not None:
        return _known(settings.vendor, settings.type, "")
    if not isinstance(payload, dict):
        return Problem("", "type", "expected an object")
    found = named_by(payload, settings.vendor)
    if found is None:
        return _not_recognised(payload)
    entry = _named_in(payload, *found)
    if settings.found and isinstance(entry, Problem) and not _resembles(payload, entry, *found):
        return _not_recognised(payload)
    return entry


def _named_in(payload: Mapping[str, Any], vendor: Vendor, shape: RequestShape) -> Entry | Problem:
    given = shape.id_of(payload)
    if given is NOT_GIVEN:
        return _not_named(vendor.name)
    if not isinstance(given, str):
        return Problem(shape.id_field, "type", "expected a string")
    return _known(vendor.name, given, shape.id_field)


def _not_recognised(payload: Mapping[str, Any]) -> Problem:
    given = misspelt((name for name in map(str, payload) if name not in _known_names()), sorted(_first_names()))
    hint = "".join(map(given_as, list(given)[:1])) or "or use --vendor and --type"
    return Problem("", "no-connector", _fields(), hint)


def _resembles(payload: Mapping[str, Any], unknown: Problem, vendor: Vendor, shape: RequestShape) -> bool:
    """Return whether an object with an unknown id is a request: the id is similar to one, or it has other fields."""
    fields = {path.partition(".")[0] for path in (*shape.recognised_by, shape.id_field)}
    others = {*shape.names, *(name for role in vendor.requests for name in envelope(vendor.name, role))} - fields
    return bool(unknown.hint) or not others.isdisjoint(payload)


@cache
def _fields() -> str:
    return f"expected {join_or(request_fields())}"


@cache
def _not_named(vendor: str) -> Problem:
    fields = join_or(quote(dict.fromkeys(each.id_field for each in vendors()[vendor].requests.values())))
    return Problem("", "no-connector", f"expected {fields} with the id of the connector", "or use --type")


def named_by(payload: Mapping[str, Any], vendor: str | None) -> tuple[Vendor, RequestShape] | None:
    """Return the vendor and the shape of a request; ``None`` if no vendor is given and none recognises it."""
    if vendor is None and _first_names().isdisjoint(payload):
        return None
    shapes = shapes_of(vendor)
    for found in shapes:
        shape = found[1]
        if shape.recognises(payload) if vendor is None else value_at(shape.id_field, payload) is not NOT_GIVEN:
            return found
    return None if vendor is None else shapes[0]


@cache
def _first_names() -> frozenset[str]:
    """Return the names of which a request that is recognised has at least one."""
    return frozenset(path.partition(".")[0] for _, shape in shapes_of(None) for path in shape.recognised_by)


@cache
def _known_names() -> frozenset[str]:
    """Return the names of which only whole requests have some."""
    return frozenset().union(*(shape.names for _, shape in shapes_of(None)))


@cache
def shapes_of(vendor: str | None) -> tuple[tuple[Vendor, RequestShape], ...]:
    """Return the kinds of requests of a vendor, or of all vendors."""
    known = vendors().values() if vendor is None else (vendors()[vendor],)
    return tuple((each, shape) for each in known for shape in each.requests.values())


def _known(vendor: str, type_: str, path: str) -> Entry | Problem:
    if len(type_) > _LONGEST_ID:
        # No id is similar, and searching for one would take long.
        return Problem(path, "unknown-connector", f"unknown {vendor} connector")
    try:
        return find(vendor, type_)
    except UnknownConnectorError as unknown:
        return Problem(path, "unknown-connector", f"unknown {vendor} connector", did_you_mean(unknown.near))
