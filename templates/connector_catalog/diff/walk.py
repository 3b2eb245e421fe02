"""Walks the desired and the actual state side by side. Needs the standard library only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from ..secret_references import is_reference
from .canonical import EMPTY, canonical, decoded, is_mask
from .change import Change, Kind, below
from .property_info import NO_DEFAULT, PropertyInfo

_MESSAGES: dict[Kind, str] = {
    "add": "missing in the actual state",
    "change": "differs from the desired value",
    "remove": "not in the desired state",
    "recreate": "differs from the desired value, which needs a new connection",
}
_MASKED = "masked in the response, cannot be compared"
_REFERENCE = "a reference to a secret, cannot be compared"
_OMITTED = "not in the response, cannot be compared"

_KEYS = ("id", "name", "key", "table", "table_name", "report_name", "project_id", "app_id", "tenant_id", "alias")
"""Properties that identify the items of a list, the most reliable first."""


def differences(
    path: str, desired: Any, actual: Any, info: PropertyInfo, *, is_whole: bool = False
) -> Iterator[Change]:
    """Yield the differences between two values.

    Of an object, only the desired properties count, unless it ``is_whole``: one in a JSON text, where the actual state
    has a text, too.
    """
    if info.read_only:
        return
    hidden = _why_hidden(desired, actual, info)
    if hidden:
        if desired != actual:
            yield Change(path, "unknown", hidden, secret=True)
        return
    desired_inner, actual_inner = decoded(desired, info), decoded(actual, info)
    is_whole = is_whole or (info.string_encoding == "json" and isinstance(desired, str) and isinstance(actual, str))
    if isinstance(desired_inner, Mapping) and (
        isinstance(actual_inner, Mapping) or canonical(actual_inner, info) == EMPTY
    ):
        for name, value in desired_inner.items():
            other = (actual_inner or {}).get(name)
            yield from differences(below(path, str(name)), value, other, info.of_property(str(name)), is_whole=is_whole)
        for name in [each for each in actual_inner or () if each not in desired_inner] if is_whole else ():
            yield from differences(below(path, str(name)), None, actual_inner[name], info.of_property(str(name)))
    elif _are_objects(desired_inner) and _are_objects(actual_inner):
        yield from _differences_of_items(path, desired_inner, actual_inner, info, is_whole=is_whole)
    else:
        yield from _difference(path, desired, actual, info)


def _why_hidden(desired: Any, actual: Any, info: PropertyInfo) -> str:
    """Return why a secret cannot be compared; empty where it can."""
    if info.secret and any(map(is_reference, desired if isinstance(desired, list) else [desired])):
        return _REFERENCE
    return _MASKED if is_mask(actual, info) and canonical(desired, info) != EMPTY else ""


def _are_objects(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _differences_of_items(
    path: str, desired: list[dict[str, Any]], actual: list[dict[str, Any]], info: PropertyInfo, *, is_whole: bool
) -> Iterator[Change]:
    """Yield the differences of the items that match, and the items that only one list has."""
    inner = info.of_item()
    matches = _matches(desired, actual, inner)
    for index, item in enumerate(desired):
        match = matches.get(index)
        if match is None:
            yield _change(below(path, index), "add", info)
        else:
            yield from differences(below(path, index), item, actual[match], inner, is_whole=is_whole)
    for index in sorted(set(range(len(actual))).difference(matches.values())):
        yield _change(below(path, index), "remove", info)


def _matches(desired: list[dict[str, Any]], actual: list[dict[str, Any]], info: PropertyInfo) -> dict[int, int]:
    """Return the index of the actual item for each desired item: by a property that identifies, else by order."""
    for key in _KEYS:
        desired_keys, actual_keys = _values_of(key, desired, info), _values_of(key, actual, info)
        if desired_keys and actual_keys:
            indexes = {value: index for index, value in enumerate(actual_keys)}
            return {index: indexes[value] for index, value in enumerate(desired_keys) if value in indexes}
    return {index: index for index in range(min(len(desired), len(actual)))}


def _values_of(key: str, items: list[dict[str, Any]], info: PropertyInfo) -> list[Hashable]:
    """Return each item's value of a property, and how often it occurred before; empty if an item has no value."""
    inner = info.of_property(key)
    values = [canonical(item.get(key), inner) for item in items]
    if EMPTY in values or any(is_mask(item[key], inner) or is_reference(item[key]) for item in items):
        return []
    before: Counter[Hashable] = Counter()
    numbered: list[Hashable] = []
    for value in values:
        numbered.append((value, before[value]))
        before[value] += 1
    return numbered


def _difference(path: str, desired: Any, actual: Any, info: PropertyInfo) -> Iterator[Change]:
    """Yield the difference between two values that are compared as wholes."""
    desired_form, actual_form = canonical(desired, info), canonical(actual, info)
    forms = {desired_form, actual_form}
    if len(forms) == 1 or (info.default is not NO_DEFAULT and forms == {EMPTY, canonical(info.default, info)}):
        return
    if info.write_only and actual_form == EMPTY:
        yield Change(path, "unknown", _OMITTED, secret=info.guards)
    elif _may_equal_masked(desired, actual, info):
        yield Change(path, "unknown", _MASKED, secret=True)
    else:
        yield _change(path, _kind(desired_form, actual_form), info, desired, actual)


def _kind(desired_form: Hashable, actual_form: Hashable) -> Kind:
    if desired_form == EMPTY:
        return "remove"
    return "add" if actual_form == EMPTY else "change"


def _may_equal_masked(desired: Any, actual: Any, info: PropertyInfo) -> bool:
    """Return whether a list has only desired items, and masks in place of the others."""
    ours, theirs = decoded(desired, info), decoded(actual, info)
    if not isinstance(ours, list) or not isinstance(theirs, list) or len(ours) != len(theirs):
        return False
    inner = info.of_item()
    shown = Counter(canonical(each, inner) for each in theirs if not is_mask(each, inner))
    return shown.total() < len(theirs) and not shown - Counter(canonical(each, inner) for each in ours)


def _change(path: str, kind: Kind, info: PropertyInfo, desired: Any = None, actual: Any = None) -> Change:
    kind = "recreate" if info.create_only else kind
    items = actual if isinstance(actual, list) else [actual]
    if info.guards or any(is_mask(each, info) for each in items):
        return Change(path, kind, _MESSAGES[kind], secret=True)
    return Change(path, kind, _MESSAGES[kind], desired=_shown(desired, info), actual=_shown(actual, info))


def _shown(value: Any, info: PropertyInfo) -> Any:
    """Return a value if a message may show it: a scalar, or a list of them, of a property known to be one."""
    if not info.known or "object" in info.types or info.is_or_in_json:
        return None
    items = value if isinstance(value, list | tuple) else [value]
    return value if all(isinstance(each, str | int | float) for each in items) else None
