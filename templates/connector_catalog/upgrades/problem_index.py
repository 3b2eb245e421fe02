"""Finds problems by path, in constant time for each path. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from ..paths import upwards
from ..problems import Problem

_ITEM = re.compile(r"\[\d+\]\Z")


class ProblemIndex:
    """The problems of a payload by path."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)

    def at(self, path: str) -> list[Problem]:
        """Return the problems at a path."""
        return self._at.get(path, [])

    def of_items(self, path: str) -> list[Problem]:
        """Return the problems of the items of the list at a path."""
        return self._of_items.get(path, [])

    def below(self, path: str) -> list[Problem]:
        """Return the problems at a path and at all nested paths."""
        return self._below.get(path, [])

    @cached_property
    def _at(self) -> dict[str, list[Problem]]:
        return self._by(lambda path: [path])

    @cached_property
    def _of_items(self) -> dict[str, list[Problem]]:
        return self._by(lambda path: [_ITEM.sub("", path)] if _ITEM.search(path) else [])

    @cached_property
    def _below(self) -> dict[str, list[Problem]]:
        return self._by(upwards)

    def _by(self, keys: Callable[[str], Iterable[str]]) -> dict[str, list[Problem]]:
        index: dict[str, list[Problem]] = {}
        for each in self.problems:
            for key in keys(each.path):
                index.setdefault(key, []).append(each)
        return index
