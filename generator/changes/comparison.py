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
    for field, before, after in _fields(old, new, _NOT_OF_CONNECTORS):
        yield Change(key, Subject.CONNECTOR, Kind.CHANGED, field=field, before=before, after=after)
    steps_before, steps_after = ({each.name: each for each in entry.steps} for entry in (old, new))
    found: list[Change] = []
    for name in dict.fromkeys([*steps_before, *steps_after]):
        is_empty = not (steps_after.get(name) or steps_before[name]).properties
        if is_empty and (name in steps_before) != (name in steps_after):
            kind = Kind.ADDED if name in steps_after else Kind.REMOVED
            found.append(Change(key, Subject.STEP, kind, name))
        found += _of_step(key, steps_before.get(name, Step(name=name)), steps_after.get(name, Step(name=name)))
    yield from _with_moves(key, found)


def _of_step(key: str, old: Step, new: Step) -> Iterator[Change]:
    make = functools.partial(Change, key, step=old.name)
    for field, before, after in _fields(old, new, _NOT_OF_PROPERTIES):
        yield make(subject=Subject.STEP, kind=Kind.CHANGED, field=field, before=before, after=after)
    yield from _of_properties(make, "", old, new)


_Make = Callable[..., Change]
_Holder = Step | Property | Variant
"""An object with properties. Of a list of objects, it is the property that is the list."""


def _of_properties(make: _Make, above: str, old: _Holder, new: _Holder) -> Iterator[Change]:
    before, after = ({each.name: each for each in _properties(holder)} for holder in (old, new))
    make_property = functools.partial(make, subject=Subject.PROPERTY, holder=(_openness(old), _openness(new)))
    names = renamed(_properties(old), _properties(new))
    for name, was in before.items():
        now = after.get(names.get(name, name))
        if now is None:
            yield make_property(kind=Kind.REMOVED, path=above + name, before=name, old=was)
            continue
        if now.name != name:
            yield make_property(kind=Kind.RENAMED, path=above + name, before=name, after=now.name, old=was, new=now)
        yield from _of_property(make, above + now.name, was, now)
    taken = {*before, *names.values()}
    for name, now in after.items():
        if name not in taken:
            yield make_property(kind=Kind.ADDED, path=above + name, after=name, new=now)


def _properties(holder: _Holder) -> tuple[Property, ...]:
    return holder.children if isinstance(holder, Property) else holder.properties


def _openness(holder: _Holder) -> Openness:
    if isinstance(holder, Step):
        return Openness.CLOSED
    if isinstance(holder, Property) and not holder.children:
        return Openness.CLOSED if holder.all_variants else Openness.FREE_FORM
    found = holder.items if isinstance(holder, Property) and not holder.properties else holder
    return Openness.OPEN if found is not None and found.additional_properties else Openness.CLOSED


def _of_property(make: _Make, path: str, old: Property, new: Property) -> Iterator[Change]:
    pairs = [*_fields(old, new, _NOT_OF_PROPERTIES)]
    if old.items is not None and new.items is not None:
        items = _fields(old.items, new.items, _NOT_OF_PROPERTIES)
        pairs += [(f"items.{field}", before, after) for field, before, after in items]
    elif "array" in old.types and "array" in new.types and old.items is not new.items:
        pairs.append(("items", _stated_items(old), _stated_items(new)))
    of_both = functools.partial(make, subject=Subject.PROPERTY, kind=Kind.CHANGED, path=path, old=old, new=new)
    for field, before, after in pairs:
        yield of_both(field=field, before=before, after=after)
    yield from _of_properties(make, f"{path}.", old, new)
    yield from _of_variants(make, path, old, new)


def _stated_items(found: Property) -> Any:
    return NOT_STATED if found.items is None else {"type": found.items.type} if found.items.type else {}


def _of_variants(make: _Make, path: str, old: Property, new: Property) -> Iterator[Change]:
    before, after = ({each.name: each for each in found.all_variants} for found in (old, new))
    make_variant = functools.partial(make, subject=Subject.VARIANT, old=old, new=new)
    for name in dict.fromkeys([*before, *after]):
        place = f"{path}[{name}]"
        if name not in after:
            yield make_variant(kind=Kind.REMOVED, path=place, before=name)
        elif name not in before:
            yield make_variant(kind=Kind.ADDED, path=place, after=name)
        else:
            for field, was, now in _fields(before[name], after[name], _NOT_OF_PROPERTIES):
                yield make_variant(kind=Kind.CHANGED, path=place, field=field, before=was, after=now)
            yield from _of_properties(make, f"{place}.", before[name], after[name])


def _fields(old: CatalogObject, new: CatalogObject, ignored: frozenset[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the JSON name, the old value and the new value of each field that differs."""
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
    for name in map(old.json_name, differ):
        values = before.get(name, NOT_STATED), after.get(name, NOT_STATED)
        if not is_same(*(_in_one_order(name, value) for value in values)):
            yield name, *values


_WITHOUT_ORDER = frozenset(
    {"enum", "deprecatedValues", "requiredWhen", "appliesWhen", "expectedWhen", "type", "in", "anyGiven"}
)


def _in_one_order(name: str, value: Any) -> Any:
    """Return a field's value with the lists sorted whose order has no meaning."""
    if isinstance(value, list):
        items = [_in_one_order("", each) for each in value]
        return sorted(items, key=dumps_line) if name in _WITHOUT_ORDER else items
    if isinstance(value, dict):
        return {inner: _in_one_order(inner, each) for inner, each in value.items()}
    return value


def _with_moves(key: str, changes: list[Change]) -> Iterator[Change]:
    """Yield the changes, with a move in place of each property that is removed from a step and added to another."""
    gained = {each.path: each for each in changes if each.subject is Subject.PROPERTY and each.kind is Kind.ADDED}
    lost = {each.path: each for each in changes if each.subject is Subject.PROPERTY and each.kind is Kind.REMOVED}
    moved = {path for path in lost.keys() & gained.keys() if lost[path].step != gained[path].step}
    for each in changes:
        now = gained.get(each.path)
        if each.path not in moved or now is None or each not in (lost[each.path], now):
            yield each
        elif each is not now and each.old is not None and now.new is not None:
            yield dataclasses.replace(each, kind=Kind.MOVED, before=each.step, after=now.step, new=now.new)
            make = functools.partial(Change, key, step=now.step)
            yield from _of_property(make, each.path, each.old, now.new)
