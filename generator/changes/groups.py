"""Groups changes that are read together: equal ones of several connectors, and those of one connector or property."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from generator.catalog.catalog_object import NOT_STATED
from generator.changes.change import Change, Kind, Subject
from generator.changes.judgement import Judged
from generator.changes.rules import Severity
from generator.serialize import dumps_shown


@dataclasses.dataclass(frozen=True)
class Group:
    """Changes of the same severities that are read together.

    Attributes:
        members: In the order of the catalog. They are equal changes of several connectors, changes of one property in
            equal connectors, or additions or removals of properties of one connector.
    """

    members: tuple[Judged, ...]

    @property
    def first(self) -> Judged:
        """The first change."""
        return self.members[0]

    @property
    def of_first_connector(self) -> list[Change]:
        """The changes of the first connector, which stand for those of the others."""
        return [each.change for each in self.members if each.change.key == self.first.change.key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the connectors."""
        return tuple(dict.fromkeys(each.change.key for each in self.members))

    @property
    def places(self) -> tuple[str, ...]:
        """The places in the connectors; one empty text where the connectors themselves are meant."""
        return tuple(dict.fromkeys(each.change.place for each in self.members))


def groups_of(changes: Iterable[Judged]) -> list[Group]:
    """Return groups of equal changes, the gravest first."""
    across: dict[Hashable, list[Judged]] = defaultdict(list)
    for each in changes:
        across[_same_in_connectors(each)].append(each)
    found = [Group(tuple(members)) for members in _joined(across.values(), _same_place)]
    found = [Group(tuple(members)) for members in _joined((each.members for each in found), _same_connector)]
    return sorted(
        found, key=lambda group: (-group.first.severity, -group.first.writers, _ORDER[group.first.change.subject])
    )


def _joined(
    groups: Iterable[Sequence[Judged]], identity: Callable[[Sequence[Judged]], Hashable]
) -> Iterable[list[Judged]]:
    """Return groups in which those of the same identity, unless it is ``None``, are one."""
    found: dict[Hashable, list[Judged]] = defaultdict(list)
    for number, members in enumerate(groups):
        same = identity(members)
        found[number if same is None else same].extend(members)
    return found.values()


_ORDER = {subject: number for number, subject in enumerate(Subject)}


def _same_in_connectors(each: Judged) -> Hashable:
    change = each.change
    if change.subject is Subject.CONNECTOR and change.kind is not Kind.CHANGED:
        return _scope(each), change.kind
    values = (_text(change.before), _text(change.after))
    return _scope(each), each.reason, change.subject, change.kind, change.place, change.field, values


def _same_place(members: Sequence[Judged]) -> Hashable:
    """Return what changes of several fields of a property share."""
    first = members[0]
    if first.change.kind is not Kind.CHANGED or first.change.subject is Subject.CONNECTOR:
        return None
    keys = tuple(each.change.key for each in members)
    return keys, first.change.subject, first.change.place, first.writers, first.readers


def _same_connector(members: Sequence[Judged]) -> Hashable:
    """Return what additions, or removals, of one connector's properties share."""
    first = members[0]
    if len(members) > 1 or first.change.kind not in (Kind.ADDED, Kind.REMOVED):
        return None
    return first.change.key, first.change.subject, first.change.kind, first.writers, first.readers, first.reason


def _scope(each: Judged) -> tuple[str, str, Severity, Severity]:
    vendor_and_role = each.change.key.rpartition("/")[0]
    return vendor_and_role, each.rule, each.writers, each.readers


def _text(value: Any) -> str:
    return "" if value is NOT_STATED else dumps_shown(value)
