"""The connectors of the catalog: how to find one, and what there is about it.

Needs the standard library only, until a model is asked for.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module, resources
from typing import Any, NamedTuple, NewType

from .connector_names import Candidate, candidate_of
from .counterparts import system_description
from .name_ranking import ranked, suggestions, words_of
from .nearest import MOST_CHARACTERS, limited, similar
from .systems import system_of
from .vendors import vendors
from .wording import did_you_mean, join_or, quote

_MOST_SIMILAR = 20

ConnectorId = NewType("ConnectorId", str)
"""An id that the catalog has, as far as a type checker knows."""


class Entry(NamedTuple):
    """A connector.

    Attributes:
        vendor: The vendor's name in the catalog, such as ``acme``.
        role: ``source`` or ``destination``.
        type: The id that the vendor's API takes.
        name: Display name.
        model: Name of the model of a request that creates; followed by ``Update``, of one that updates.
        module: Name of the module in the vendor's packages.
        steps: The steps of its setup, in order.
    """

    vendor: str
    role: str
    type: ConnectorId
    name: str
    model: str
    module: str
    steps: tuple[str, ...]

    @property
    def key(self) -> str:
        """``<vendor>/<role>/<type>``."""
        return f"{self.vendor}/{self.role}/{self.type}"


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
    found = (Entry(**{**each, "steps": tuple(each["steps"])}) for each in _index(vendor)["connectors"])
    return {each.type: each for each in found}


@cache
def entries() -> tuple[Entry, ...]:
    """Return the connectors of the catalog, in the order of their keys."""
    return tuple(each for vendor in vendors() for each in _by_type(vendor).values())


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
def _candidates(vendor: str) -> tuple[Candidate, ...]:
    return tuple(map(candidate_of, _by_type(vendor).values()))


def _suggested(vendor: str, given: str) -> tuple[str, ...]:
    others = [each for name in vendors() if name != vendor for each in _candidates(name)]
    return tuple(each.entry.type for each in suggestions(given, _candidates(vendor), others, 3))


def suggested_keys(given: str) -> tuple[str, ...]:
    """Return the keys of the connectors, of any vendor, that a name may mean; the most similar first."""
    every = [each for vendor in vendors() for each in _candidates(vendor)]
    return tuple(each.entry.key for each in suggestions(given[:MOST_CHARACTERS], every, (), 3))


def search(words: str) -> list[Entry]:
    """Return the connectors whose name, id, role, vendor or system contains all of these words, ignoring case.

    Those come first whose names are nearest to the words. Where no connector has all words, these are the ones with
    similar names.
    """
    every = [each for vendor in vendors() for each in _candidates(vendor)]
    wanted = words.casefold().split()
    having = [each for each in every if all(word in _searched(each.entry) for word in wanted)]
    # A word may say the vendor or the role, and not be a part of the name.
    kinds = {word for each in every for word in (each.entry.vendor, each.entry.role)}
    name = " ".join(word for word in wanted if word not in kinds) or words
    first = ranked(words_of(name), having) if having else suggestions(name, every, (), _MOST_SIMILAR)
    return [each.entry for each in dict.fromkeys([*first, *having])]


def _searched(entry: Entry) -> str:
    """Return the text in which words are sought."""
    system = system_of(entry.vendor, entry.type)
    return f"{entry.key} {entry.name} {system.title if system is not None else ''}".casefold()


@cache
def _lines(file: str) -> dict[str, str]:
    """Return the lines of a data file by their first three keys: a connector's vendor, role and type."""
    return {",".join(line.split(",", 3)[:3]): line for line in _text("data", file).splitlines()}


def _data(entry: Entry, suffix: str) -> dict[str, Any]:
    head = json.dumps({"vendor": entry.vendor, "role": entry.role, "type": entry.type}, separators=(",", ":"))
    data: dict[str, Any] = json.loads(_lines(entry.vendor + suffix)[head.removesuffix("}")])
    return data


def describe(vendor: str, type: str) -> dict[str, Any]:
    """Return a connector as the catalog has it, with two more examples: ``minimal`` and ``full``.

    ``system`` has what it and its properties are called at other vendors, where several connect to one system.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    described = _data(find(vendor, type), ".jsonl")
    system = system_description(vendor, type, described["steps"])
    return described if system is None else described | {"system": system}


def schema(vendor: str, type: str) -> dict[str, Any]:
    """Return the JSON Schema of a connector's properties.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
    """
    found: dict[str, Any] = _data(find(vendor, type), ".schemas.jsonl")["schema"]
    return found


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


def envelope(vendor: str, role: str) -> dict[str, dict[str, Any]]:
    """Return the properties of a request's envelope; empty if the vendor documents none."""
    found: dict[str, dict[str, Any]] = _index(vendor)["envelopes"].get(role, {}) if vendor in vendors() else {}
    return found
