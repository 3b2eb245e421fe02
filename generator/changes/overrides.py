"""Overrides: severities that replace those of the rules, with a reason."""

from __future__ import annotations

import fnmatch
from pathlib import Path

import pydantic

from generator.changes.change import Change
from generator.changes.rules import RULES, Severity
from generator.diagnostics import Diagnostics
from generator.strict_data.models import StrictModel, load_model

_CODE = "severity-override"


class Override(StrictModel):
    """Severities that replace those of one rule.

    Attributes:
        rule: Code of the rule.
        connector: Pattern of the connectors' keys, with ``*`` and ``?``.
        place: Pattern of the step and path.
        writers: Severity for writers of requests; ``None`` to keep the severity of the rule.
        readers: Severity for readers of responses; ``None`` to keep the severity of the rule.
        reason: Why the rule is wrong here.
    """

    rule: str
    connector: str = "*"
    place: str = "*"
    writers: Severity | None = None
    readers: Severity | None = None
    reason: str = pydantic.Field(min_length=1)

    @pydantic.field_validator("rule")
    @classmethod
    def _is_a_rule(cls, code: str) -> str:
        if code not in RULES:
            raise ValueError(f"expected one of {', '.join(sorted(RULES))}")
        return code

    @pydantic.field_validator("writers", "readers", mode="before")
    @classmethod
    def _is_a_severity(cls, word: object) -> Severity:
        severity = next((severity for severity in Severity if severity.word == word), None)
        if severity is None:
            raise ValueError(f"expected one of {', '.join(severity.word for severity in Severity)}")
        return severity

    def matches(self, change: Change, rule: str) -> bool:
        """Return whether the override applies to a change that falls under a rule."""
        if rule != self.rule or not fnmatch.fnmatchcase(change.key, self.connector):
            return False
        # In a place, brackets contain the name of a variant, not a set of characters.
        return fnmatch.fnmatchcase(change.place, self.place.replace("[", "[[]"))


class Overrides:
    """The overrides of one file, and which of them were used."""

    def __init__(self, overrides: tuple[Override, ...] = (), name: str = "") -> None:
        self._overrides = overrides
        self._name = name
        self._used: set[int] = set()

    def find(self, change: Change, rule: str) -> Override | None:
        """Return the first override that applies to a change, and mark it as used; ``None`` if none applies."""
        for number, override in enumerate(self._overrides):
            if override.matches(change, rule):
                self._used.add(number)
                return override
        return None

    def report_stale(self, diagnostics: Diagnostics) -> None:
        """Add an error for each override that was not used."""
        for number, override in enumerate(self._overrides):
            if number not in self._used:
                message = f"no change of {override.rule} at {override.connector} {override.place}; remove the override"
                diagnostics.error("stale-override", f"{self._name}#{number}", message)


def load_overrides(path: Path, diagnostics: Diagnostics) -> Overrides:
    """Return the overrides in a YAML file; a file that cannot be read or is invalid is an error."""
    found = load_model(path, list[Override], _CODE, diagnostics)
    return Overrides() if found is None else Overrides(tuple(found), path.name)
