"""What is shown of a comparison: the counts, and the groups of changes that were asked for."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.changes.change import Kind, Subject
from generator.changes.groups import Group, groups_of
from generator.changes.judgement import Judged
from generator.changes.rules import Severity

_MOST_GROUPS = 60
WORDING = "wording"
"""The rule of changes that neither requests nor responses show."""


@dataclasses.dataclass(frozen=True)
class Report:
    """The changes between two sides, and those of them that are shown.

    Attributes:
        changes: All changes.
        shown: The groups that are shown, the gravest first.
        connectors: The numbers of connectors before and after.
        everything: Whether each change is shown alone.
    """

    changes: Sequence[Judged]
    shown: Sequence[Group]
    connectors: tuple[int, int]
    everything: bool = False

    @property
    def wording(self) -> Counter[str]:
        """The number of changes of words, by field."""
        return Counter(each.change.field for each in self.changes if each.rule == WORDING)

    @property
    def first_groups(self) -> Sequence[Group]:
        """The groups that a reader is shown first: all, or as many as fit on a few screens."""
        return self.shown if self.everything else self.shown[:_MOST_GROUPS]

    @property
    def not_shown(self) -> int:
        """The number of the other groups."""
        return len(self.shown) - len(self.first_groups)

    def worst(self, audience: str) -> Severity:
        """Return the greatest severity for ``writers``, ``readers`` or ``all``."""
        return max((_severity(each, audience) for each in self.changes), default=Severity.SAFE)

    def summary(self) -> Iterator[str]:
        """Yield the lines of the summary, at most ten."""
        before, after = self.connectors
        yield f"{before:,} → {after:,} connectors: {self._counts(Subject.CONNECTOR)}"
        yield f"properties: {self._counts(Subject.PROPERTY)}"
        if any(each.change.subject is Subject.VARIANT for each in self.changes):
            yield f"variants: {self._counts(Subject.VARIANT)}"
        for audience in ("writers", "readers"):
            found = Counter(_severity(each, audience) for each in self.changes)
            yield f"for {audience}: " + ", ".join(f"{found[each]:,} {each.word}" for each in reversed(Severity))
        if self.wording:
            counts = ", ".join(f"{count:,} {field}" for field, count in self.wording.most_common())
            yield f"words, examples and forms: {counts}"

    def _counts(self, subject: Subject) -> str:
        changes = [each.change for each in self.changes if each.change.subject is subject and each.rule != WORDING]
        found = Counter(each.kind for each in changes)
        # A property that differs in several fields counts once.
        found[Kind.CHANGED] = len({(each.key, each.place) for each in changes if each.kind is Kind.CHANGED})
        kinds = [kind for kind in Kind if found[kind] or kind in (Kind.ADDED, Kind.REMOVED, Kind.CHANGED)]
        return ", ".join(f"{found[kind]:,} {kind}" for kind in kinds)


@dataclasses.dataclass(frozen=True)
class Selection:
    """Which changes are shown.

    Attributes:
        audience: ``writers``, ``readers`` or ``all``: whose severities count.
        only: The severities that are shown; empty for all.
        everything: Whether changes of words are shown, and equal changes one by one.
    """

    audience: str = "all"
    only: frozenset[Severity] = frozenset()
    everything: bool = False

    def includes(self, each: Judged) -> bool:
        """Return whether a change is shown."""
        if each.rule == WORDING and not self.everything:
            return False
        return not self.only or _severity(each, self.audience) in self.only


def report_of(changes: Iterable[Judged], connectors: tuple[int, int], selection: Selection) -> Report:
    """Return the report of changes between two sides with these numbers of connectors."""
    every = list(changes)
    chosen = [each for each in every if selection.includes(each)]
    groups = [Group((each,)) for each in chosen] if selection.everything else groups_of(chosen)
    return Report(every, groups, connectors, selection.everything)


def _severity(each: Judged, audience: str) -> Severity:
    return {"writers": each.writers, "readers": each.readers}.get(audience, each.severity)
