"""References such as ``${env:WAREHOUSE_PASSWORD}``, which replace secrets in a payload.

A reference is a whole string. It is accepted in the place of a secret only: any other string is taken literally. Needs
the standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

REFERENCE = r"^\$\{[a-z][a-z0-9+.-]*:[^{}\x00-\x1f]+\}$"
"""The JSON Schema pattern of a reference."""

_WHOLE_REFERENCE = re.compile(r"\$\{([a-z][a-z0-9+.-]*):([^{}\x00-\x1f]+)\}")
_BEGIN = "${"


class Reference(NamedTuple):
    """A reference, taken apart: of ``${env:NAME}`` the scheme is ``env`` and the name is ``NAME``."""

    scheme: str
    name: str

    def __str__(self) -> str:
        return f"${{{self.scheme}:{self.name}}}"


def reference_in(value: Any) -> Reference | None:
    """Return the reference in a value, or ``None`` if the value is not a reference."""
    match = _WHOLE_REFERENCE.fullmatch(value) if isinstance(value, str) and value.startswith(_BEGIN) else None
    return None if match is None else Reference(*match.groups())


def is_reference(value: Any) -> bool:
    """Return whether a value is a reference to a secret."""
    return reference_in(value) is not None


def has_reference(text: str) -> bool:
    """Return whether a reference is anywhere in a string."""
    return _BEGIN in text and _WHOLE_REFERENCE.search(text) is not None


def may_have_references(value: Any) -> bool:
    """Return whether a string in a value may have a reference; fast, and true of some strings that have none."""
    # Not recursive, which would be slower.
    waiting: list[Iterable[Any]] = [(value,)]
    while waiting:
        for each in waiting.pop():
            if type(each) is str:
                if _BEGIN in each:
                    return True
            elif type(each) is dict:
                waiting.append(each.values())
            elif type(each) is list:
                waiting.append(each)
    return False
