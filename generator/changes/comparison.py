"""Finds the changes between two catalogs.

The order of properties and of listed values, and where a fact was read, are not compared.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.catalog.catalog_object import NOT_STATED, CatalogObject
from generator.catalog.connector import Connector, Step
from generator.catalog.envelope import Envelope
from generator.catalog.property import Property, Variant
from generator.changes.change import Change, Kind, Openness, Subject
from generator.changes.renames import renamed
from generator.serialize import dumps_line
from templates.connector_catalog.constraints import is_same

Entries = Mapping[str, Connector | Envelope]
"""Connectors and envelopes by their keys."""

_NESTED = frozenset({"properties", "items", "variants", "steps"})
_NOT_OF_PROPERTIES = _NESTED | {"sources", "inferred", "since", "name"}
"""Nested objects, which are compared one by one, and fields about where and when something was read."""
_NOT_OF_CONNECTORS = (_NOT_OF_PROPERTIES - {"name"}) | {"vendor", "role", "type"}


def entries_of(connectors: Iterable[Connector], envelopes: Iterable[Envelope]) -> Entries:
    """Return connectors and envelopes by their keys."""
    return {each.key: each for each in connectors} | {each.key: each for each in envelopes}


def changes_between(old: Entries, new: Entries) -> list[Change]:
    """Return the changes between two catalogs, by connector key and then in the order of the documents."""
    changes: list[Change] = []
    for key in sorted({*old, *new}):
        if key not in new:
            changes.append(Change(key, Subject.CONNECTOR, Kind.REMOVED, before=old[key].name))
        elif key not in old:
            changes.append(Change(key, Subject.CONNECTOR, Kind.ADDED, after=new[key].name))
        else:
            changes += _entry_changes(key, old[key], new[key])
    return changes


def _entry_changes(key: str, old: Connector | Envelope, new: Connector | Envelope) -> Iterator[Change]:
    for field, before, after in _changed_fields(old, new, _NOT_OF_CONNECTORS):
        yield Change(key, Subject.CONNECTOR, Kind.CHANGED, field=field, before=before, after=after)
    steps_before, steps_after = ({step.name: step for step in entry.steps} for entry in (old, new))
    changes: list[Change] = []
    for name in dict.fromkeys([*steps_before, *steps_after]):
        is_empty = not (steps_after.get(name) or steps_before[name]).properties
        if is_empty and (name in steps_before) != (name in steps_after):
            kind = Kind.ADDED if name in steps_after else Kind.REMOVED
            changes.append(Change(key, Subject.STEP, kind, name))
        changes += _step_changes(key, steps_before.get(name, Step(name=name)), steps_after.get(name, Step(name=name)))
    yield from _with_moves(key, changes)


def _step_changes(key: str, old: Step, new: Step) -> Iterator[Change]:
    make = functools.partial(Change, key, step=old.name)
    for field, before, after in _changed_fields(old, new, _NOT_OF_PROPERTIES):
        yield make(subject=Subject.STEP, kind=Kind.CHANGED, field=field, before=before, after=after)
    yield from _changes_of_properties(make, "", old, new)


_Make = Callable[..., Change]
_Holder = Step | Property | Variant
"""An object with properties. Of a list of objects, it is the property that is the list."""


def _changes_of_properties(make: _Make, prefix: str, old: _Holder, new: _Holder) -> Iterator[Change]:
    old_by_name, new_by_name = ({each.name: each for each in _properties(holder)} for holder in (old, new))
    make_property = functools.partial(make, subject=Subject.PROPERTY, holder=(_openness(old), _openness(new)))
    new_names = renamed(_properties(old), _properties(new))
    for name, before in old_by_name.items():
        path, after = prefix + name, new_by_name.get(new_names.get(name, name))
        if after is None:
            yield make_property(kind=Kind.REMOVED, path=path, before=name, old=before)
            continue
        if after.name != name:
            yield make_property(kind=Kind.RENAMED, path=path, before=name, after=after.name, old=before, new=after)
        yield from _property_changes(make, prefix + after.name, before, after)
    compared = {*old_by_name, *new_names.values()}
    for name, after in new_by_name.items():
        if name not in compared:
            yield make_property(kind=Kind.ADDED, path=prefix + name, after=name, new=after)


def _properties(holder: _Holder) -> tuple[Property, ...]:
    return holder.children if isinstance(holder, Property) else holder.properties


def _openness(holder: _Holder) -> Openness:
    if isinstance(holder, Step):
        return Openness.CLOSED
    if isinstance(holder, Property) and not holder.children:
        return Openness.CLOSED if holder.all_variants else Openness.FREE_FORM
    owner = holder.items if isinstance(holder, Property) and not holder.properties else holder
    return Openness.OPEN if owner is not None and owner.additional_properties else Openness.CLOSED


def _property_changes(make: _Make, path: str, old: Property, new: Property) -> Iterator[Change]:
    pairs = [*_changed_fields(old, new, _NOT_OF_PROPERTIES)]
    if old.items is not None and new.items is not None:
        items = _changed_fields(old.items, new.items, _NOT_OF_PROPERTIES)
        pairs += [(f"items.{field}", before, after) for field, before, after in items]
    elif "array" in old.types and "array" in new.types and old.items is not new.items:
        pairs.append(("items", _items_as_json(old), _items_as_json(new)))
    of_both = functools.partial(make, subject=Subject.PROPERTY, kind=Kind.CHANGED, path=path, old=old, new=new)
    for field, before, after in pairs:
        yield of_both(field=field, before=before, after=after)
    yield from _changes_of_properties(make, f"{path}.", old, new)
    yield from _variant_changes(make, path, old, new)


def _items_as_json(holder: Property) -> Any:
    if holder.items is None:
        return NOT_STATED
    return {"type": holder.items.type} if holder.items.type else {}


def _variant_changes(make: _Make, path: str, old: Property, new: Property) -> Iterator[Change]:
    before, after = ({variant.name: variant for variant in holder.all_variants} for holder in (old, new))
    make_variant = functools.partial(make, subject=Subject.VARIANT, old=old, new=new)
    for name in dict.fromkeys([*before, *after]):
        place = f"{path}[{name}]"
        if name not in after:
            yield make_variant(kind=Kind.REMOVED, path=place, before=name)
        elif name not in before:
            yield make_variant(kind=Kind.ADDED, path=place, after=name)
        else:
            for field, old_value, new_value in _changed_fields(before[name], after[name], _NOT_OF_PROPERTIES):
                yield make_variant(kind=Kind.CHANGED, path=place, field=field, before=old_value, after=new_value)
            yield from _changes_of_properties(make, f"{place}.", before[name], after[name])


def _changed_fields(old: CatalogObject, new: CatalogObject, ignored: frozenset[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the JSON name, the old value and the new value of each field that differs."""
    fields = type(old).model_fields
    names = [name for name in fields if name not in ignored and _may_differ(getattr(old, name), getattr(new, name))]
    if not names:
        return
    before, after = (entry.model_dump(mode="json", by_alias=True, include={*names}) for entry in (old, new))
    for alias in map(old.json_name, names):
        old_value, new_value = before.get(alias, NOT_STATED), after.get(alias, NOT_STATED)
        if not is_same(_sorted_lists(alias, old_value), _sorted_lists(alias, new_value)):
            yield alias, old_value, new_value


