"""Builds the converted request and chooses the variants of its objects. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..paths import NOT_GIVEN
from ..variants import Selector
from ..wording import quote
from .collecting import Gaps, Path
from .forms import forms_of_structure
from .properties import ITEM, Property

_NOT_IN_VARIANT = "{} has no {} in the variant that the other properties select"


class Leaf(NamedTuple):
    """A value of the request.

    Attributes:
        values: The possible values, the preferred one first; the chosen variant decides.
        origin: Path of the value in the payload; ``None`` for a default.
    """

    values: tuple[Any, ...]
    origin: Path | None


class Items(dict[int, Any]):
    """The items of a list by index."""


Draft = dict[str, Any]


def put(draft: Draft, names: tuple[str, ...], indexes: tuple[int, ...], leaf: Leaf) -> bool:
    """Put a value at a path; return whether the place was free.

    Args:
        draft: The object.
        names: The names in the path, with ``[]`` for the items of lists.
        indexes: The index of the item for each ``[]``.
        leaf: The value.
    """
    holder: dict[Any, Any] = draft
    left = list(indexes)
    keys: list[Any] = [left.pop(0) if name == ITEM else name for name in names]
    for key, name in zip(keys[:-1], names[1:], strict=True):
        inner = holder.setdefault(key, Items() if name == ITEM else {})
        if isinstance(inner, Leaf):
            return False
        holder = inner
    if keys[-1] in holder:
        return False
    holder[keys[-1]] = leaf
    return True


def finished(draft: Draft, place: Property, gaps: Gaps) -> Any:
    """Return the value of a draft; ``NOT_GIVEN`` if nothing is left, or the variant is ambiguous."""
    known, selector = place.objects[0], place.selector
    finished_object: dict[str, Any] = {}
    if selector is not None:
        variants = _variants(draft, place, selector)
        if len(variants) > 1:
            _add_choices(draft, place, selector, variants, gaps)
            return NOT_GIVEN
        known = place.objects[variants[0]]
        finished_object[selector.name] = selector.values[variants[0]]
    for name, each in draft.items():
        if name in known and name not in finished_object:
            value = _value(each, known[name], gaps)
            if value is not NOT_GIVEN:
                finished_object[name] = value
        elif name not in known:
            for origin in _origins(each):
                gaps.add(origin, "not-applicable", _NOT_IN_VARIANT.format(place.path, name))
    return finished_object or NOT_GIVEN


def _value(draft: Any, place: Property, gaps: Gaps) -> Any:
    if isinstance(draft, Leaf):
        return _of_leaf(draft, place, gaps)
    value = _items(draft, place, gaps) if isinstance(draft, Items) else finished(draft, place, gaps)
    if value is NOT_GIVEN or place.encoding != "json":
        return value
    return next(forms_of_structure(value, place), value)


def _items(draft: Items, place: Property, gaps: Gaps) -> Any:
    item = place.item
    values = [_value(draft[number], item, gaps) for number in sorted(draft)] if item else []
    return [each for each in values if each is not NOT_GIVEN] or NOT_GIVEN


def _of_leaf(leaf: Leaf, place: Property, gaps: Gaps) -> Any:
    faults = [place.constraints.fault(each) for each in leaf.values]
    if None in faults:
        return _copied(leaf.values[faults.index(None)])
    if leaf.origin is not None and faults[0] is not None:
        gaps.add(leaf.origin, "not-accepted", f"{place.path}: {faults[0][1]}")
    return NOT_GIVEN


def _copied(value: Any) -> Any:
    """Return a deep copy of a value, so that the request shares nothing with the payload."""
    if isinstance(value, dict):
        return {name: _copied(each) for name, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _variants(draft: Draft, place: Property, selector: Selector) -> list[int]:
    """Return the numbers of the variants that fit a draft best: more than one if the draft does not decide."""
    others = [name for name in draft if name != selector.name]
    selected = _selected(draft.get(selector.name), selector)
    if selected:
        fitting = [number for number in selected if all(name in place.objects[number] for name in others)]
        return (fitting or selected)[:1]
    counts = [sum(name in each for name in others) for each in place.objects]
    fitting = [number for number, count in enumerate(counts) if count == max(counts)]
    complete = [number for number in fitting if _is_complete(others, place, number)] if len(fitting) > 1 else []
    return complete or fitting


def _selected(draft: Any, selector: Selector) -> list[int]:
    """Return the numbers of the variants that a draft of the selector selects, those of the preferred value first."""
    values = draft.values if isinstance(draft, Leaf) else ()
    return [number for value in values for number in selector.candidates({selector.name: value})]


def _is_complete(given: list[str], place: Property, number: int) -> bool:
    """Return whether a variant requires nothing but its selector and the given properties."""
    variants = place.constraints.variants
    if variants is None:
        return True
    return set(variants.objects[number].required) <= {*given, variants.selector.name}


def _add_choices(draft: Draft, place: Property, selector: Selector, variants: list[int], gaps: Gaps) -> None:
    """Add a gap for each value of an object that may be one of several variants."""
    hint = f"{place.path}.{selector.name}: {', '.join(quote(selector.values[number] for number in variants))}"
    for origin in _origins(draft):
        gaps.add(origin, "needs-choice", "the properties fit several variants", hint=hint)


def _origins(draft: Any) -> Iterator[Path]:
    if isinstance(draft, Leaf):
        yield from [draft.origin] if draft.origin is not None else []
    elif isinstance(draft, Mapping):
        for each in draft.values():
            yield from _origins(each)
