"""How deep objects and lists of a payload may be nested. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .bounds import PAYLOADS
from .problems import Problem, joined

TOO_DEEP = f"objects and lists are nested more than {PAYLOADS.depth} deep"

SCALARS = frozenset({str, int, float, bool, type(None)})
"""The classes of values that contain no others."""

_LISTS = (list, tuple)
_COLLECTIONS = (*_LISTS, dict, Mapping)


def is_too_deep(value: Any, most: int = PAYLOADS.depth) -> bool:
    """Return whether objects and lists are nested more than ``most`` deep."""
    # By identity: one that contains itself, or that another contains many times, counts once on each level.
    level = {id(value): value} if isinstance(value, _COLLECTIONS) else {}
    for _ in range(most):
        if not level:
            return False
        inside = (each for collection in level.values() for each in _values(collection))
        # The first test is only the faster one.
        level = {id(each): each for each in inside if type(each) not in SCALARS and isinstance(each, _COLLECTIONS)}
    return bool(level)


def nesting_problem(payload: Any) -> Problem | None:
    """Return the problem of the first object or list of a payload that is nested too deeply; ``None`` without one."""
    return Problem(_first_path(payload), "too-deep", TOO_DEEP) if is_too_deep(payload) else None


def _first_path(payload: Any) -> str:
    """Return the path of the first object or list that is nested too deeply."""
    waiting = [("", payload, 1)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        path, value, depth = waiting.pop()
        if depth > PAYLOADS.depth:
            return path
        if (id(value), depth) not in seen:
            seen.add((id(value), depth))
            places = (each for each in _places(path, value) if isinstance(each[1], _COLLECTIONS))
            inner = [(place, each, depth + 1) for place, each in places]
            waiting += reversed(inner)
    return ""


def _places(path: str, collection: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(collection, _LISTS):
        yield from ((f"{path}[{number}]", each) for number, each in enumerate(collection))
    else:
        yield from ((joined(path, str(name)), each) for name, each in collection.items())


def _values(collection: Any) -> Iterable[Any]:
    return collection if isinstance(collection, _LISTS) else collection.values()
