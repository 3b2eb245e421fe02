"""Finds the connector of a payload, before the payload is validated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from ..paths import NOT_GIVEN, value_at
from ..problems import Problem
from ..registry import Entry, UnknownConnectorError, find
from ..shapes import RequestShape
from ..vendors import Vendor, request_fields, vendors
from ..wording import did_you_mean, join_or, quote
from .finding import Settings

_LONGEST_ID = 200


def choose(payload: Any, settings: Settings) -> Entry | Problem:
    """Return the connector of a payload, or the problem that it has none.

    Args:
        payload: A request; or the connector's properties alone, if the settings have a type.
        settings: The vendor and type in here take precedence over those of the payload.
    """
    if settings.vendor is not None and settings.type is not None:
        return _known(settings.vendor, settings.type, "")
    if not isinstance(payload, dict):
        return Problem("", "type", "expected an object")
    found = named_by(payload, settings.vendor)
    if found is None:
        return Problem("", "no-connector", f"expected {join_or(request_fields())}", "or use --vendor and --type")
    vendor, shape = found
    given = shape.id_of(payload)
    if given is NOT_GIVEN:
        fields = join_or(quote(dict.fromkeys(each.id_field for each in vendor.requests.values())))
        return Problem("", "no-connector", f"expected {fields} with the id of the connector", "or use --type")
    if not isinstance(given, str):
        return Problem(shape.id_field, "type", "expected a string")
    return _known(vendor.name, given, shape.id_field)


def named_by(payload: Mapping[str, Any], vendor: str | None) -> tuple[Vendor, RequestShape] | None:
    """Return the vendor and the shape of a request, or ``None``.

    Args:
        payload: The request.
        vendor: The vendor's name, if it is known; otherwise the payload must be recognised as one of a vendor.
    """
    shapes = _shapes(vendor)
    for found in shapes:
        shape = found[1]
        if shape.recognises(payload) if vendor is None else value_at(shape.id_field, payload) is not NOT_GIVEN:
            return found
    return None if vendor is None else shapes[0]


@cache
def _shapes(vendor: str | None) -> tuple[tuple[Vendor, RequestShape], ...]:
    known = vendors().values() if vendor is None else (vendors()[vendor],)
    return tuple((each, shape) for each in known for shape in each.requests.values())


def _known(vendor: str, type_: str, path: str) -> Entry | Problem:
    if len(type_) > _LONGEST_ID:
        # No id is similar, and searching for one would take long.
        return Problem(path, "unknown-connector", f"unknown {vendor} connector")
    return _found(vendor, type_, path)


# A wrong id tends to occur on many lines, and finding similar ids takes milliseconds.
@lru_cache(maxsize=4096)
def _found(vendor: str, type_: str, path: str) -> Entry | Problem:
    try:
        return find(vendor, type_)
    except UnknownConnectorError as unknown:
        return Problem(path, "unknown-connector", f"unknown {vendor} connector", did_you_mean(unknown.near))
