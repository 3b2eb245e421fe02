"""The changes between versions of the data. Needs the standard library only."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple

from ..paths import NOT_GIVEN
from ..registry import find
from ..wording import join_and

Severity = Literal["safe", "risky", "breaking"]
"""How a change affects people who do nothing about it."""


class UnknownVersionError(LookupError):
    """The package does not know this version of the data. The message lists the known versions."""


class CatalogChange(NamedTuple):
    """A change to a connector in a version of the data.

    Attributes:
        version: The version with the change.
        vendor: The vendor's name in the catalog.
        role: ``source`` or ``destination``.
        type: The connector's id; ``request.envelope`` for the envelope of all requests of the role.
        rule: The kind of the change, such as ``property-removed``.
        writers: How it affects those who send requests.
        readers: How it affects those who read responses.
        subject: ``connector``, ``step``, ``property`` or ``variant``.
        kind: ``added``, ``removed``, ``renamed``, ``moved`` or ``changed``.
        step: The step of the setup; empty for the connector itself.
        path: Dotted path of the property, with the name of a variant in brackets; empty for a step.
        field: The catalog's field that has changed; empty unless ``kind`` is ``changed``.
        before: The old value; ``None`` if there was none.
        after: The new value or name, or ``None``.
    """

    version: str
    vendor: str
    role: str
    type: str
    rule: str
    writers: Severity
    readers: Severity
    subject: str
    kind: str
    step: str = ""
    path: str = ""
    field: str = ""
    before: Any = None
    after: Any = None

    def __str__(self) -> str:
        place = ".".join(filter(None, (self.step, self.path, self.field)))
        return " ".join(filter(None, (self.version, f"{self.vendor}/{self.role}/{self.type}", place, self.rule)))


class StoredChange(NamedTuple):
    """A change as the package's data has it: ``before`` and ``after`` are ``NOT_GIVEN`` where there is no value.

    Attributes:
        public: The change.
        before: The old value.
        after: The new value.
        selector: The selector of a removed variant, or of a variant of an object that had none before; else ``None``.
    """

    public: CatalogChange
    before: Any
    after: Any
    selector: dict[str, Any] | None


@cache
def _lines() -> tuple[str, ...]:
    data = resources.files(__package__.rpartition(".")[0]).joinpath("data", "changes.jsonl")
    return tuple(data.read_text(encoding="utf-8").splitlines())


@cache
def data_versions() -> tuple[str, ...]:
    """Return the known versions of the data, the oldest first; the last is the package's own."""
    return tuple(json.loads(_lines()[0])["versions"])


@cache
def _by_key() -> dict[str, tuple[StoredChange, ...]]:
    parsed = (json.loads(line) for line in _lines()[1:])
    return {each["key"]: tuple(stored_change(each["key"], change) for change in each["changes"]) for each in parsed}


def stored_change(key: str, fields: dict[str, Any]) -> StoredChange:
    """Return a change that the data states for the connector with a key."""
    vendor, role, type_ = key.split("/", 2)
    selector = fields.pop("selector", None)
    public = CatalogChange(vendor=vendor, role=role, type=type_, **fields)
    return StoredChange(public, fields.get("before", NOT_GIVEN), fields.get("after", NOT_GIVEN), selector)


def versions_after(since: str) -> tuple[str, ...]:
    """Return the versions later than one, the oldest first.

    Raises:
        UnknownVersionError: The package does not know it.
    """
    known = data_versions()
    if since not in known:
        raise UnknownVersionError(f"unknown data version; the package knows {join_and(known)}, its own")
    return known[known.index(since) + 1 :]


def stored_changes(key: str, since: str) -> list[StoredChange]:
    """Return the changes of one connector, or of one envelope, since a version, the oldest first."""
    later = versions_after(since)
    return [each for each in _by_key().get(key, ()) if each.public.version in later]


def changes(vendor: str | None = None, type: str | None = None, *, since: str) -> list[CatalogChange]:
    """Return the changes of the data since a version, in the order of versions and connectors.

    Args:
        vendor: The vendor's name in the catalog; ``None`` for all.
        type: The id of a connector, which may have been removed; ``None`` for all.
        since: A version of the data.

    Raises:
        UnknownVersionError: The package does not know the version.
        UnknownConnectorError: Neither the catalog nor a change has the vendor or the connector.
    """
    later = versions_after(since)
    all_changes = [each.public for own in _by_key().values() for each in own]
    if (
        vendor is not None
        and type is not None
        and (vendor, type) not in {(each.vendor, each.type) for each in all_changes}
    ):
        find(vendor, type)
    selected = (each for each in all_changes if vendor in (None, each.vendor) and type in (None, each.type))
    return sorted((each for each in selected if each.version in later), key=lambda each: later.index(each.version))
