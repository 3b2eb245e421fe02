"""How deep objects and lists of a payload may be nested. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .bounds import PAYLOADS

TOO_DEEP = f"objects and lists are nested more than {PAYLOADS.depth} deep"


def is_too_deep(value: Any) -> bool:
    """Return whether objects and lists are nested more than ``PAYLOADS.depth`` deep."""
    level = [value]
    for _ in range(PAYLOADS.depth + 1):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    # The first test is only the faster one.
    if type(value) is str:
        return ()
    if isinstance(value, dict | Mapping):
        return value.values()
    return value if isinstance(value, list | tuple) else ()
