"""Applies the decisions about a system, and the common decisions, to the properties of its connectors."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from generator.catalog.connector import Connector, Role
from generator.catalog.decisions import Decisions, Link, PathsByVendor, RoleDecisions, SystemDecisions
from generator.systems.properties import PropertiesByPath, listed_texts, needs_decision, properties_of
from generator.systems.system import System
from generator.vendors import Profile

_LEAST_VENDORS = 2

ById = Mapping[tuple[str, str, str], Connector]
"""Connectors by vendor, role and id."""

_Decided = set[tuple[str, str]]


def systems_of(
    decisions: Decisions, connectors: Iterable[Connector], profiles: Mapping[str, Profile]
) -> tuple[System, ...]:
    """Return the systems in the order of their names, without anything that the catalog does not have."""
    by_id: ById = {(each.vendor, each.role, each.type): each for each in connectors}
    return tuple(
        _resolved(system, role, decided, decisions.common.get(role, RoleDecisions()), by_id, profiles)
        for system, role, decided in decisions.every_role()
    )


def connectors_of(decided: RoleDecisions, role: Role, by_id: ById) -> dict[str, tuple[Connector, ...]]:
    """Return the documented connectors of a system by vendor."""
    found: dict[str, tuple[Connector, ...]] = {}
    for vendor, ids in decided.connectors.items():
        known = (by_id.get((vendor, role, each)) for each in ids)
        own = tuple(each for each in known if each is not None and each.status == "documented")
        found |= {vendor: own} if own else {}
    return found


def _resolved(
    system: SystemDecisions,
    role: Role,
    decided: RoleDecisions,
    common: RoleDecisions,
    by_id: ById,
    profiles: Mapping[str, Profile],
) -> System:
    connectors = connectors_of(decided, role, by_id)
    known = {vendor: properties_of(own) for vendor, own in connectors.items()}
    names = {vendor: profiles[vendor].id_names(role) for vendor in known}
    asked = {
        (vendor, path)
        for vendor, by_path in known.items()
        for path, same in by_path.items()
        if needs_decision(path, same, names[vendor])
    }
    own = set(decided.decided_paths())
    stated = [_within(each, known, set()) for each in decided.links]
    applied = [_within(each, known, own) for each in common.links]
    links = tuple(each for each in (*stated, *applied) if len(each.paths) >= _LEAST_VENDORS)
    linked = {pair for each in links for pair in each.every_path()}
    # A common link that does not apply still decides its properties: they have no counterpart in this system.
    decisions = own | set(common.decided_paths())
    without = {pair for pair in asked - linked if _is_covered(pair, decisions)}
    without = {pair for pair in without if not _is_covered(pair, linked)}
    undecided = {pair for pair in asked - linked - without if not _is_covered(pair, linked)}
    return System(
        system.name,
        system.title,
        role,
        {vendor: tuple(each.type for each in ones) for vendor, ones in connectors.items()},
        links,
        _by_vendor(known, without),
        _by_vendor(known, undecided),
        (*decided.differs, *common.differs),
    )


def _is_covered(pair: tuple[str, str], decisions: _Decided) -> bool:
    """Return whether a decision names a property, or an object or list that contains it."""
    vendor, path = pair
    above = path
    while above:
        if (vendor, above) in decisions or (vendor, above.removesuffix("[]")) in decisions:
            return True
        above = above.rpartition(".")[0]
    return False


def _within(link: Link, known: Mapping[str, PropertiesByPath], decided: _Decided) -> Link:
    """Return the part of a link that applies: properties that connectors have and that are not decided yet."""
    paths = {
        vendor: tuple(each for each in listed if each in known.get(vendor, ()) and (vendor, each) not in decided)
        for vendor, listed in link.paths.items()
    }
    paths = {vendor: listed for vendor, listed in paths.items() if listed}
    texts = {
        vendor: listed_texts(same for path in listed for same in known[vendor][path])
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


def _by_vendor(known: Mapping[str, PropertiesByPath], pairs: _Decided) -> PathsByVendor:
    found = {vendor: tuple(path for path in by_path if (vendor, path) in pairs) for vendor, by_path in known.items()}
    return {vendor: paths for vendor, paths in found.items() if paths}
