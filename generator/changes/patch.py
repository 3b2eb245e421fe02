"""Makes JSON Patches (RFC 6902) that reproduce the new files of a catalog byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.serialize import dumps_line
from generator.strict_data.pointer import pointer

Operation = dict[str, Any]
_MOST_ITEMS = 2_000
"""The most items of a list that is compared item by item. A longer list is replaced as a whole."""


def patches_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return a change for each file that differs, by its name.

    Args:
        old: The values of the old files by name.
        new: The values of the new files by name.

    Returns:
        For each file ``{"content": value}`` if it is new, ``{"patch": operations}`` if both have it, ``None`` if it is
        removed.
    """
    patches: dict[str, Any] = {}
    for name in sorted({*old, *new}):
        if name not in new:
            patches[name] = None
        elif name not in old:
            patches[name] = {"content": new[name]}
        elif operations := patch_between(old[name], new[name]):
            patches[name] = {"patch": operations}
    return patches


def patch_between(old: Any, new: Any, place: str = "") -> list[Operation]:
    """Return the operations that turn one JSON value into another, with the keys of objects in their new order.

    Args:
        old: The old value.
        new: The new value.
        place: JSON Pointer of both.
    """
    if dumps_line(old) == dumps_line(new):
        return []
    if isinstance(old, dict) and isinstance(new, dict) and _keeps_order(old, new):
        return list(_object_operations(old, new, place))
    if isinstance(old, list) and isinstance(new, list) and max(len(old), len(new)) <= _MOST_ITEMS:
        return list(_list_operations(old, new, place))
    return [{"op": "replace", "path": place, "value": new}]


def _keeps_order(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Return whether removing keys and adding others at the end gives the new order."""
    return [*new] == [*(name for name in old if name in new), *(name for name in new if name not in old)]


def _object_operations(old: dict[str, Any], new: dict[str, Any], place: str) -> Iterator[Operation]:
    for name, value in old.items():
        if name not in new:
            yield {"op": "remove", "path": place + pointer(name)}
        else:
            yield from patch_between(value, new[name], place + pointer(name))
    for name, value in new.items():
        if name not in old:
            yield {"op": "add", "path": place + pointer(name), "value": value}


def _list_operations(old: list[Any], new: list[Any], place: str) -> Iterator[Operation]:
    """Yield operations whose positions are correct if they are applied in order."""
    matcher = difflib.SequenceMatcher(None, [*map(_identity, old)], [*map(_identity, new)], autojunk=False)
    index = 0
    for tag, first, last, start, stop in matcher.get_opcodes():
        if tag == "equal":
            for offset in range(last - first):
                yield from patch_between(old[first + offset], new[start + offset], place + pointer(index + offset))
        else:
            for _ in range(last - first):
                yield {"op": "remove", "path": place + pointer(index)}
            for offset in range(stop - start):
                yield {"op": "add", "path": place + pointer(index + offset), "value": new[start + offset]}
        index += stop - start


def _identity(item: Any) -> str:
    """Return the text that identifies an item in both lists: its name or, without one, the whole item."""
    if isinstance(item, dict) and isinstance(item.get("name"), str):
        return f"name {item['name']}"
    return dumps_line(item)
