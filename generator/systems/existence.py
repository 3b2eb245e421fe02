"""Finds decisions that name something that the catalog does not have: it was removed, or the name is misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalog.connector import Connector, Role
from generator.catalog.decision_files import COMMON
from generator.catalog.decisions import Decisions, Link, RoleDecisions
from generator.diagnostics import Diagnostics
from generator.systems.properties import PropertiesByPath, PropertiesByVendor, listed_texts, properties_of
from generator.systems.resolution import ById, connectors_by_id, connectors_of


def report_dead(decisions: Decisions, connectors: Iterable[Connector], diagnostics: Diagnostics) -> None:
    """Add an error for each connector, property and value that a decision names and the catalog does not have.

    The codes are ``system-connector``, ``system-property`` and ``system-value``.
    """
    by_id = connectors_by_id(connectors)
    errors = Diagnostics("catalog/systems")
    for system, role, decided in decisions.every_role():
        place = f"{system.name}.yaml: {role}"
        for vendor, type_ in decided.every_connector():
            if (vendor, role, type_) not in by_id:
                message = f"the catalog has no {role} {type_} of {vendor}; remove or rename it"
                errors.error("system-connector", place, message)
        properties = {vendor: properties_of(each) for vendor, each in connectors_of(decided, role, by_id).items()}
        _report(decided, properties, (place, "this system"), errors)
    for role, decided in decisions.common.items():
        properties = _properties_of_systems(decisions, role, by_id)
        _report(decided, properties, (f"{COMMON}.yaml: {role}", "any system"), errors)
    diagnostics.extend(errors)


def _properties_of_systems(decisions: Decisions, role: Role, by_id: ById) -> dict[str, PropertiesByPath]:
    """Return the properties of the connectors of all systems in a role, by vendor."""
    connectors: dict[str, list[Connector]] = {}
    for _, system_role, decided in decisions.every_role():
        if system_role == role:
            for vendor, members in connectors_of(decided, role, by_id).items():
                connectors.setdefault(vendor, []).extend(members)
    return {vendor: properties_of(members) for vendor, members in connectors.items()}


def _report(
    decided: RoleDecisions, properties: PropertiesByVendor, about: tuple[str, str], diagnostics: Diagnostics
) -> None:
    place, where = about
    for vendor, path in dict.fromkeys(decided.decided_paths()):
        if path not in properties.get(vendor, ()):
            message = f"no connector of {vendor} in {where} has the property; remove or rename it"
            diagnostics.error("system-property", place, message, path)
    for link in decided.links:
        for vendor, text in _unknown_values(link, properties):
            diagnostics.error(
                "system-value", place, f"{vendor} does not list the value {text!r}", link.paths[vendor][0]
            )


def _unknown_values(link: Link, properties: PropertiesByVendor) -> Iterator[tuple[str, str]]:
    for vendor, listed in link.paths.items():
        by_path = properties.get(vendor, {})
        texts = listed_texts(same for path in listed for same in by_path.get(path, ()))
        folded = set(map(str.casefold, texts or ()))
        for row in link.values:
            if folded and vendor in row and row[vendor].casefold() not in folded:
                yield vendor, row[vendor]
