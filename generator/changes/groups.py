"""Groups equal changes of several connectors or properties, and the changes of one property."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Any

from generator.catalog.catalog_object import NOT_STATED
from generator.changes.change import Change, Kind, Subject
from generator.changes.field_words import field_phrases, required_where
from generator.changes.judgement import Judged
from generator.serialize import dumps_shown


@dataclasses.dataclass(frozen=True)
class Group:
    """Changes with the same severities that are shown in one line.

    Attributes:
        members: Equal changes of several connectors or properties, with the changes of other fields of the same
            property, in the order of the catalog.
    """

    members: tuple[Judged, ...]

    @property
    def first(self) -> Judged:
        """The first change."""
        return self.members[0]

    @property
    def of_first_place(self) -> list[Change]:
        """The changes of the first place in the first connector. The changes of the others are equal."""
        first = self.first.change
        changes = (change.change for change in self.members)
        return [change for change in changes if (change.key, change.place) == (first.key, first.place)]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the connectors."""
        return tuple(dict.fromkeys(judged.change.key for judged in self.members))

    @property
    def places(self) -> tuple[str, ...]:
        """The places in the connectors; one empty text for changes of connectors as a whole."""
        return tuple(dict.fromkeys(judged.change.place for judged in self.members))


def groups_of(changes: Iterable[Judged]) -> list[Group]:
    """Return groups of changes, breaking ones first, in the order of the connectors' keys."""
    members = list(changes)
    required = {(judged.change.key, judged.change.place) for judged in members if judged.change.field == "requirement"}
    groups: Iterable[Sequence[Judged]] = ([judged] for judged in members if not _repeats(judged.change, required))
    for identity in (_equal_change, _same_property, _same_fact):
        groups = _joined(groups, identity)
    return _in_order(groups)


def _repeats(change: Change, required: Collection[tuple[str, str]]) -> bool:
    """Return whether a change of a selector repeats one of the requirement of the selector's property."""
    if change.field != "selector" or {**change.before, "required": None} != {**change.after, "required": None}:
        return False
    return (change.key, f"{change.place}.{change.after['property']}") in required


def single_groups(changes: Iterable[Judged]) -> list[Group]:
    """Return a group for each change, in the same order as :func:`groups_of`."""
    return _in_order([judged] for judged in changes)


def _in_order(groups: Iterable[Sequence[Judged]]) -> list[Group]:
    return sorted((Group(tuple(members)) for members in groups), key=_order)


def _order(group: Group) -> tuple[object, ...]:
    first = group.first
    is_part = first.change.subject is not Subject.CONNECTOR
    for_both, for_writers = first.writers is first.readers, first.writers > first.readers
    return -first.severity, not for_both, not for_writers, is_part, first.change.key


def _joined(groups: Iterable[Sequence[Judged]], identity: Callable[[Sequence[Judged]], Hashable]) -> list[list[Judged]]:
    """Join the groups that have the same identity; a group whose identity is ``None`` stays alone."""
    joined: dict[Hashable, list[Judged]] = defaultdict(list)
    for number, members in enumerate(groups):
        key = identity(members)
        joined[number if key is None else key].extend(members)
    return list(joined.values())


def _equal_change(members: Sequence[Judged]) -> Hashable:
    """Return the identity that equal changes of several connectors share."""
    first, change = members[0], members[0].change
    scope = (change.key.rpartition("/")[0], change.is_of_envelope, first.rule, first.writers, first.readers)
    if change.subject is Subject.CONNECTOR and change.kind is not Kind.CHANGED:
        return *scope, change.kind
    values = (_text(change.before), _text(change.after))
    return *scope, first.reason, change.subject, change.kind, change.place, change.field, values, _requirement(first)


def _same_property(members: Sequence[Judged]) -> Hashable:
    """Return the identity that changes of several fields of a property share."""
    first = members[0]
    if first.change.kind is not Kind.CHANGED or first.change.subject is Subject.CONNECTOR:
        return None
    keys = tuple(dict.fromkeys(judged.change.key for judged in members))
    return keys, first.change.subject, first.change.place, first.writers, first.readers


def _same_fact(members: Sequence[Judged]) -> Hashable:
    """Return the identity that equal changes of several properties of the same connectors share."""
    first, change = members[0], members[0].change
    if change.subject is Subject.CONNECTOR or change.kind in (Kind.RENAMED, Kind.MOVED):
        return None
    keys = tuple(dict.fromkeys(judged.change.key for judged in members))
    scope = (keys, change.subject, change.kind, first.writers, first.readers)
    if change.kind is not Kind.CHANGED:
        return *scope, first.reason, _requirement(first)
    return *scope, *field_phrases([judged.change for judged in members if judged.change.key == change.key])


def _requirement(judged: Judged) -> str:
    return required_where(judged.change.new) if judged.change.kind is Kind.ADDED else ""


def _text(value: Any) -> str:
    return "" if value is NOT_STATED else dumps_shown(value)
