"""Reviewed decisions about systems: their connectors, and the properties that mean the same.

``catalog/systems/<system>.yaml`` has the decisions about a system, ``common.yaml`` those for every system.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping

from generator.catalog.connector import Role

LEAST_VENDORS = 2
"""Vendors that a decision about corresponding or different properties names at least."""

PathsByVendor = Mapping[str, tuple[str, ...]]
"""Dotted paths of properties by vendor, without step and variants, with ``[]`` after a list of objects."""

VendorPath = tuple[str, str]
"""A vendor, and the path of one of its properties."""


@dataclasses.dataclass(frozen=True)
class Link:
    """Properties of several vendors that mean the same.

    Attributes:
        paths: One path for each vendor, or several alternatives.
        values: Rows of listed values that mean the same, by vendor, as text.
        units: Units by vendor, if the catalog does not state them.
    """

    paths: PathsByVendor
    values: tuple[Mapping[str, str], ...] = ()
    units: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def every_path(self) -> Iterator[VendorPath]:
        """Yield each vendor with each of its paths."""
        return _vendor_paths(self.paths)


@dataclasses.dataclass(frozen=True)
class Difference:
    """Properties that look alike and differ in meaning, with the reason."""

    paths: PathsByVendor
    because: str

    def every_path(self) -> Iterator[VendorPath]:
        """Yield each vendor with each of its paths."""
        return _vendor_paths(self.paths)


@dataclasses.dataclass(frozen=True)
class RoleDecisions:
    """The decisions about a system in one role.

    Attributes:
        connectors: Ids by vendor; the first of each vendor is preferred.
        other_systems: Ids by vendor that look alike and belong to another system, with the reasons.
        links: Properties that mean the same.
        without_counterpart: Properties without a counterpart at the other vendors of the system.
        differs: Properties that look alike and differ in meaning.
    """

    connectors: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    other_systems: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)
    links: tuple[Link, ...] = ()
    without_counterpart: PathsByVendor = dataclasses.field(default_factory=dict)
    differs: tuple[Difference, ...] = ()

    def every_connector(self) -> Iterator[tuple[str, str]]:
        """Yield the vendor and the id of each connector that a decision names."""
        for by_vendor in (self.connectors, self.other_systems):
            for vendor, ids in by_vendor.items():
                yield from ((vendor, type_) for type_ in ids)

    def decided_paths(self) -> Iterator[VendorPath]:
        """Yield the vendor and the path of each property that a decision names, possibly more than once."""
        for link in self.links:
            yield from link.every_path()
        for difference in self.differs:
            yield from difference.every_path()
        yield from _vendor_paths(self.without_counterpart)


@dataclasses.dataclass(frozen=True)
class SystemDecisions:
    """The decisions about one system.

    Attributes:
        name: The name of the file.
        title: Display name.
        roles: The decisions by role.
    """

    name: str
    title: str
    roles: Mapping[Role, RoleDecisions]


@dataclasses.dataclass(frozen=True)
class Decisions:
    """The decisions about each system, in the order of their names, and the common decisions for every system."""

    systems: Mapping[str, SystemDecisions] = dataclasses.field(default_factory=dict)
    common: Mapping[Role, RoleDecisions] = dataclasses.field(default_factory=dict)

    def system_of(self, vendor: str, role: Role, type_: str) -> SystemDecisions | None:
        """Return the system of a connector; ``None`` if no decision names the connector."""
        return self._by_connector.get((vendor, role, type_))

    @functools.cached_property
    def _by_connector(self) -> Mapping[tuple[str, Role, str], SystemDecisions]:
        return {
            (vendor, role, type_): system
            for system, role, decisions in self.every_role()
            for vendor, ids in decisions.connectors.items()
            for type_ in ids
        }

    def counterparts(self, system: SystemDecisions, role: Role, vendor: str) -> dict[str, tuple[str, ...]]:
        """Return the corresponding paths of the other vendors in a system, by path of a vendor."""
        none = RoleDecisions()
        links = (*system.roles.get(role, none).links, *self.common.get(role, none).links)
        corresponding: dict[str, tuple[str, ...]] = {}
        for link in links:
            others = tuple(path for other, path in link.every_path() if other != vendor)
            for path in link.paths.get(vendor, ()):
                # The system's own links come first and take precedence.
                corresponding.setdefault(path, others)
        return corresponding

    def every_role(self) -> Iterator[tuple[SystemDecisions, Role, RoleDecisions]]:
        """Yield each system with each of its roles."""
        for system in self.systems.values():
            for role, decisions in system.roles.items():
                yield system, role, decisions


def _vendor_paths(paths: PathsByVendor) -> Iterator[VendorPath]:
    return ((vendor, path) for vendor, listed in paths.items() for path in listed)
