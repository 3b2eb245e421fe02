"""A set of JSON values, equal as :func:`templates.connector_catalog.constraints.is_among` has it, for many values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any


class Among:
    """A set of JSON values: 1 and 1.0 are the same, 1 and ``true`` are not."""

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self._keys = set(map(_key, values))

    def __contains__(self, value: Any) -> bool:
        return _key(value) in self._keys

    def add(self, value: Any) -> bool:
        """Add a value; return whether it is new."""
        before = len(self._keys)
        self._keys.add(_key(value))
        return len(self._keys) > before


def _key(value: Any) -> Hashable:
    if isinstance(value, list | tuple):
        return "list", tuple(map(_key, value))
    if isinstance(value, dict):
        return "object", frozenset((name, _key(each)) for name, each in value.items())
    return isinstance(value, bool), value
