"""A requirement is one of the catalog's words, and nothing contradicts it."""

from __future__ import annotations

from generator.catalog.rules import Rule, Subject
from generator.diagnostics import Diagnostics

_WORDS = ("required", "optional", "conditional", "internal", "readOnly")


def _check(subject: Subject, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        for step, name, found in connector.paths():
            if found.requirement is not None and found.requirement not in _WORDS:
                message = f"{found.requirement!r} is no requirement; expected one of: {', '.join(_WORDS)}"
                diagnostics.error(RULE.name, path, message, f"{step}.{name}")
            if found.requirement == "required" and found.read_only:
                message = "the property is required and read-only; expected one of the two"
                diagnostics.error(RULE.name, path, message, f"{step}.{name}")


RULE = Rule("known-requirement", "Each requirement is one of the catalog's words and is not contradicted.", _check)
