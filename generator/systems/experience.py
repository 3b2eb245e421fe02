"""What the links that people have decided say about two names: how often those who have both mean the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from itertools import combinations

from generator.catalog.decisions import PathsByVendor
from generator.systems.facts import name_of
from generator.systems.system import System

_Names = tuple[str, str, str, str]
"""A vendor and a name at it, and another vendor and a name at that."""


@dataclasses.dataclass(frozen=True)
class Experience:
    """How many systems link a name of one vendor with one of another, and how many have both names."""

    linked: Mapping[_Names, frozenset[str]] = dataclasses.field(default_factory=dict)
    together: Mapping[_Names, frozenset[str]] = dataclasses.field(default_factory=dict)

    def of(self, one: tuple[str, str], other: tuple[str, str], without: str) -> tuple[int, int]:
        """Return in how many systems two names are linked, and how many have both.

        Args:
            one: A vendor and the name of a property.
            other: Another vendor and a name.
            without: The key of a system that does not count.
        """
        names = _names(one, other)
        return (
            len(self.linked.get(names, frozenset()) - {without}),
            len(self.together.get(names, frozenset()) - {without}),
        )


def experience_of(systems: Iterable[System]) -> Experience:
    """Return what the decisions about systems say."""
    linked: dict[_Names, set[str]] = {}
    together: dict[_Names, set[str]] = {}
    for system in systems:
        for link in system.links:
            _count(linked, link.paths, system.key)
        _count(together, system.decided, system.key)
    return Experience(_frozen(linked), _frozen(together))


def _count(found: dict[_Names, set[str]], paths: PathsByVendor, key: str) -> None:
    for one, other in combinations(sorted(paths), 2):
        for name in {name_of(path) for path in paths[one]}:
            for counterpart in {name_of(path) for path in paths[other]}:
                found.setdefault((one, name, other, counterpart), set()).add(key)


def _frozen(found: Mapping[_Names, set[str]]) -> dict[_Names, frozenset[str]]:
    return {names: frozenset(keys) for names, keys in found.items()}


def _names(one: tuple[str, str], other: tuple[str, str]) -> _Names:
    first, second = sorted((one, other))
    return (*first, *second)
