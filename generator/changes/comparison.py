"""Compares two catalogs: every difference but where a fact was read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.catalog.catalog_object import NOT_STATED, CatalogObject
from generator.catalog.connector import Connector, Step
from generator.catalog.envelope import Envelope
from generator.catalog.property import Property, Variant
from generator.changes.change import Change, Kind, Subject
from generator.changes.renames import renamed
from generator.serialize import dumps_line
from templates.connector_catalog.constraints import is_same

Entries = Mapping[str, Connector | Envelope]
"""Connectors and envelopes by their keys."""

_NESTED = frozenset({"properties", "items", "variants", "steps"})
_NOT_COMPARED = _NESTED | {"sources", "inferred", "since", "name", "vendor", "role", "type"}
_OF_PROPERTY = _NESTED | {"sources", "inferred", "since", "name"}


def changes_between(old: Entries, new: Entries) -> list[Change]:
    """Return the differences between two catalogs, in the order of the connectors' keys and of the documents."""
    found: list[Change] = []
    for key in sorted({*old, *new}):
        if key not in new:
            found.append(Change(key, Subject.CONNECTOR, Kind.REMOVED, before=old[key].name))
        elif key not in old:
            found.append(Change(key, Subject.CONNECTOR, Kind.ADDED, after=new[key].name))
        else:
            found += _of_entry(key, old[key], new[key])
    return found


def _of_entry(key: str, old: Connector | Envelope, new: Connector | Envelope) -> Iterator[Change]:
    for field, before, after in _fields(old, new, _NOT_COMPARED):
        yield Change(key, Subject.CONNECTOR, Kind.CHANGED, field=field, before=before, after=after)
    if old.name != new.name:
        yield Change(key, Subject.CONNECTOR, Kind.CHANGED, field="name", before=old.name, after=new.name)
    steps_before, steps_after = ({each.name: each for each in entry.steps} for entry in (old, new))
    found: list[Change] = []
    for name in dict.fromkeys([*steps_before, *steps_after]):
        found += _of_step(key, steps_before.get(name, Step(name=name)), steps_after.get(name, Step(name=name)))
    yield from _with_moves(found)


def _of_step(key: str, old: Step, new: Step) -> Iterator[Change]:
    def change(subject: Subject, kind: Kind, **more: Any) -> Change:
        return Change(key, subject, kind, old.name, **more)

    for field, before, after in _fields(old, new, _OF_PROPERTY):
        yield change(Subject.STEP, Kind.CHANGED, field=field, before=before, after=after)
    yield from _of_properties(change, "", old.properties, new.properties)


_Make = Callable[..., Change]


def _of_properties(make: _Make, above: str, old: Sequence[Property], new: Sequence[Property]) -> Iterator[Change]:
    before, after = ({each.name: each for each in properties} for properties in (old, new))
    names = renamed(old, new)
    for name, was in before.items():
        now = after.get(names.get(name, name))
        if now is None:
            yield make(Subject.PROPERTY, Kind.REMOVED, path=above + name, before=name, old=was)
            continue
        if now.name != name:
            pair = {"before": name, "after": now.name, "old": was, "new": now}
            yield make(Subject.PROPERTY, Kind.RENAMED, path=above + name, **pair)
        yield from _of_property(make, above + now.name, was, now)
    taken = {*before, *names.values()}
    for name, now in after.items():
        if name not in taken:
            yield make(Subject.PROPERTY, Kind.ADDED, path=above + name, after=name, new=now)


def _of_property(make: _Make, path: str, old: Property, new: Property) -> Iterator[Change]:
    pairs = [(field, before, after) for field, before, after in _fields(old, new, _OF_PROPERTY)]
    if old.items is not None and new.items is not None:
        items = _fields(old.items, new.items, _OF_PROPERTY)
        pairs += [(f"items.{field}", before, after) for field, before, after in items]
    elif "array" in (*old.types, *new.types) and old.types == new.types:
        pairs += [("items", *(_stated_items(each) for each in (old, new)))] if old.items is not new.items else []
    for field, before, after in pairs:
        yield make(Subject.PROPERTY, Kind.CHANGED, path=path, field=field, before=before, after=after, old=old, new=new)
    yield from _of_properties(make, f"{path}.", old.children, new.children)
    yield from _of_variants(make, path, old, new)


def _stated_items(found: Property) -> Any:
    return NOT_STATED if found.items is None else {"type": found.items.type} if found.items.type else {}


def _of_variants(make: _Make, path: str, old: Property, new: Property) -> Iterator[Change]:
    before, after = ({each.name: each for each in found.all_variants} for found in (old, new))
    both = {"old": old, "new": new}
    for name in dict.fromkeys([*before, *after]):
        place = f"{path}[{name}]"
        if name not in after:
            yield make(Subject.VARIANT, Kind.REMOVED, path=place, before=name, **both)
        elif name not in before:
            yield make(Subject.VARIANT, Kind.ADDED, path=place, after=name, **both)
        else:
            yield from _of_variant(make, place, before[name], after[name], both)


def _of_variant(make: _Make, path: str, old: Variant, new: Variant, both: dict[str, Any]) -> Iterator[Change]:
    for field, before, after in _fields(old, new, _OF_PROPERTY):
        yield make(Subject.VARIANT, Kind.CHANGED, path=path, field=field, before=before, after=after, **both)
    yield from _of_properties(make, f"{path}.", old.properties, new.properties)


def _fields(old: CatalogObject, new: CatalogObject, ignored: frozenset[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the names in JSON of the fields that differ, each with both values."""
    differ = [
        name
        for name in type(old).model_fields
        if name not in ignored
        and (before := getattr(old, name)) is not (after := getattr(new, name))
        # Equal values may still differ in JSON: 1 and true.
        and repr(before) != repr(after)
    ]
    if not differ:
        return
    before, after = (each.model_dump(mode="json", by_alias=True, include={*differ}) for each in (old, new))
    for name in (str(type(old).model_fields[each].alias) for each in differ):
        values = before.get(name, NOT_STATED), after.get(name, NOT_STATED)
        if not is_same(*(_in_one_order(name, value) for value in values)):
            yield name, *values


_WITHOUT_ORDER = frozenset(
    {"enum", "deprecatedValues", "requiredWhen", "appliesWhen", "expectedWhen", "type", "in", "anyGiven"}
)


def _in_one_order(name: str, value: Any) -> Any:
    """Return a field's value in which lists whose order means nothing are sorted."""
    if isinstance(value, list):
        items = [_in_one_order("", each) for each in value]
        return sorted(items, key=dumps_line) if name in _WITHOUT_ORDER else items
    if isinstance(value, dict):
        return {inner: _in_one_order(inner, each) for inner, each in value.items()}
    return value


def _with_moves(changes: list[Change]) -> Iterator[Change]:
    """Yield changes, where a property that one step has lost and another has gained is a move."""
    gained = {each.path: each for each in changes if each.subject is Subject.PROPERTY and each.kind is Kind.ADDED}
    lost = {each.path: each for each in changes if each.subject is Subject.PROPERTY and each.kind is Kind.REMOVED}
    moved = {path for path in lost.keys() & gained.keys() if lost[path].step != gained[path].step}
    for each in changes:
        if each.path in moved and each is lost[each.path]:
            now = gained[each.path]
            yield dataclasses.replace(each, kind=Kind.MOVED, before=each.step, after=now.step, new=now.new)
        elif each.path not in moved or each is not gained[each.path]:
            yield each
