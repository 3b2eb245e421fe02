"""Finds the line of each value in a JSON text. Only used if there are problems."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ..paths import upwards
from ..problems import Problem, joined
from .finding import LONGEST_PATH

_TOKEN = re.compile(r'\n|"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],]|[^\s"{}\[\],:]+', re.DOTALL)


class Places(NamedTuple):
    """The lines of values by their paths (of a property, the line of its name), and of each duplicate key."""

    lines: dict[str, int]
    repeated: list[tuple[str, int]]

    def line_of(self, path: str) -> int | None:
        """Return the line of a path, or of the nearest existing value above it."""
        return next((self.lines[each] for each in upwards(path) if each in self.lines), None)


class Document(NamedTuple):
    """A payload or a list of payloads, with the problems of the text; the lines are only sought if there are any."""

    value: Any
    problems: list[Problem]
    places: Callable[[set[str]], Places]


def inside(path: str, name: str) -> str:
    """Return the path of a property; below a very long path, that path itself, so that paths stay short."""
    return joined(path, name) if len(path) <= LONGEST_PATH else path


def item(path: str, number: int) -> str:
    """Return the path of an item of a list; below a very long path, that path itself."""
    return f"{path}[{number}]" if len(path) <= LONGEST_PATH else path


@dataclasses.dataclass(slots=True)
class _Open:
    """An object or a list that is not closed yet."""

    path: str
    is_object: bool
    names: set[str] = dataclasses.field(default_factory=set)
    name: str | None = None
    index: int = 0


def places_in(text: str, paths: Iterable[str] = ()) -> Places:
    """Return the lines of the values at some paths, and of those above, in a valid JSON text."""
    scan = _Scan({each for path in paths for each in upwards(path)})
    for match in _TOKEN.finditer(text):
        scan.take(match[0])
    return scan.places


class _Scan:
    """Processes the tokens of a text in order."""

    def __init__(self, paths: set[str]) -> None:
        self.places = Places({}, [])
        self._paths = paths
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
        path = inside(holder.path, holder.name or "")
        if holder.name in holder.names:
            self.places.repeated.append((path, self._line))
        holder.names.add(holder.name or "")
        if path in self._paths:
            self.places.lines[path] = self._line

    def _value(self, token: str) -> None:
        path = ""
        holder = self._open[-1] if self._open else None
        if holder is not None:
            path = inside(holder.path, holder.name or "") if holder.is_object else item(holder.path, holder.index)
        if (holder is None or not holder.is_object) and path in self._paths:
            self.places.lines[path] = self._line
        if token in ("{", "["):
            self._open.append(_Open(path, token == "{"))
