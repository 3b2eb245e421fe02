"""Builds the converted request and chooses the variants of its objects. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..paths import NOT_GIVEN
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
    objects, selector = place.objects, place.selector
    known, made = objects[0], {}
    if selector is not None:
        chosen = _variant(draft, place)
        if isinstance(chosen, list):
            _needs_choice(draft, place, chosen, gaps)
            return NOT_GIVEN
        known, made = objects[chosen], {selector.name: selector.values[chosen]}
    for name, each in draft.items():
        if name in known and name not in made:
            value = _value(each, known[name], gaps)
            if value is not NOT_GIVEN:
                made[name] = value
        elif name not in known:
            for origin in _origins(each):
                gaps.add(origin, "not-applicable", _NOT_IN_VARIANT.format(place.path, name))
    return made or NOT_GIVEN


def _value(draft: Any, place: Property, gaps: Gaps) -> Any:
    if isinstance(draft, Leaf):
        return _of_leaf(draft, place, gaps)
    made = _items(draft, place, gaps) if isinstance(draft, Items) else finished(draft, place, gaps)
    if made is NOT_GIVEN or place.encoding != "json":
        return made
    return next(forms_of_structure(made, place), made)


def _items(draft: Items, place: Property, gaps: Gaps) -> Any:
    item = place.item
    values = [_value(draft[number], item, gaps) for number in sorted(draft)] if item else []
    kept = [each for each in values if each is not NOT_GIVEN]
    return kept or NOT_GIVEN


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


def _variant(draft: Draft, place: Property) -> int | list[int]:
    """Return the number of a draft's variant; the candidates if it is ambiguous."""
    objects, selector = place.objects, place.selector
    given = draft.get(selector.name) if selector else None
    others = [name for name in draft if selector and name != selector.name]
    if isinstance(given, Leaf) and selector:
        told = [number for value in given.values for number in selector.candidates({selector.name: value})]
        if told:
            fitting = [number for number in told if all(name in objects[number] for name in others)]
            return (fitting or told)[0]
    most = max(sum(name in each for name in others) for each in objects)
    fitting = [number for number, each in enumerate(objects) if sum(name in each for name in others) == most]
    if len(fitting) > 1:
        complete = [number for number in fitting if _is_complete(others, place, number)]
        fitting = complete or fitting
    return fitting[0] if len(fitting) == 1 else fitting


def _is_complete(given: list[str], place: Property, number: int) -> bool:
    """Return whether a variant requires nothing but its selector and the given properties."""
    variants = place.constraints.variants
    if variants is None:
        return True
    return set(variants.objects[number].required) <= {*given, variants.selector.name}


def _needs_choice(draft: Draft, place: Property, candidates: list[int], gaps: Gaps) -> None:
    selector = place.selector
    values = [selector.values[number] for number in candidates] if selector else []
    hint = f"{place.path}.{selector.name if selector else ''}: {', '.join(quote(values))}"
    for origin in _origins(draft):
        gaps.add(origin, "needs-choice", "the properties fit several variants", hint=hint)


def _origins(draft: Any) -> Iterator[Path]:
    if isinstance(draft, Leaf):
        yield from [draft.origin] if draft.origin is not None else []
    elif isinstance(draft, Mapping):
        for each in draft.values():
            yield from _origins(each)
