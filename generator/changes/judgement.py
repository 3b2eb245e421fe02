"""Changes with their severities."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalog.property_paths import property_paths
from generator.changes.change import Change
from generator.changes.classification import PartOf, rule_of
from generator.changes.comparison import Entries
from generator.changes.overrides import Overrides
from generator.changes.rules import RULES, Severity


@dataclasses.dataclass(frozen=True)
class Judged:
    """A change, the rule that it falls under, and its severities.

    ``reason`` is the rule's, or that of the override that replaced the rule's severities.
    """

    change: Change
    rule: str
    writers: Severity
    readers: Severity
    reason: str

    @property
    def severity(self) -> Severity:
        """The greater of both severities."""
        return max(self.writers, self.readers)

    def to_json(self) -> dict[str, Any]:
        """Return the change as JSON."""
        severities = {"writers": self.writers.word, "readers": self.readers.word}
        return self.change.to_json() | {"rule": self.rule} | severities | {"reason": self.reason}


def judged(
    changes: Iterable[Change], old: Entries, new: Entries, part_of: PartOf, overrides: Overrides
) -> Iterator[Judged]:
    """Yield changes with their severities.

    Args:
        changes: The changes from ``old`` to ``new``.
        old: The old catalog.
        new: The new catalog.
        part_of: Which part of requests holds a step's properties.
        overrides: The severities that people have decided; each that applies is marked as used.
    """
    deciding: dict[str, frozenset[str]] = {}
    for change in changes:
        if change.key not in deciding:
            deciding[change.key] = _deciding(old, change.key) | _deciding(new, change.key)
        code = rule_of(change, part_of, deciding[change.key])
        rule = RULES[code]
        override = overrides.find(change, code)
        if override is None:
            yield Judged(change, code, *rule)
        else:
            writers, readers = override.writers, override.readers
            severities = (rule.writers if writers is None else writers, rule.readers if readers is None else readers)
            yield Judged(change, code, *severities, override.reason)


def _deciding(entries: Entries, key: str) -> frozenset[str]:
    """Return the names of the properties that conditions of a connector's properties look at."""
    if key not in entries:
        return frozenset()
    entry = entries[key]
    pairs = (each for step in entry.steps for _, each in property_paths(step.properties))
    return frozenset(condition.property for each in pairs for condition in each.required_when or ())
