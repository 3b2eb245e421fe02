"""Describes groups of changes in words."""

from __future__ import annotations

from generator.changes.change import Kind, Subject
from generator.changes.field_words import field_phrases, required_where
from generator.changes.groups import Group
from generator.changes.judgement import Judged
from generator.changes.shown_values import join_first


def subject_of(group: Group, *, all_names: bool = False) -> str:
    """Return the connectors of a group: the key of one, or the number of several and some of their ids."""
    keys = group.keys
    vendor, role, _ = keys[0].split("/", 2)
    if len(keys) > 1:
        types = [key.split("/", 2)[2] for key in keys]
        is_complete = all_names or group.first.change.subject is Subject.CONNECTOR
        return f"{len(keys)} {vendor} {role}s ({', '.join(types) if is_complete else join_first(types)})"
    return f"all {vendor} {role}s" if group.first.change.is_of_envelope else keys[0]


def what_happened(group: Group, *, all_names: bool = False) -> str:
    """Return the changes of a group in words, without the connectors."""
    change = group.first.change
    places = ", ".join(group.places) if all_names else join_first(group.places)
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


def audience(judged: Judged) -> str:
    """Return for whom a change has its severity: ``writers``, ``readers`` or ``writers and readers``."""
    if judged.writers is judged.readers:
        return "writers and readers"
    return "writers" if judged.writers > judged.readers else "readers"
