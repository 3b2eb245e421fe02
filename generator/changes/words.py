"""Describes groups of changes in words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.changes.change import Kind, Subject
from generator.changes.field_words import field_phrases, required_where
from generator.changes.groups import Group
from generator.changes.judgement import Judged

_MOST_NAMES = 5


def subject_of(group: Group, *, all_names: bool = False) -> str:
    """Return the connectors of a group: the key of one, or the number of several and some of their ids."""
    keys = group.keys
    vendor, role, _ = keys[0].split("/", 2)
    if len(keys) > 1:
        shown_all = all_names or (group.first.change.subject is Subject.CONNECTOR)
        return f"{len(keys)} {vendor} {role}s ({listed([key.split('/', 2)[2] for key in keys], all_names=shown_all)})"
    return f"all {vendor} {role}s" if group.first.change.is_of_envelope else keys[0]


def listed(names: Sequence[str], *, all_names: bool = False) -> str:
    """Return names separated by commas; of many names, the first five and the number of the others."""
    if all_names or len(names) <= _MOST_NAMES + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def what_happened(group: Group, *, all_names: bool = False) -> str:
    """Return the changes of a group in words, without the connectors."""
    change, places = group.first.change, listed(group.places, all_names=all_names)
    if change.kind is Kind.CHANGED:
        return f"{places} {'; '.join(field_phrases(group.of_first_place))}".strip()
    if change.subject is Subject.CONNECTOR:
        return f"request envelope {change.kind}" if change.is_of_envelope else str(change.kind)
    if change.kind is Kind.RENAMED:
        return f"{change.place} renamed to {change.after}"
    if change.kind is Kind.MOVED:
        return f"{change.path} moved from {change.before} to {change.after}"
    return ", ".join(filter(None, (f"{places} {change.kind}", _requirement(group.first))))


def _requirement(added: Judged) -> str:
    """Return ``required``, with the condition if there is one, for an added property that requests must have."""
    if added.rule != "required-property-added":
        return ""
    return required_where(added.change.new) or "required"


def audience(each: Judged) -> str:
    """Return for whom a change has its severity: ``writers``, ``readers`` or ``writers and readers``."""
    if each.writers is each.readers:
        return "writers and readers"
    return "writers" if each.writers > each.readers else "readers"
