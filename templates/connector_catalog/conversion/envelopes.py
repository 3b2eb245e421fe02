"""Converts envelopes: the parts of requests outside the connector's properties. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..diff.property_info import destination_names
from ..entry import Entry
from ..registry import envelope
from ..requests import shape_of
from ..vendors import vendors
from .collecting import Gaps


def name_of(source: Entry, given: Mapping[str, Any], properties: Mapping[str, Any]) -> str:
    """Return the name of the connection, or the name of its schema in the destination, or an empty string."""
    name = given.get(name_field(source)) if name_field(source) else None
    if not name_field(source):
        parts = [properties.get(each) for each in destination_names(source)]
        name = ".".join(each for each in parts if isinstance(each, str) and each)
    return name if isinstance(name, str) else ""


@lru_cache(maxsize=4096)
def name_field(entry: Entry) -> str:
    """Return the property of the envelope that names the connection, or an empty string."""
    properties = envelope(entry.vendor, entry.role)
    settable = {*shape_of(entry).beside, *(name for name, each in properties.items() if not each.get("readOnly"))}
    names = vendors()[entry.vendor].responses[entry.role].names
    return next((each for each in names if each in settable), "")


def converted_envelope(source: Entry, to: Entry, given: Mapping[str, Any], name: str, gaps: Gaps) -> dict[str, Any]:
    """Return the envelope of the converted request, and add a gap for each property that is left out."""
    if source.vendor == to.vendor:
        return dict(given)
    known, title = envelope(source.vendor, source.role), vendors()[to.vendor].title
    for each in given:
        if each in shape_of(source).parts:
            gaps.add((each,), "invalid", "expected an object")
        elif each == name_field(source) and name_field(to) and name:
            continue
        elif each not in known and each not in shape_of(source).names:
            gaps.add((str(each),), "unknown", "the catalog does not know this property")
        elif known.get(each, {}).get("readOnly"):
            gaps.add((each,), "read-only", f"{vendors()[source.vendor].title} sets it; left out", "note")
        else:
            gaps.add((each,), "not-converted", f"not a setting of the connector; {title} has its own settings", "note")
    field = name_field(to)
    return {field: name} if field and name else {}
