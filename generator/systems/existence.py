"""Finds decisions that name something that the catalog does not have: it was removed, or the name is misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.catalog.connector import Connector, Role
from generator.catalog.decision_files import COMMON
from generator.catalog.decisions import Decisions, Link, RoleDecisions
from generator.diagnostics import Diagnostics
from generator.systems.properties import PropertiesByPath, listed_texts, properties_of
from generator.systems.resolution import ById, connectors_of

_Known = Mapping[str, PropertiesByPath]


def report_dead(decisions: Decisions, connectors: Iterable[Connector], diagnostics: Diagnostics) -> None:
    """Add an error for each connector, property and value that a decision names and the catalog does not have.

    The codes are ``system-connector``, ``system-property`` and ``system-value``.
    """
    every = tuple(connectors)
    by_id: ById = {(each.vendor, each.role, each.type): each for each in every}
    found = Diagnostics("catalog/systems")
    for system, role, decided in decisions.every_role():
        place = f"{system.name}.yaml: {role}"
        for vendor, type_ in _named(decided):
            if (vendor, role, type_) not in by_id:
                message = f"the catalog has no {role} {type_} of {vendor}; remove or rename it"
                found.error("system-connector", place, message)
        own = connectors_of(decided, role, by_id)
        _report(decided, {vendor: properties_of(ones) for vendor, ones in own.items()}, (place, "this system"), found)
    for role, decided in decisions.common.items():
        _report(decided, _of_systems(decisions, role, by_id), (f"{COMMON}.yaml: {role}", "any system"), found)
    diagnostics.extend(found)


def _of_systems(decisions: Decisions, role: Role, by_id: ById) -> _Known:
    """Return the properties of the connectors of all systems, by vendor."""
    connectors: dict[str, list[Connector]] = {}
    for _, own, decided in decisions.every_role():
        for vendor, ones in connectors_of(decided, role, by_id).items() if own == role else ():
            connectors.setdefault(vendor, []).extend(ones)
    return {vendor: properties_of(ones) for vendor, ones in connectors.items()}


def _named(decided: RoleDecisions) -> Iterator[tuple[str, str]]:
    """Yield the vendor and the id of each connector that the decisions name."""
    for by_vendor in (decided.connectors, decided.other_systems):
        for vendor, ids in by_vendor.items():
            yield from ((vendor, each) for each in ids)


def _report(decided: RoleDecisions, known: _Known, about: tuple[str, str], found: Diagnostics) -> None:
    place, where = about
    for vendor, path in dict.fromkeys(decided.decided_paths()):
        if path not in known.get(vendor, ()):
            message = f"no connector of {vendor} in {where} has the property; remove or rename it"
            found.error("system-property", place, message, path)
    for link in decided.links:
        for vendor, text in _unknown_values(link, known):
            found.error("system-value", place, f"{vendor} does not list the value {text!r}", link.paths[vendor][0])


def _unknown_values(link: Link, known: _Known) -> Iterator[tuple[str, str]]:
    for vendor, listed in link.paths.items():
        by_path = known.get(vendor, {})
        texts = listed_texts(same for path in listed for same in by_path.get(path, ()))
        folded = None if not texts else {each.casefold() for each in texts}
        for row in link.values:
            if folded is not None and vendor in row and row[vendor].casefold() not in folded:
                yield vendor, row[vendor]
