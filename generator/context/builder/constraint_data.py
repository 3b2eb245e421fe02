"""Constraints as JSON, for checks in other languages than Python."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MISSING = object()


def constraint_data(value: Any) -> Any:
    """Return constraints, rules or selectors as JSON values.

    A tuple with named fields is an object without the fields that have their default; names are in camelCase.
    """
    if hasattr(value, "_fields"):
        return _fields(value)
    if isinstance(value, Mapping):
        return {name: constraint_data(each) for name, each in value.items()}
    return [constraint_data(each) for each in value] if isinstance(value, tuple | list) else value


def _fields(value: Any) -> dict[str, Any]:
    defaults = value._field_defaults
    fields = ((name, getattr(value, name)) for name in value._fields)
    return {_camel(name): constraint_data(each) for name, each in fields if not _is(each, defaults.get(name, _MISSING))}


def _is(value: Any, default: Any) -> bool:
    return type(value) is type(default) and bool(value == default)


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))
