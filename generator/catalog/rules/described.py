"""Every property has a description in the project's own words."""

from __future__ import annotations

from generator.catalog.rules import Rule, Subject
from generator.diagnostics import Diagnostics


def _check(subject: Subject, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        for step, name, found in connector.paths():
            if not found.description:
                diagnostics.error(RULE.name, path, "the property has no description", f"{step}.{name}")


RULE = Rule("described", "Each property has a description.", _check)
