"""Converts collected values and puts them into a draft of the request. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..constraints import is_same
from .collecting import Collector, Gaps, Given, Path
from .conditions import may_apply
from .drafts import Draft, Items, Leaf, put
from .forms import fits_single
from .mappings import PropertyMapping, Target
from .properties import ITEM, Property
from .values import NotConvertedError, converted_values

_SEVERAL = "{}: expected a single value, got several"
_TWICE = "another property was converted to {} already"


class _Value(NamedTuple):
    """A value for a target, with the indexes of the list items there and the value of the payload."""

    indexes: tuple[int, ...]
    value: Any
    given: Given


def transfer(mapping: PropertyMapping, collector: Collector, draft: Draft, gaps: Gaps) -> None:
    """Put the converted values of a mapping into the draft, and add a gap for each that cannot be converted."""
    given = collector.of(mapping)
    if not given:
        return
    target = _target(mapping, draft)
    for each in _placed(given, target, draft, gaps):
        _put(each, mapping, target, draft, gaps)


def _put(each: _Value, mapping: PropertyMapping, target: Target, draft: Draft, gaps: Gaps) -> None:
    origin: Path = each.given.path
    try:
        values = converted_values(each.value, mapping, each.given.node.place, target.places)
    except NotConvertedError as reason:
        is_refused = reason.code == "not-accepted"
        gaps.add(origin, reason.code, f"{target.path}: {reason.message}" if is_refused else reason.message)
        return
    if not put(draft, target.names, each.indexes, Leaf(values, origin)):
        gaps.add(origin, "ambiguous", _TWICE.format(target.path))


def _target(mapping: PropertyMapping, draft: Draft) -> Target:
    """Return the first target that fits the draft, or the first target if none does."""
    if len(mapping.targets) == 1:
        return mapping.targets[0]
    return next((each for each in mapping.targets if _fits(each, draft)), mapping.targets[0])


def _fits(target: Target, draft: Draft) -> bool:
    """Return whether the conditions and variants of the draft allow a property."""
    holder: Any = draft
    for name in target.names[:-1]:
        holder = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(holder, dict):
        return True
    return any(_fits_variant(target.names[-1], holder, variant) for variant in target.siblings)


def _fits_variant(name: str, draft: Draft, variant: Mapping[str, Property]) -> bool:
    """Return whether a variant allows a property together with the properties of a draft."""
    given = {other: each.values for other, each in draft.items() if isinstance(each, Leaf)}
    fits = all(other in variant and _has_value(variant[other], each) for other, each in draft.items())
    return fits and may_apply(variant[name], given, variant)


def _has_value(place: Property, draft: Any) -> bool:
    return not isinstance(draft, Leaf) or any(place.constraints.fault(each) is None for each in draft.values)


def _placed(given: list[Given], target: Target, draft: Draft, gaps: Gaps) -> Iterator[_Value]:
    """Yield the values with the indexes of the list items at the target."""
    depth = target.depth
    groups: dict[tuple[int, ...], list[Given]] = {}
    for each in given:
        groups.setdefault(each.indexes[:depth], []).append(each)
    for indexes, group in groups.items():
        first = group[0]
        if len(indexes) < depth:
            yield from _spread(indexes, first, target, draft)
        elif len(first.indexes) == depth:
            yield _Value(indexes, first.value, first)
        else:
            yield from _joined(indexes, group, target, gaps)


def _spread(indexes: tuple[int, ...], given: Given, target: Target, draft: Draft) -> Iterator[_Value]:
    """Yield a value for each object of a list: the items of a list in turn, a single value for all objects."""
    rest = (0,) * (target.depth - len(indexes) - 1)
    if isinstance(given.value, list):
        for number, value in enumerate(given.value):
            yield _Value((*indexes, number, *rest), value, given)
        return
    items: Any = draft
    for name in target.names[: target.names.index(ITEM)] if not indexes else ():
        items = items.get(name) if isinstance(items, dict) else None
    for number in list(items) if isinstance(items, Items) else [0]:
        yield _Value((*indexes, number, *rest), given.value, given)


def _joined(indexes: tuple[int, ...], group: list[Given], target: Target, gaps: Gaps) -> Iterator[_Value]:
    """Yield the values of all list items as one list; equal values may become a single value."""
    values: list[Any] = []
    for each in group:
        values += each.value if isinstance(each.value, list) else [each.value]
    if not fits_single(target.places):
        yield _Value(indexes, values, group[0])
    elif all(is_same(each, values[0]) for each in values):
        yield from (_Value(indexes, each, group[0]) for each in values[:1])
    else:
        for each in group:
            gaps.add(each.path, "not-accepted", _SEVERAL.format(target.path))
