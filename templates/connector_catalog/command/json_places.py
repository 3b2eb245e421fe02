"""In which line of a JSON text each value stands. Only asked for where there are problems."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import NamedTuple

from .finding import joined

_TOKEN = re.compile(r'\n|"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],]|[^\s"{}\[\],:]+', re.DOTALL)


class Places(NamedTuple):
    """Where things are in a text.

    Attributes:
        lines: The line of each value by its path, spelt as in problems; for a property, that of its name.
        repeated: The path and the line of each name that stands in its object already.
    """

    lines: dict[str, int]
    repeated: list[tuple[str, int]]

    def line_of(self, path: str) -> int | None:
        """The line of a path, or of the nearest value above that is there."""
        while path not in self.lines:
            if not path:
                return None
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines[path]


@dataclasses.dataclass(slots=True)
class _Open:
    """An object or a list that has begun."""

    path: str
    is_object: bool
    names: set[str] = dataclasses.field(default_factory=set)
    name: str | None = None
    index: int = 0

    def path_of_value(self) -> str:
        return joined(self.path, self.name or "") if self.is_object else f"{self.path}[{self.index}]"


def places_in(text: str) -> Places:
    """Where everything is in a text that is known to be JSON."""
    scan = _Scan()
    for token in _TOKEN.findall(text):
        scan.take(token)
    return scan.places


class _Scan:
    """Goes through the tokens of a text, in order."""

    def __init__(self) -> None:
        self.places = Places({}, [])
        self._line = 1
        self._open: list[_Open] = []

    def take(self, token: str) -> None:
        """The next token."""
        if token == "\n":
            self._line += 1
        elif token == ",":
            self._open[-1].name = None
            self._open[-1].index += 1
        elif token in ("}", "]"):
            self._open.pop()
        elif self._is_name():
            self._name(token)
        else:
            self._value(token)

    def _is_name(self) -> bool:
        return bool(self._open) and self._open[-1].is_object and self._open[-1].name is None

    def _name(self, token: str) -> None:
        holder = self._open[-1]
        holder.name = json.loads(token) if "\\" in token else token[1:-1]
        path = joined(holder.path, holder.name or "")
        if holder.name in holder.names:
            self.places.repeated.append((path, self._line))
        holder.names.add(holder.name or "")
        self.places.lines[path] = self._line

    def _value(self, token: str) -> None:
        path = self._open[-1].path_of_value() if self._open else ""
        if not self._open or not self._open[-1].is_object:
            self.places.lines[path] = self._line
        if token in ("{", "["):
            self._open.append(_Open(path, token == "{"))
