"""Counts how often decided links connect two property names, as evidence for proposals in other systems."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from itertools import combinations

from generator.catalog.decisions import PathsByVendor
from generator.systems.facts import name_of
from generator.systems.system import System

_Names = tuple[str, str, str, str]
"""A vendor and a property name, then another vendor and a property name."""


@dataclasses.dataclass(frozen=True)
class Experience:
    """The systems that have two property names of different vendors.

    Attributes:
        linked: Keys of the systems that link the two names.
        together: Keys of the systems that have both names, linked or not.
    """

    linked: Mapping[_Names, frozenset[str]] = dataclasses.field(default_factory=dict)
    together: Mapping[_Names, frozenset[str]] = dataclasses.field(default_factory=dict)

    def of(self, one: tuple[str, str], other: tuple[str, str], without: str) -> tuple[int, int]:
        """Return the number of systems that link two names, and of those that have both.

        Args:
            one: A vendor and a property name.
            other: Another vendor and a property name.
            without: Key of a system to leave out.
        """
        names = _names(one, other)
        return (
            len(self.linked.get(names, frozenset()) - {without}),
            len(self.together.get(names, frozenset()) - {without}),
        )


def experience_of(systems: Iterable[System]) -> Experience:
    """Return the counts from the decisions about these systems."""
    linked: dict[_Names, set[str]] = {}
    together: dict[_Names, set[str]] = {}
    for system in systems:
        for link in system.links:
            _count(linked, link.paths, system.key)
        _count(together, system.decided, system.key)
    return Experience(_frozen(linked), _frozen(together))


def _count(counts: dict[_Names, set[str]], paths: PathsByVendor, key: str) -> None:
    for one, other in combinations(sorted(paths), 2):
        for name in {name_of(path) for path in paths[one]}:
            for counterpart in {name_of(path) for path in paths[other]}:
                counts.setdefault((one, name, other, counterpart), set()).add(key)


def _frozen(counts: Mapping[_Names, set[str]]) -> dict[_Names, frozenset[str]]:
    return {names: frozenset(keys) for names, keys in counts.items()}


def _names(one: tuple[str, str], other: tuple[str, str]) -> _Names:
    first, second = sorted((one, other))
    return (*first, *second)
