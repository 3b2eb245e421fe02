"""The connectors of the catalog: how to find one, and what there is about it.

Needs the standard library only, until a model is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import import_module, resources
from typing import Any

from .connector_names import Candidate, candidate_of
from .entry import Entry
from .name_ranking import suggestions
from .nearest import MOST_CHARACTERS, limited, similar
from .vendors import vendors
from .wording import did_you_mean, join_or, quote

ENVELOPE = "request.envelope"
"""The last part of the key of an envelope, where that of a connector has the connector's id."""


class UnknownConnectorError(LookupError):
    """The catalog does not have this connector.

    Attributes:
        code: ``unknown-vendor`` or ``unknown-connector``.
        near: The most similar names in the catalog.
    """

    def __init__(self, code: str, message: str, near: tuple[str, ...] = ()) -> None:
        hint = did_you_mean(near)
        super().__init__(f"{message}; {hint}" if hint else message)
        self.code = code
        self.near = near


def _text(*path: str) -> str:
    return resources.files(__package__).joinpath(*path).read_text(encoding="utf-8")


@cache
def _index(vendor: str) -> dict[str, Any]:
    """Return the index of one vendor; no other vendor's is read."""
    index: dict[str, Any] = json.loads(_text("index", f"{vendor}.json"))
    return index


@cache
def _by_type(vendor: str) -> dict[str, Entry]:
    return {each["type"]: _entry(each) for each in _index(vendor)["connectors"]}


def _entry(fields: dict[str, Any]) -> Entry:
    attributes: dict[str, Any] = {
        name: tuple(each) if isinstance(each, list) else each for name, each in fields.items()
    }
    return Entry(**attributes)


@cache
def entries() -> tuple[Entry, ...]:
    """Return the connectors of the catalog, in the order of their keys."""
    return tuple(each for vendor in vendors() for each in _by_type(vendor).values())


def found_among(vendor: str, types: Iterable[Any]) -> list[Entry]:
    """Return those connectors of a vendor that have one of several ids."""
    by_type = _by_type(vendor)
    return [by_type[each] for each in dict.fromkeys(types) if each in by_type]


def find(vendor: Any, type: Any) -> Entry:
    """Return a vendor's connector by the id that the vendor's API takes.

    Raises:
        UnknownConnectorError: The catalog does not have it; the message suggests the most similar ones.
    """
    is_known = isinstance(vendor, str) and vendor in vendors()
    entry = _by_type(vendor).get(type) if is_known and isinstance(type, str) else None
    if entry is not None:
        return entry
    if not is_known:
        near = similar(str(vendor)[:MOST_CHARACTERS], vendors(), 1)
        raise UnknownConnectorError("unknown-vendor", f"unknown vendor, expected {join_or(quote(vendors()))}", near)
    given = str(type)[:MOST_CHARACTERS]
    near = limited(given, ("connectors", vendor), lambda: _suggested(vendor, given))
    raise UnknownConnectorError("unknown-connector", f"unknown {vendor} connector", near)


@cache
def candidates(vendor: str) -> tuple[Candidate, ...]:
    """Return the connectors of a vendor with the words of their names."""
    return tuple(map(candidate_of, _by_type(vendor).values()))


def _suggested(vendor: str, given: str) -> tuple[str, ...]:
    others = [each for name in vendors() if name != vendor for each in candidates(name)]
    return tuple(each.entry.type for each in suggestions(given, candidates(vendor), others, 3))


@cache
def _lines(file: str) -> dict[str, str]:
    """Return the lines of a data file by their first three keys: a connector's vendor, role and type."""
    return {",".join(line.split(",", 3)[:3]): line for line in _text("data", file).splitlines()}


def _data(entry: Entry, suffix: str) -> dict[str, Any]:
    head = json.dumps({"vendor": entry.vendor, "role": entry.role, "type": entry.type}, separators=(",", ":"))
    data: dict[str, Any] = json.loads(_lines(entry.vendor + suffix)[head.removesuffix("}")])
    return data


def definition_of(vendor: str, type: str) -> dict[str, Any]:
    """Return the catalog's definition of a connector, with two more examples: ``minimal`` and ``full``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    return _data(find(vendor, type), ".jsonl")


def schema(vendor: str, type: str) -> dict[str, Any]:
    """Return the JSON Schema of a connector's properties.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    json_schema: dict[str, Any] = _data(find(vendor, type), ".schemas.jsonl")["schema"]
    return json_schema


def get_model(vendor: str, type: str, *, action: str = "create") -> Any:
    """Return the model of a connector's properties, for requests that ``create`` or for requests that ``update``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
        ModuleNotFoundError: pydantic is not installed.
        ValueError: ``action`` has another value.
    """
    if action not in ("create", "update"):
        raise ValueError("action must be 'create' or 'update'")
    entry = find(vendor, type)
    name = entry.model if action == "create" else f"{entry.model}Update"
    return getattr(import_module(f"{__package__}.{entry.vendor}"), name)


def envelope_key(vendor: str, role: str) -> str:
    """Return the key of an envelope: ``<vendor>/<role>/request.envelope``."""
    return f"{vendor}/{role}/{ENVELOPE}"


def envelope(vendor: str, role: str) -> dict[str, dict[str, Any]]:
    """Return the properties of a request's envelope; empty if the vendor documents none."""
    properties: dict[str, dict[str, Any]] = _index(vendor)["envelopes"].get(role, {}) if vendor in vendors() else {}
    return properties
