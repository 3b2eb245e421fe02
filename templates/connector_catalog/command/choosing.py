"""Which connector a payload is for: chosen first, so that every further problem speaks of that connector."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..problems import Problem
from ..registry import ENVELOPES, Entry, UnknownConnectorError, find
from .finding import Settings

_LONGEST_ID = 200
_NOTHING = "expected 'service' (a request to Fivetran) or 'type' and 'properties' (a request to Stitch)"


def choose(payload: Any, settings: Settings) -> Entry | Problem:
    """The connector that a payload is for, or the problem that it is for none.

    Args:
        payload: A request; with a type in the settings, the connector's properties alone will do.
        settings: What was asked for goes before what the payload says.
    """
    if settings.vendor is not None and settings.type is not None:
        return _known(settings.vendor, settings.type, "")
    if not isinstance(payload, dict):
        return Problem("", "type", "expected an object")
    vendor = settings.vendor or vendor_of(payload)
    if vendor is None:
        return Problem("", "no-connector", _NOTHING, "or say --vendor and --type")
    key = ENVELOPES[vendor].type_key
    if key not in payload:
        return Problem("", "no-connector", f"expected {key!r} with the id of the connector", "or say --type")
    if not isinstance(payload[key], str):
        return Problem(key, "type", "expected a string")
    return _known(vendor, payload[key], key)


def vendor_of(payload: dict[Any, Any]) -> str | None:
    """The vendor whose request a payload looks like."""
    if "service" in payload:
        return "fivetran"
    return "stitch" if "type" in payload and "properties" in payload else None


def _known(vendor: str, type_: str, path: str) -> Entry | Problem:
    if len(type_) > _LONGEST_ID:
        # Nothing is near it, and to look for that would take long.
        return Problem(path, "unknown-connector", f"the catalog has no {vendor} connector of this id")
    return _looked_up(vendor, type_, path)


# Whoever has one wrong id has it on many lines, and to look for the nearest ones takes milliseconds.
@lru_cache(maxsize=4096)
def _looked_up(vendor: str, type_: str, path: str) -> Entry | Problem:
    try:
        return find(vendor, type_)
    except UnknownConnectorError as unknown:
        message = f"the catalog has no {vendor} connector of this id"
        hint = f"did you mean {' or '.join(map(repr, unknown.near))}?" if unknown.near else ""
        return Problem(path, "unknown-connector", message, hint)
