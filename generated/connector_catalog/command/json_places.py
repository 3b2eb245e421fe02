"""Finds the line of each value in a JSON text. Only used if there are problems."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from ..problems import Problem, joined

_TOKEN = re.compile(r'\n|"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],]|[^\s"{}\[\],:]+', re.DOTALL)


class Places(NamedTuple):
    """The line of each value by its path (of a property, the line of its name), and of each duplicate key."""

    lines: dict[str, int]
    repeated: list[tuple[str, int]]

    def line_of(self, path: str) -> int | None:
        """Return the line of a path, or of the nearest existing value above it."""
        while path not in self.lines:
            if not path:
                return None
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines[path]


class Document(NamedTuple):
    """A payload or a list of payloads, with the problems of the text; the lines are only sought if there are any."""

    value: Any
    problems: list[Problem]
    places: Callable[[], Places]


@dataclasses.dataclass(slots=True)
class _Open:
    """An object or a list that is not closed yet."""

    path: str
    is_object: bool
    names: set[str] = dataclasses.field(default_factory=set)
    name: str | None = None
    index: int = 0


def places_in(text: str) -> Places:
    """Return the lines of the values in a valid JSON text."""
    scan = _Scan()
    for token in _TOKEN.findall(text):
        scan.take(token)
    return scan.places


class _Scan:
    """Processes the tokens of a text in order."""

    def __init__(self) -> None:
        self.places = Places({}, [])
        self._line = 1
        self._open: list[_Open] = []

    def take(self, token: str) -> None:
        if token == "\n":
            self._line += 1
        elif token == ",":
            self._open[-1].name = None
            self._open[-1].index += 1
        elif token in ("}", "]"):
            self._open.pop()
        elif self._open and self._open[-1].is_object and self._open[-1].name is None:
            self._name(token)
        else:
            self._value(token)

    def _name(self, token: str) -> None:
        holder = self._open[-1]
        holder.name = json.loads(token) if "\\" in token else token[1:-1]
        path = joined(holder.path, holder.name or "")
        if holder.name in holder.names:
            self.places.repeated.append((path, self._line))
        holder.names.add(holder.name or "")
        self.places.lines[path] = self._line

    def _value(self, token: str) -> None:
        path = ""
        holder = self._open[-1] if self._open else None
        if holder is not None:
            path = joined(holder.path, holder.name or "") if holder.is_object else f"{holder.path}[{holder.index}]"
        if holder is None or not holder.is_object:
            self.places.lines[path] = self._line
        if token in ("{", "["):
            self._open.append(_Open(path, token == "{"))
