"""Walks through what is wanted beside what there is, and tells the differences. Needs the standard library only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from .canonical import EMPTY, decoded, is_mask, plain
from .change import Change, Kind, below
from .property_info import ABSENT, Facts

_MESSAGES: dict[Kind, str] = {
    "add": "wanted, and not there",
    "change": "another is wanted",
    "remove": "there, and not wanted",
    "recreate": "another is wanted, and only a new connection can have it",
}
_MASKED = "the answer masks it, so that it cannot be compared"
_UNTOLD = "the answer does not tell it, so that it cannot be compared"

_KEYS = ("id", "name", "key", "table", "table_name", "report_name", "project_id", "app_id", "tenant_id", "alias")
"""Properties that tell the items of a list apart, the surest first."""


def differences(path: str, desired: Any, actual: Any, facts: Facts) -> Iterator[Change]:
    """The differences between a wanted value and the one that there is; of an object, only what is wanted counts."""
    if facts.closed:
        return
    if is_mask(actual, facts) and plain(desired, facts) != EMPTY:
        if desired != actual:
            yield Change(path, "unknown", _MASKED, secret=True)
        return
    wanted, there = decoded(desired, facts), decoded(actual, facts)
    if isinstance(wanted, Mapping) and (isinstance(there, Mapping) or plain(there, facts) == EMPTY):
        yield from _differences_of_objects(path, wanted, there or {}, facts)
    elif _is_objects(wanted) and _is_objects(there):
        yield from _differences_of_items(path, wanted, there, facts)
    else:
        yield from _difference(path, desired, actual, facts)


def _differences_of_objects(
    path: str, wanted: Mapping[Any, Any], there: Mapping[Any, Any], facts: Facts
) -> Iterator[Change]:
    for name, value in wanted.items():
        inner = facts.of_property(str(name))
        yield from differences(below(path, str(name)), value, there.get(name), inner)


def _is_objects(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _differences_of_items(
    path: str, wanted: list[dict[str, Any]], there: list[dict[str, Any]], facts: Facts
) -> Iterator[Change]:
    """The differences of the items that belong together, and the items that only one list has."""
    inner = facts.of_item()
    places = _places(wanted, there, inner)
    for index, item in enumerate(wanted):
        place = places.get(index)
        if place is None:
            yield _change(below(path, index), "add", facts)
        else:
            yield from differences(below(path, index), item, there[place], inner)
    for place in sorted(set(range(len(there))).difference(places.values())):
        yield _change(below(path, place), "remove", facts)


def _places(wanted: list[dict[str, Any]], there: list[dict[str, Any]], facts: Facts) -> dict[int, int]:
    """Where the answer has each wanted item: by what tells the items apart, else by their order."""
    for key in _KEYS:
        ours, theirs = _values_of(key, wanted, facts), _values_of(key, there, facts)
        if ours and theirs:
            at = {value: place for place, value in enumerate(theirs)}
            return {index: at[value] for index, value in enumerate(ours) if value in at}
    return {index: index for index in range(min(len(wanted), len(there)))}


def _values_of(key: str, items: list[dict[str, Any]], facts: Facts) -> list[Hashable]:
    """The value of each item's key, and how often it stood before; nothing where an item has none."""
    inner = facts.of_property(key)
    values = [plain(item.get(key), inner) for item in items]
    if EMPTY in values or any(is_mask(item[key], inner) for item in items):
        return []
    before: Counter[Hashable] = Counter()
    numbered: list[Hashable] = []
    for value in values:
        numbered.append((value, before[value]))
        before[value] += 1
    return numbered


def _difference(path: str, desired: Any, actual: Any, facts: Facts) -> Iterator[Change]:
    """The difference of two values that are taken as wholes."""
    wanted, there = plain(desired, facts), plain(actual, facts)
    is_default = facts.default is not ABSENT and {wanted, there} == {EMPTY, plain(facts.default, facts)}
    if wanted == there or is_default:
        return
    if facts.write_only and there == EMPTY:
        yield Change(path, "unknown", _UNTOLD, secret=facts.guards)
    elif _may_be_same_behind_masks(desired, actual, facts):
        yield Change(path, "unknown", _MASKED, secret=True)
    else:
        kind: Kind = "remove" if wanted == EMPTY else "add" if there == EMPTY else "change"
        yield _change(path, kind, facts, desired, actual)


def _may_be_same_behind_masks(desired: Any, actual: Any, facts: Facts) -> bool:
    """Whether a list has the wanted items where it shows them, and masks in the place of the others."""
    wanted, there = decoded(desired, facts), decoded(actual, facts)
    if not isinstance(wanted, list) or not isinstance(there, list) or len(wanted) != len(there):
        return False
    inner = facts.of_item()
    shown = Counter(plain(each, inner) for each in there if not is_mask(each, inner))
    return shown.total() < len(there) and not shown - Counter(plain(each, inner) for each in wanted)


def _change(path: str, kind: Kind, facts: Facts, desired: Any = None, actual: Any = None) -> Change:
    kind = "recreate" if facts.create_only else kind
    items = actual if isinstance(actual, list) else [actual]
    if facts.guards or any(is_mask(each, facts) for each in items):
        return Change(path, kind, _MESSAGES[kind], secret=True)
    return Change(path, kind, _MESSAGES[kind], desired=_shown(desired, facts), actual=_shown(actual, facts))


def _shown(value: Any, facts: Facts) -> Any:
    """A value that a message may show: a simple one, of a property that the catalog knows to be simple."""
    if not facts.known or "object" in facts.types or facts.carries == "json":
        return None
    items = value if isinstance(value, list | tuple) else [value]
    return value if all(isinstance(each, str | int | float) for each in items) else None
