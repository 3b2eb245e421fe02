"""Gives each change the severities of its rule, or of an override."""

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
    """A change with its severities.

    Attributes:
        change: The change.
        rule: The code of the rule that it falls under.
        writers: The severity for writers of requests.
        readers: The severity for readers of responses.
        reason: The reason of the rule, or of the override that replaces its severities.
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
        part_of: Returns the part of requests that holds a step's properties.
        overrides: Severities that replace those of the rules; each one that applies is marked as used.
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
            writers = rule.writers if override.writers is None else override.writers
            readers = rule.readers if override.readers is None else override.readers
            yield Judged(change, code, writers, readers, override.reason)


def _deciding(entries: Entries, key: str) -> frozenset[str]:
    """Return the names of the properties that decide whether others of the same connector are required."""
    if key not in entries:
        return frozenset()
    properties = (property_ for step in entries[key].steps for _, property_ in property_paths(step.properties))
    return frozenset(condition.property for property_ in properties for condition in property_.required_when or ())
