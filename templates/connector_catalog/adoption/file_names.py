"""Names files of adopted connections: safe on every system, and no two of a run equal. Standard library only."""

from __future__ import annotations

import re
from keyword import iskeyword

from .adopted import Connection

ENDINGS = {"json": "json", "yaml": "yaml", "python": "py"}
"""The formats and their file suffixes."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
# Windows does not open these, whatever they end with.
_DEVICES = frozenset({"aux", "con", "nul", "prn", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
_LONGEST = 80


class FileNames:
    """Names the files of a run by their connections."""

    def __init__(self, format_: str) -> None:
        self._format = format_
        self._used: set[str] = set()

    def make(self, connection: Connection) -> str:
        """Return a new file name, such as ``sales.acme.json``, which editors know by the vendor's name in it."""
        stem, number = self._stem(connection), 1
        name = self._with_ending(stem, connection)
        # Some systems take names for equal that differ in case only.
        while name.casefold() in self._used:
            number += 1
            name = self._with_ending(f"{stem}_{number}", connection)
        self._used.add(name.casefold())
        return name

    def _stem(self, connection: Connection) -> str:
        if self._format == "python":
            return variable_name(connection.name)
        stem = _UNSAFE.sub("_", connection.name).strip("_-")[:_LONGEST] or "connection"
        return f"{stem}_" if stem.casefold() in _DEVICES else stem

    def _with_ending(self, stem: str, connection: Connection) -> str:
        ending = ENDINGS[self._format]
        return f"{stem}.{ending}" if self._format == "python" else f"{stem}.{connection.vendor}.{ending}"


def variable_name(name: str) -> str:
    """Return a name for a module and a variable: lower-case letters, digits and underscores."""
    identifier = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:_LONGEST] or "connection"
    is_taken = identifier[0].isdigit() or iskeyword(identifier) or identifier in _DEVICES
    return f"connection_{identifier}" if is_taken else identifier
