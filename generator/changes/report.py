"""The report of a comparison: a summary, and the selected changes in groups."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.changes.change import Kind, Subject
from generator.changes.groups import Group, groups_of, single_groups
from generator.changes.judgement import Judged
from generator.changes.rules import Severity

_MOST_GROUPS = 55
WORDING = "wording"
"""The rule of changes that affect neither requests nor responses."""


@dataclasses.dataclass(frozen=True)
class Selection:
    """Which changes a report shows.

    Attributes:
        audience: Whose severities count: ``writers``, ``readers`` or ``all``.
        only: The severities that are shown; empty for all.
        everything: Whether each change is shown alone, and changes of words are shown too.
    """

    audience: str = "all"
    only: frozenset[Severity] = frozenset()
    everything: bool = False

    def has_severity(self, judged: Judged) -> bool:
        """Return whether a change has one of the severities that are shown."""
        return not self.only or severity_for(judged, self.audience) in self.only

    def includes(self, judged: Judged) -> bool:
        """Return whether a change is shown."""
        return (self.everything or judged.rule != WORDING) and self.has_severity(judged)


@dataclasses.dataclass(frozen=True)
class Report:
    """The changes between two catalogs, and the groups of them that are shown.

    Attributes:
        changes: All changes.
        shown: The groups that are shown, breaking changes first.
        connectors: The numbers of connectors before and after.
        selection: Which changes were asked for.
    """

    changes: Sequence[Judged]
    shown: Sequence[Group]
    connectors: tuple[int, int]
    selection: Selection = dataclasses.field(default_factory=Selection)

    @property
    def first_groups(self) -> Sequence[Group]:
        """The groups for a terminal: the first 55, or all where ``only`` or ``everything`` is given."""
        limited = not (self.selection.everything or self.selection.only)
        return self.shown[:_MOST_GROUPS] if limited else self.shown

    @property
    def rest(self) -> str:
        """The number of the other groups by severity, such as ``2 risky, 31 safe``, or an empty string."""
        counts = Counter(group.first.severity for group in self.shown[len(self.first_groups) :])
        return ", ".join(f"{count} {severity.word}" for severity, count in sorted(counts.items(), reverse=True))

    @property
    def counted(self) -> list[Judged]:
        """The changes that are counted by severity: all but changes of words."""
        return [each for each in self.changes if each.rule != WORDING]

    @property
    def selected(self) -> list[Judged]:
        """The changes with the selected severities, changes of words included."""
        return [each for each in self.changes if self.selection.has_severity(each)]

    def has_severity(self, audience: str, least: Severity) -> bool:
        """Return whether a change has at least a severity for ``writers``, ``readers`` or ``all``."""
        return any(severity_for(each, audience) >= least for each in self.changes)

    def summary(self) -> Iterator[str]:
        """Yield the lines of the summary, at most ten."""
        before, after = self.connectors
        if not self.changes:
            yield f"{before:,} → {after:,} connectors: no changes"
            return
        yield f"{before:,} → {after:,} connectors: {self._connectors()}"
        for subject, title in ((Subject.PROPERTY, "properties"), (Subject.VARIANT, "variants")):
            if counts := self._counts(subject):
                yield f"{title}: {counts}"
        for audience in ("writers of requests", "readers of responses"):
            counts_by_severity = Counter(severity_for(each, audience.split()[0]) for each in self.counted)
            numbers = (f"{counts_by_severity[severity]:,} {severity.word}" for severity in reversed(Severity))
            yield f"for {audience}: " + ", ".join(numbers)
        words = Counter(each.change.field for each in self.changes if each.rule == WORDING)
        if words:
            fields = ", ".join(f"{count:,} {field}" for field, count in words.most_common())
            shown = "" if self.selection.everything else ", shown by --all"
            yield f"changes of words, examples and forms{shown}: {fields}"

    def _connectors(self) -> str:
        keys = {each.change.key for each in self.counted if not each.change.is_of_envelope}
        kinds_by_key = {
            each.change.key: each.change.kind for each in self.changes if each.change.subject is Subject.CONNECTOR
        }
        kinds = [kinds_by_key.get(key, Kind.CHANGED) for key in keys]
        return ", ".join(f"{kinds.count(kind):,} {kind}" for kind in (Kind.ADDED, Kind.REMOVED, Kind.CHANGED))

    def _counts(self, subject: Subject) -> str:
        changes = [each.change for each in self.counted if each.change.subject is subject]
        counts = Counter(change.kind for change in changes)
        # A property that differs in several fields counts once.
        counts[Kind.CHANGED] = len({(change.key, change.place) for change in changes if change.kind is Kind.CHANGED})
        return ", ".join(f"{counts[kind]:,} {kind}" for kind in Kind if counts[kind])


def report_of(changes: Iterable[Judged], connectors: tuple[int, int], selection: Selection) -> Report:
    """Return the report of the changes between two catalogs.

    Args:
        changes: The changes.
        connectors: The numbers of connectors before and after.
        selection: Which changes are shown.
    """
    all_changes = list(changes)
    shown = [each for each in all_changes if selection.includes(each)]
    groups = single_groups(shown) if selection.everything else groups_of(shown)
    return Report(all_changes, groups, connectors, selection)


def severity_for(judged: Judged, audience: str) -> Severity:
    """Return the severity of a change for ``writers`` or ``readers``, or for ``all`` the greater of both."""
    return {"writers": judged.writers, "readers": judged.readers}.get(audience, judged.severity)
