"""Collects the values to convert from a payload, and the reasons for leaving out the others. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..adoption.keeping import text_of
from ..bounds import PAYLOADS
from ..diff.canonical import is_mask
from ..diff.property_info import PropertyInfo
from ..problems import Level, Problem
from .mappings import PropertyMapping
from .plan import Node

Path = tuple[str | int, ...]

_MASKED = "it is masked; write the secret, or a reference to it"
_TYPES = {True: "expected an object", False: "expected a list"}


class Given(NamedTuple):
    """A value of the payload to convert.

    Attributes:
        node: The property in the plan.
        value: The value.
        path: Path in the payload.
        indexes: Indexes of the list items that contain the value, the outer list first.
    """

    node: Node
    value: Any
    path: Path
    indexes: tuple[int, ...]


class Gaps:
    """Collects the gaps of one payload up to a bound, and counts the others."""

    def __init__(self) -> None:
        self.gaps: list[Problem] = []
        self._seen: set[tuple[str, str]] = set()
        self._more = 0

    def add(self, path: Path | str, code: str, message: str, level: Level = "warning", hint: str = "") -> None:
        """Add a gap, unless there is one with the same path and code."""
        if len(self.gaps) >= PAYLOADS.problems:
            self._more += 1
            return
        text = path if isinstance(path, str) else text_of(path)
        if (text, code) not in self._seen:
            self._seen.add((text, code))
            self.gaps.append(Problem(text, code, message, hint, level=level))

    def all(self) -> tuple[Problem, ...]:
        """Return the gaps, in the order in which they were found."""
        if self._more:
            more = f"more than {PAYLOADS.problems:,} gaps; the others are not listed"
            return (*self.gaps, Problem("", "too-large", more, level="warning"))
        return tuple(self.gaps)


class Collector:
    """Collects the values to convert.

    Attributes:
        given: The values, by the identity of the mapping that converts them.
    """

    def __init__(self, gaps: Gaps) -> None:
        self._gaps = gaps
        self.given: dict[int, list[Given]] = {}

    def collect(self, value: Any, node: Node, path: Path, indexes: tuple[int, ...] = ()) -> None:
        """Collect the values at and below a place of the payload."""
        if node.is_whole:
            self._whole(value, node, path, indexes)
            return
        value = node.place.decoded(value)
        if isinstance(value, Mapping) and node.below:
            for name, each in value.items():
                self.collect_property(name, each, node, path, indexes)
        elif isinstance(value, list) and node.item is not None:
            for number, each in enumerate(value):
                self.collect(each, node.item, (*path, number), (*indexes, number))
        elif value is not None:
            self._gaps.add(path, "invalid", _TYPES[bool(node.below)])

    def collect_property(self, name: Any, value: Any, node: Node, path: Path, indexes: tuple[int, ...] = ()) -> None:
        """Collect a property of an object at a path."""
        below = node.below.get(name) if isinstance(name, str) else None
        if below is None:
            self._gaps.add((*path, str(name)), "unknown", "the catalog does not know this property")
        else:
            self.collect(value, below, (*path, name), indexes)

    def _whole(self, value: Any, node: Node, path: Path, indexes: tuple[int, ...]) -> None:
        if value is None:
            # APIs return null for properties that are not set.
            return
        if node.lost is not None or node.mapping is None:
            code, message, level = node.lost or ("undecided", "", "warning")
            self._gaps.add(path, code, message, level)
        elif has_mask(value, node):
            self._gaps.add(path, "masked", _MASKED)
        elif (expected := _wrong_structure(value, node)) is not None:
            self._gaps.add(path, "invalid", expected)
        else:
            self.given.setdefault(id(node.mapping), []).append(Given(node, value, path, indexes))

    def of(self, mapping: PropertyMapping) -> list[Given]:
        """Return the values for a mapping; of alternative properties, only those of the first that is given."""
        given = self.given.get(id(mapping), [])
        if len(given) < 2 or len(mapping.sources) == 1:
            return given
        path = min((each.node.place.path for each in given), key=mapping.sources.index)
        preferred = [each for each in given if each.node.place.path == path]
        for each in given:
            if each.node.place.path != path and [each.value] != [other.value for other in preferred]:
                self._gaps.add(each.path, "ambiguous", f"{path} means the same and is converted instead")
        return preferred


def _wrong_structure(value: Any, node: Node) -> str | None:
    """Return the error message for a list or an object that the source property does not accept."""
    fault = node.place.constraints.fault(value) if isinstance(value, list | dict) else None
    return fault[1] if fault is not None and fault[0] == "type" else None


def has_mask(value: Any, node: Node) -> bool:
    """Return whether a value is the mask of a secret, or contains one."""
    info, waiting = PropertyInfo(guards=node.secret), [node.place.decoded(value)]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str) and is_mask(inner, info):
            return True
        if isinstance(inner, Mapping | list):
            waiting += inner.values() if isinstance(inner, Mapping) else inner
    return False
