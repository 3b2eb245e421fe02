"""Dotted paths into nested objects, such as ``settings.kind``. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

NOT_GIVEN: Any = object()
"""Stands for the value of a property that an object does not have."""


def value_at(path: str, value: Any) -> Any:
    """Return the value at a path, or ``NOT_GIVEN``."""
    for name in path.split(".") if "." in path else (path,):
        # The first test is only the faster one.
        if not (type(value) is dict or isinstance(value, Mapping)) or name not in value:
            return NOT_GIVEN
        value = value[name]
    return value


def with_value(path: str, value: Any, whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of an object with the value at a path; missing parent objects are created."""
    name, _, rest = path.partition(".")
    inner = whole.get(name)
    return {**whole, name: with_value(rest, value, inner if isinstance(inner, Mapping) else {}) if rest else value}


def without_value(path: str, whole: Mapping[str, Any], kept: Container[str] = ()) -> dict[str, Any]:
    """Return a copy of an object without the value at a path, and without the objects that have nothing else.

    Args:
        path: The path.
        whole: The object.
        kept: Names of properties that stay, even where nothing is left in them.
    """
    name, _, rest = path.partition(".")
    inner = whole.get(name)
    if rest and not isinstance(inner, Mapping):
        return dict(whole)
    left = without_value(rest, inner) if rest and inner else {}
    if rest and (left or not inner or name in kept):
        return {**whole, name: left}
    return {each: value for each, value in whole.items() if each != name}


def upwards(path: str) -> Iterator[str]:
    """Yield a path and the paths of the values above it, up to that of the whole."""
    yield path
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        yield path
