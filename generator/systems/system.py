"""A system as the outputs use it: its own decisions and the common decisions that apply to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from generator.catalog.connector import Role
from generator.catalog.decisions import Difference, Link, PathsByVendor


@dataclasses.dataclass(frozen=True)
class System:
    """A system in one role.

    Attributes:
        name: Name of the system's file.
        title: Display name.
        role: Whether vendors read from it or write to it.
        connectors: Ids of the documented connectors by vendor; the first is preferred.
        links: Properties that mean the same.
        without_counterpart: Properties without a counterpart at the other vendors.
        undecided: Properties that no decision names.
        differs: Properties that look alike and differ in meaning.
    """

    name: str
    title: str
    role: Role
    connectors: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]
    without_counterpart: PathsByVendor
    undecided: PathsByVendor
    differs: tuple[Difference, ...] = ()

    @property
    def key(self) -> str:
        """``<role>/<name>``."""
        return f"{self.role}/{self.name}"

    @property
    def has_several_vendors(self) -> bool:
        """Whether at least two vendors have connectors in the system."""
        return len(self.connectors) > 1

    @property
    def decided(self) -> PathsByVendor:
        """The linked properties and those without a counterpart, by vendor."""
        paths_by_vendor: dict[str, list[str]] = {}
        for paths in (*(link.paths for link in self.links), self.without_counterpart):
            for vendor, listed in paths.items():
                paths_by_vendor.setdefault(vendor, []).extend(listed)
        return {vendor: tuple(dict.fromkeys(listed)) for vendor, listed in paths_by_vendor.items()}

    def to_json(self) -> dict[str, Any]:
        """Return the system as the package stores it, without empty values."""
        data = {
            "connectors": _lists(self.connectors),
            "links": [_link(each) for each in self.links],
            "without": _lists(self.without_counterpart),
        }
        return {name: value for name, value in data.items() if value}


def systems_by_connector(systems: Iterable[System]) -> dict[str, System]:
    """Return, by key of a connector, its system, if several vendors have connectors of it."""
    return {
        f"{vendor}/{system.role}/{each}": system
        for system in systems
        if system.has_several_vendors
        for vendor, ids in system.connectors.items()
        for each in ids
    }


def _link(link: Link) -> dict[str, Any]:
    values, units = [dict(row) for row in link.values], dict(link.units)
    return {"paths": _lists(link.paths)} | ({"values": values} if values else {}) | ({"units": units} if units else {})


def _lists(by_vendor: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {vendor: list(listed) for vendor, listed in by_vendor.items() if listed}
