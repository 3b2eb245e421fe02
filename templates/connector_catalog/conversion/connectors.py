"""Finds the connector of another vendor in the same system. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..entry import Entry
from ..problems import Problem
from ..registry import find
from ..system import system_of
from ..vendors import vendors
from ..wording import join_or

_PARTS_OF_KEY = 3


def parse_target(to: str) -> tuple[str, str]:
    """Return the vendor and the id, which may be empty, of ``VENDOR``, ``VENDOR/TYPE`` or a key.

    Raises:
        UnknownConnectorError: The catalog does not have the vendor or the connector.
    """
    vendor, *rest = to.split("/", _PARTS_OF_KEY - 1)
    if vendor not in vendors() or rest:
        find(vendor, rest[-1] if rest else "")
    return vendor, rest[-1] if rest else ""


class Counterpart(NamedTuple):
    """The connector to convert to, and the ids of the vendor's other connectors of the same system."""

    connector: Entry
    others: Sequence[str] = ()


def counterpart(source: Entry, vendor: str, type_: str) -> Counterpart | Problem:
    """Return the connector to convert to, or the problem if no connector is found.

    Args:
        source: The connector of the payload.
        vendor: The target vendor.
        type_: The id of the target connector; empty for the preferred one in the same system.
    """
    system, title = system_of(source.vendor, source.type), vendors()[vendor].title
    ids = system.connectors.get(vendor, ()) if system else ()
    if type_:
        to = find(vendor, type_)
        if to.role != source.role:
            return Problem("", "no-counterpart", f"{to.key} is a {to.role}, but the payload is for a {source.role}")
        if type_ not in ids and vendor != source.vendor:
            message = f"{to.key} is not known to belong to the same system"
            return Problem("", "no-counterpart", message, _one_of(ids))
        return Counterpart(to)
    if vendor == source.vendor:
        return Problem("", "no-counterpart", f"the request is for {title} already", "name another connector")
    if not ids:
        return Problem("", "no-counterpart", f"no {title} connector is known to belong to the same system")
    return Counterpart(find(vendor, ids[0]), ids[1:])


def _one_of(ids: Sequence[str]) -> str:
    return f"expected {join_or(ids)}" if ids else ""
