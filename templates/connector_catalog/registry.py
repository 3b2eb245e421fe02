"""Every connector of the catalog, and how to find one. Needs the standard library only."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One connector.

    Attributes:
        vendor: ``fivetran`` or ``stitch``.
        role: ``source`` or ``destination``.
        type: The id that the vendor's API takes.
        name: Display name.
        model: Name of the model that creates; with ``Update`` behind it, of the one that changes.
        module: Name of the module in the vendor's packages.
        steps: The steps of its setup, in order.
    """

    vendor: str
    role: str
    type: str
    name: str
    model: str
    module: str
    steps: tuple[str, ...]

    @property
    def key(self) -> str:
        """``<vendor>/<role>/<type>``."""
        return f"{self.vendor}/{self.role}/{self.type}"


class UnknownConnectorError(LookupError):
    """The catalog has no such connector.

    Attributes:
        code: ``unknown-vendor`` or ``unknown-connector``.
        near: The nearest names that the catalog has.
    """

    def __init__(self, code: str, message: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.near = near


class Envelope(NamedTuple):
    """How a vendor's request holds a connector's properties.

    Attributes:
        type_key: Where the connector's id stands.
        parts: Where its properties stand; the first part is always there.
    """

    type_key: str
    parts: tuple[str, ...]


ENVELOPES = {"fivetran": Envelope("service", ("config", "auth")), "stitch": Envelope("type", ("properties",))}


@cache
def _index() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("index.json").read_text(encoding="utf-8")
    index: dict[str, Any] = json.loads(text)
    return index


@cache
def entries() -> tuple[Entry, ...]:
    """Every connector that the catalog describes, in the order of their keys."""
    return tuple(Entry(**{**each, "steps": tuple(each["steps"])}) for each in _index()["connectors"])


@cache
def _by_type() -> dict[tuple[str, str], Entry]:
    return {(each.vendor, each.type): each for each in entries()}


def vendors() -> tuple[str, ...]:
    """The vendors of the catalog."""
    return tuple(sorted(ENVELOPES))


def find(vendor: Any, type: Any) -> Entry:
    """The connector of a vendor that its API calls by this id.

    Raises:
        UnknownConnectorError: There is none; the message has the nearest.
    """
    entry = _by_type().get((vendor, type)) if isinstance(vendor, str) and isinstance(type, str) else None
    if entry is not None:
        return entry
    if vendor not in vendors():
        near = tuple(get_close_matches(str(vendor)[:200], vendors(), 1))
        raise UnknownConnectorError("unknown-vendor", f"the catalog has the vendors {', '.join(vendors())}", near)
    known = [each.type for each in entries() if each.vendor == vendor]
    wanted = str(type)[:200]
    near = tuple(each for each in known if each == f"platform.{wanted}") or tuple(get_close_matches(wanted, known, 3))
    hint = f"; near: {', '.join(near)}" if near else ""
    raise UnknownConnectorError(
        "unknown-connector", f"no connector of that id among {vendor}'s {len(known):,}{hint}", near
    )


def search(words: str) -> list[Entry]:
    """The connectors whose name, id or vendor holds all of these words, whatever their case."""
    wanted = words.lower().split()
    return [each for each in entries() if all(word in f"{each.key} {each.name}".lower() for word in wanted)]


@cache
def _lines(vendor: str) -> dict[str, str]:
    text = resources.files(__package__).joinpath("data", f"{vendor}.jsonl").read_text(encoding="utf-8")
    return {line[: line.index(',"name"')]: line for line in text.splitlines()}


def describe(vendor: str, type: str) -> dict[str, Any]:
    """All that the catalog knows of a connector, as in its own file, with two examples: ``minimal`` and ``full``.

    Raises:
        UnknownConnectorError: The catalog has no such connector.
    """
    entry = find(vendor, type)
    head = json.dumps({"vendor": entry.vendor, "role": entry.role, "type": entry.type}, separators=(",", ":"))
    described: dict[str, Any] = json.loads(_lines(vendor)[head.removesuffix("}")])
    return described


def schema(vendor: str, type: str) -> dict[str, Any]:
    """The JSON Schema of a connector's properties.

    Raises:
        UnknownConnectorError: The catalog has no such connector.
    """
    entry = find(vendor, type)
    folder = resources.files(__package__).joinpath("schemas", entry.vendor, entry.role)
    found: dict[str, Any] = json.loads(folder.joinpath(f"{entry.type}.json").read_text(encoding="utf-8"))
    return found


def envelope(vendor: str, role: str) -> dict[str, dict[str, Any]]:
    """What a request holds beside the connector's own properties, by name; empty where the catalog knows nothing."""
    found: dict[str, dict[str, Any]] = _index()["envelopes"].get(vendor, {}).get(role, {})
    return found
