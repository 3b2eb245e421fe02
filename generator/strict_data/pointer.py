"""JSON pointers (RFC 6901)."""

from __future__ import annotations


def pointer(*names: str | int) -> str:
    """Return the pointer to a value from the keys and indices that lead to it."""
    return "".join(f"/{str(name).replace('~', '~0').replace('/', '~1')}" for name in names)