def _may_differ(before: Any, after: Any) -> bool:
    # Not by ``==``, because 1 and true are equal but differ in JSON.
    return before is not after and repr(before) != repr(after)


_WITHOUT_ORDER = frozenset(
    {"enum", "deprecatedValues", "requiredWhen", "appliesWhen", "expectedWhen", "type", "in", "anyGiven"}
)


def _sorted_lists(name: str, value: Any) -> Any:
    """Return a field's value with those lists sorted whose order has no meaning."""
    if isinstance(value, list):
        items = [_sorted_lists("", item) for item in value]
        return sorted(items, key=dumps_line) if name in _WITHOUT_ORDER else items
    if isinstance(value, dict):
        return {inner_name: _sorted_lists(inner_name, inner) for inner_name, inner in value.items()}
    return value


def _with_moves(key: str, changes: list[Change]) -> Iterator[Change]:
    """Yield the changes, with a move in place of each property that is removed from a step and added to another."""
    of_properties = [change for change in changes if change.subject is Subject.PROPERTY]
    added = {change.path: change for change in of_properties if change.kind is Kind.ADDED}
    removed = {change.path: change for change in of_properties if change.kind is Kind.REMOVED}
    moved = {path for path in removed.keys() & added.keys() if removed[path].step != added[path].step}
    for change in changes:
        addition = added.get(change.path)
        if change.path not in moved or addition is None or change not in (removed[change.path], addition):
            yield change
        elif change is not addition and change.old is not None and addition.new is not None:
            yield dataclasses.replace(
                change, kind=Kind.MOVED, before=change.step, after=addition.step, new=addition.new
            )
            make = functools.partial(Change, key, step=addition.step)
            yield from _property_changes(make, change.path, change.old, addition.new)
