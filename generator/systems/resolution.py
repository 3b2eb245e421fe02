"""Applies the decisions about a system, and the common decisions, to the properties of its connectors."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Set

from generator.catalog.connector import Connector, Role
from generator.catalog.decisions import (
    LEAST_VENDORS,
    Decisions,
    Link,
    PathsByVendor,
    RoleDecisions,
    SystemDecisions,
    VendorPath,
)
from generator.profiles.profile import Profile
from generator.systems.properties import PropertiesByVendor, listed_texts, needs_decision, properties_of
from generator.systems.system import System

ById = Mapping[tuple[str, str, str], Connector]
"""Connectors by vendor, role and id."""


def systems_of(
    decisions: Decisions, connectors: Iterable[Connector], profiles: Mapping[str, Profile]
) -> tuple[System, ...]:
    """Return the systems in the order of their names, without anything that the catalog does not have."""
    by_id = connectors_by_id(connectors)
    return tuple(
        _resolved(system, role, decided, decisions.common.get(role, RoleDecisions()), by_id, profiles)
        for system, role, decided in decisions.every_role()
    )


def connectors_by_id(connectors: Iterable[Connector]) -> dict[tuple[str, str, str], Connector]:
    """Return connectors by vendor, role and id."""
    return {(each.vendor, each.role, each.type): each for each in connectors}


def connectors_of(decided: RoleDecisions, role: Role, by_id: ById) -> dict[str, tuple[Connector, ...]]:
    """Return the documented connectors of a system by vendor."""
    by_vendor: dict[str, tuple[Connector, ...]] = {}
    for vendor, ids in decided.connectors.items():
        listed = (by_id.get((vendor, role, each)) for each in ids)
        documented = tuple(each for each in listed if each is not None and each.status == "documented")
        if documented:
            by_vendor[vendor] = documented
    return by_vendor


def _resolved(
    system: SystemDecisions,
    role: Role,
    decided: RoleDecisions,
    common: RoleDecisions,
    by_id: ById,
    profiles: Mapping[str, Profile],
) -> System:
    connectors = connectors_of(decided, role, by_id)
    properties = {vendor: properties_of(members) for vendor, members in connectors.items()}
    decided_here = set(decided.decided_paths())
    links = (
        *(_within(each, properties, set()) for each in decided.links),
        *(_within(each, properties, decided_here) for each in common.links),
    )
    links = tuple(each for each in links if len(each.paths) >= LEAST_VENDORS)
    linked = {pair for each in links for pair in each.every_path()}
    unlinked = {pair for pair in _to_decide(properties, role, profiles) if not _is_covered(pair, linked)}
    # A common link that does not apply still decides its properties: they have no counterpart in this system.
    decisions = decided_here | set(common.decided_paths())
    without_counterpart = {pair for pair in unlinked if _is_covered(pair, decisions)}
    return System(
        system.name,
        system.title,
        role,
        {vendor: tuple(each.type for each in members) for vendor, members in connectors.items()},
        links,
        _by_vendor(properties, without_counterpart),
        _by_vendor(properties, unlinked - without_counterpart),
        (*decided.differs, *common.differs),
    )


def _to_decide(properties: PropertiesByVendor, role: Role, profiles: Mapping[str, Profile]) -> Iterator[VendorPath]:
    """Yield the vendor and the path of each property that needs a decision."""
    for vendor, by_path in properties.items():
        id_names = profiles[vendor].id_names(role)
        yield from ((vendor, path) for path, same in by_path.items() if needs_decision(path, same, id_names))


def _is_covered(pair: VendorPath, decisions: Set[VendorPath]) -> bool:
    """Return whether a decision names a property, or an object or list that contains it."""
    vendor, path = pair
    above = path
    while above:
        if (vendor, above) in decisions or (vendor, above.removesuffix("[]")) in decisions:
            return True
        above = above.rpartition(".")[0]
    return False


def _within(link: Link, properties: PropertiesByVendor, decided: Set[VendorPath]) -> Link:
    """Return the part of a link that applies: properties that connectors have and that are not decided yet."""
    applicable = {
        (vendor, path)
        for vendor, path in link.every_path()
        if path in properties.get(vendor, ()) and (vendor, path) not in decided
    }
    paths = _by_vendor(link.paths, applicable)
    texts = {
        vendor: listed_texts(property_ for path in listed for property_ in properties[vendor][path])
        for vendor, listed in paths.items()
    }
    rows = (
        {vendor: text for vendor, text in row.items() if vendor in paths and _takes(texts[vendor], text)}
        for row in link.values
    )
    units = {vendor: unit for vendor, unit in link.units.items() if vendor in paths}
    return dataclasses.replace(link, paths=paths, values=tuple(row for row in rows if row), units=units)


def _takes(texts: set[str] | None, text: str) -> bool:
    return texts is None or text.casefold() in {each.casefold() for each in texts}


def _by_vendor(paths: Mapping[str, Iterable[str]], pairs: Set[VendorPath]) -> PathsByVendor:
    """Return the paths in the pairs by vendor; vendors without paths are left out."""
    by_vendor = {vendor: tuple(path for path in each if (vendor, path) in pairs) for vendor, each in paths.items()}
    return {vendor: each for vendor, each in by_vendor.items() if each}
