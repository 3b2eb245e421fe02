"""Changes in words, for all formats that people read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.catalog.among import Among
from generator.catalog.catalog_object import NOT_STATED
from generator.changes.change import Change, Kind, Subject
from generator.changes.groups import Group
from generator.changes.judgement import Judged
from generator.serialize import dumps_shown
from templates.connector_catalog.wording import join_and, join_or

_CONDITIONS = frozenset({"requiredWhen", "appliesWhen", "expectedWhen"})
_MOST_NAMES = 5
_LONGEST_VALUE = 80


def subject_of(group: Group, *, all_names: bool = False) -> str:
    """Return which connectors a group is about: one by its key, several by their number and some of their ids."""
    keys = group.keys
    if len(keys) == 1:
        return keys[0]
    vendor, role, _ = keys[0].split("/", 2)
    shown_all = all_names or (group.first.change.subject is Subject.CONNECTOR)
    return f"{len(keys)} {vendor} {role}s ({listed([key.split('/', 2)[2] for key in keys], all_names=shown_all)})"


def listed(names: Sequence[str], *, all_names: bool = False) -> str:
    """Return names with commas; of many, some and the number of the others."""
    if all_names or len(names) <= _MOST_NAMES + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def what_happened(group: Group, *, all_names: bool = False) -> str:
    """Return what happened to the subject of a group."""
    change = group.first.change
    if change.subject is Subject.CONNECTOR and change.kind is not Kind.CHANGED:
        return str(change.kind)
    if len(group.places) > 1:
        return f"{listed(group.places, all_names=all_names)} {change.kind}"
    place = f"{change.place} " if change.place else ""
    if change.kind is Kind.CHANGED:
        return place + "; ".join(f"{each.field} {_difference(each)}" for each in group.of_first_connector)
    return _happened(change)


def _happened(change: Change) -> str:
    """Return what happened to all of a property, with its place in the connector."""
    if change.kind is Kind.RENAMED:
        return f"{change.place} renamed to {change.after}"
    if change.kind is Kind.MOVED:
        return f"{change.path} moved from {change.before} to {change.after}"
    return f"{change.place} {change.kind}"


def _difference(change: Change) -> str:
    before, after = change.before, change.after
    if change.field in _CONDITIONS:
        return f"{_conditions(before)} → {_conditions(after)}"
    if isinstance(before, list) and isinstance(after, list):
        lost, gained = _without(before, after), _without(after, before)
        parts = [("without", lost), ("with", gained)]
        words = [f"{word} {listed([_value(each) for each in values])}" for word, values in parts if values]
        return " and ".join(words) or "in another order"
    return f"{_value(before)} → {_value(after)}"


def _conditions(value: Any) -> str:
    if value is NOT_STATED:
        return _value(value)
    return join_and([f"{each['property']} is {join_or([_value(one) for one in each['in']])}" for each in value])


def _without(values: list[Any], others: list[Any]) -> list[Any]:
    known = Among(others)
    return [each for each in values if each not in known]


def _value(value: Any) -> str:
    if value is NOT_STATED:
        return "not stated"
    text = dumps_shown(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def audience(each: Judged) -> str:
    """Return for whom a change has its severity."""
    if each.writers is each.readers:
        return "writers and readers"
    return "writers" if each.writers > each.readers else "readers"
