"""Finds decisions that contradict each other."""

from __future__ import annotations

from collections import Counter

from generator.catalog.decision_files import COMMON
from generator.catalog.decisions import Decisions, RoleDecisions
from generator.diagnostics import Diagnostics


def report_contradictory(decisions: Decisions, diagnostics: Diagnostics) -> None:
    """Add an error for each connector in two systems, and for each property with two decisions.

    The codes are ``system-connector-twice``, ``system-property-twice`` and ``system-linked-alone``.
    """
    errors = Diagnostics("catalog/systems")
    _report_connectors(decisions, errors)
    for system, role, decided in decisions.every_role():
        _report(decided, f"{system.name}.yaml: {role}", errors)
    for role, decided in decisions.common.items():
        _report(decided, f"{COMMON}.yaml: {role}", errors)
    diagnostics.extend(errors)


def _report_connectors(decisions: Decisions, diagnostics: Diagnostics) -> None:
    first: dict[tuple[str, str, str], str] = {}
    for system, role, decided in decisions.every_role():
        for vendor, ids in decided.connectors.items():
            for each in ids:
                other = first.setdefault((vendor, role, each), system.name)
                if other != system.name or ids.count(each) > 1:
                    message = f"the {role} {each} of {vendor} is also in {other}.yaml; expected it once"
                    diagnostics.error("system-connector-twice", f"{system.name}.yaml: {role}", message)


def _report(decided: RoleDecisions, place: str, diagnostics: Diagnostics) -> None:
    linked = Counter(pair for link in decided.links for pair in set(link.every_path()))
    for (vendor, path), count in linked.items():
        if count > 1:
            message = f"the property of {vendor} is in {count} links; expected one"
            diagnostics.error("system-property-twice", place, message, path)
    for vendor, paths in decided.without_counterpart.items():
        for path in paths:
            if (vendor, path) in linked:
                message = f"the property of {vendor} is in a link and under withoutCounterpart; expected one of them"
                diagnostics.error("system-linked-alone", place, message, path)
