"""What a request has beside the connector's properties. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..diff.property_info import destination_names
from ..registry import Entry, envelope
from ..requests import shape_of
from ..vendors import vendors
from .collecting import Gaps


def name_of(source: Entry, beside: Mapping[str, Any], properties: Mapping[str, Any]) -> str:
    """Return the name of the connection: of its own, or of where its data goes; empty where it has none."""
    own = beside.get(name_field(source)) if name_field(source) else None
    if not name_field(source):
        parts = [properties.get(each) for each in destination_names(source)]
        own = ".".join(each for each in parts if isinstance(each, str) and each)
    return own if isinstance(own, str) else ""


@lru_cache(maxsize=4096)
def name_field(entry: Entry) -> str:
    """Return the property beside a connector's own that names the connection; empty where requests have none."""
    stated = envelope(entry.vendor, entry.role)
    settable = {*shape_of(entry).beside, *(name for name, each in stated.items() if not each.get("readOnly"))}
    names = vendors()[entry.vendor].responses[entry.role].names
    return next((each for each in names if each in settable), "")


def carry_envelope(source: Entry, to: Entry, beside: Mapping[str, Any], name: str, gaps: Gaps) -> dict[str, Any]:
    """Return what the request has beside the connector's properties, and list what it does not have."""
    if source.vendor == to.vendor:
        return dict(beside)
    stated, title = envelope(source.vendor, source.role), vendors()[to.vendor].title
    for each in beside:
        if each in shape_of(source).parts:
            gaps.add((each,), "invalid", "expected an object")
        elif each == name_field(source) and name_field(to) and name:
            continue
        elif each not in stated and each not in shape_of(source).names:
            gaps.add((str(each),), "unknown", "the catalog does not know this property")
        elif stated.get(each, {}).get("readOnly"):
            gaps.add((each,), "read-only", f"{vendors()[source.vendor].title} sets it; left out", "note")
        else:
            gaps.add(
                (each,), "not-converted", f"it is not about the connector; {title} has settings of its own", "note"
            )
    field = name_field(to)
    return {field: name} if field and name else {}
