"""Checks the nodes of a YAML document before they become values."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..bounds import PAYLOADS
from ..problems import Problem
from .finding import BadInputError
from .json_places import Places, inside, item

_TAG = "tag:yaml.org,2002:"
_JSON = frozenset(_TAG + name for name in ("map", "seq", "str", "int", "float", "bool", "null"))
_OTHERS = {
    _TAG + "timestamp": "a date",
    _TAG + "binary": "bytes",
    _TAG + "set": "a set",
    _TAG + "omap": "an ordered map",
    _TAG + "pairs": "pairs",
    _TAG + "value": "a default value",
}
_NUMBERS = frozenset({_TAG + "int", _TAG + "float"})
_MERGE = _TAG + "merge"
_NOT_FINITE = frozenset({".nan", ".inf"})
_QUOTES = "put it in quotes"


class Size(NamedTuple):
    """The size of a document with its aliases expanded.

    Attributes:
        nodes: The number of nodes.
        depth: The nesting of collections.
        is_aliased: Whether there are aliases.
    """

    nodes: int
    depth: int
    is_aliased: bool


def size_of(root: Any) -> Size:
    """Return the size of the document below a node.

    Raises:
        BadInputError: A collection contains itself (``too-large``).
    """
    known: dict[int, tuple[int, int]] = {}
    begun: set[int] = set()
    aliased = False

    def measure(node: Any) -> tuple[int, int]:
        nonlocal aliased
        if id(node) in known:
            aliased = True
            return known[id(node)]
        if id(node) in begun:
            raise BadInputError("too-large", "a collection contains itself", line=node.start_mark.line + 1)
        begun.add(id(node))
        inner = [measure(each) for each in _children(node)]
        depth = max((each[1] for each in inner), default=0) + isinstance(node.value, list)
        known[id(node)] = (1 + sum(each[0] for each in inner), depth)
        return known[id(node)]

    nodes, depth = measure(root)
    return Size(nodes, depth, aliased)


def _children(node: Any) -> list[Any]:
    if not isinstance(node.value, list):
        return []
    return [part for each in node.value for part in (each if isinstance(each, tuple) else (each,))]


class Nodes:
    """The lines of a document's values, and the problems: duplicate keys, and what JSON does not have."""

    def __init__(self) -> None:
        self.places = Places({}, [])
        self.problems: list[Problem] = []

    def enter(self, node: Any, path: str) -> None:
        """Check a node and everything below.

        Raises:
            BadInputError: A tag is not a standard one (``not-yaml``), or a number has too many digits
                (``too-large``).
        """
        self.places.lines.setdefault(path, node.start_mark.line + 1)
        self._tag(node, path)
        if node.id == "mapping":
            self._mapping(node, path)
        elif node.id == "sequence":
            for number, each in enumerate(node.value):
                self.enter(each, item(path, number))

    def _tag(self, node: Any, path: str) -> None:
        if node.tag in _OTHERS:
            message = f"YAML parses this as {_OTHERS[node.tag]}, which JSON does not have"
            self.problems.append(Problem(path, "type", message, _QUOTES if node.id == "scalar" else ""))
        elif node.tag not in _JSON:
            raise BadInputError("not-yaml", "unknown tag", line=node.start_mark.line + 1)
        elif node.tag in _NUMBERS and len(node.value) > PAYLOADS.digits:
            # Also of base 60, which takes PyYAML time that grows with the square of the digits.
            message = f"a number has more than {PAYLOADS.digits:,} digits"
            raise BadInputError("too-large", message, line=node.start_mark.line + 1)
        elif node.tag == _TAG + "float" and node.value.lower().lstrip("+-") in _NOT_FINITE:
            self.problems.append(Problem(path, "type", "JSON has no NaN or Infinity"))

    def _mapping(self, node: Any, path: str) -> None:
        seen: set[str] = set()
        for key, value in node.value:
            if key.tag == _MERGE:
                # A property of the object itself takes precedence.
                for each in value.value if value.id == "sequence" else [value]:
                    if each.id == "mapping":
                        self.enter(each, path)
            elif key.tag != _TAG + "str":
                line = key.start_mark.line + 1
                raise BadInputError("type", "expected a string as property name", line=line, hint=_QUOTES)
            else:
                self._property(key, value, path, seen)

    def _property(self, key: Any, value: Any, path: str, seen: set[str]) -> None:
        inner = inside(path, key.value)
        if key.value in seen:
            self.problems.append(Problem(inner, "duplicate-key", "duplicate key"))
        seen.add(key.value)
        self.places.lines[inner] = key.start_mark.line + 1
        self.enter(value, inner)
