"""Plans the conversion between two connectors, once for each pair. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from ..entry import Entry
from ..problems import Level
from ..system import System, system_of
from ..vendors import vendors
from .carries import Carry, carry_of, target_at
from .properties import ITEM, Property, found_at, names_of, properties_of


class Lost(NamedTuple):
    """The reason why a property cannot be converted: code, message and level of its gap."""

    code: str
    message: str
    level: Level = "warning"


class Node(NamedTuple):
    """A property of the payload's connector.

    Attributes:
        found: The property, as in the first variant that has it.
        secret: Whether it is a secret in any variant.
        below: The nested properties by name; empty if the value is converted as a whole.
        item: The items of a list; ``None`` if the list is converted as a whole.
        carry: The mapping for the value; ``None`` if it is not converted, or if the nested properties are.
        lost: The reason why the value is not converted; ``None`` if it, or nested properties, are converted.
    """

    found: Property
    secret: bool
    below: Mapping[str, Node]
    item: Node | None
    carry: Carry | None
    lost: Lost | None

    @property
    def is_whole(self) -> bool:
        """Whether the value is converted, or left out, as a whole."""
        return not self.below and self.item is None


class Plan(NamedTuple):
    """The plan for two connectors.

    Attributes:
        root: The properties of the payload's connector, with the conversion of each.
        own: The properties of the payload's connector.
        target: The properties of the target connector.
        carries: The mappings, in the order in which they are applied.
        with_defaults: The mappings whose source property has a stated default.
    """

    root: Node
    own: Property
    target: Property
    carries: tuple[Carry, ...]
    with_defaults: tuple[Carry, ...]


@lru_cache(maxsize=4096)
def plan_of(source: Entry, to: Entry) -> Plan:
    """Return the plan for two connectors of the same system or the same vendor."""
    return _Planner(source, to, system_of(source.vendor, source.type)).plan()


class _Planner:
    def __init__(self, source: Entry, to: Entry, system: System | None) -> None:
        self._source, self._to = source, to
        self._root, self._target = properties_of(source), properties_of(to)
        self._decided: dict[str, Carry | Lost] = {}
        self._carries: list[Carry] = []
        title = vendors()[to.vendor].title
        self._nothing = Lost("no-counterpart", f"{title} has no corresponding property")
        self._nothing_here = Lost("no-counterpart", f"{title}'s {to.type} has no corresponding property")
        self._own = Lost("read-only", f"{title} sets the corresponding property", "note")
        self._undecided = Lost("undecided", f"the corresponding property of {title} has not been reviewed")
        own_title = vendors()[source.vendor].title
        self._read_only = Lost("read-only", f"{own_title} sets it; left out", "note")
        if system is not None and source.vendor != to.vendor:
            self._decide_all(system)

    def _decide_all(self, system: System) -> None:
        source, to = self._source, self._to
        for link in system.links:
            paths = link.paths.get(source.vendor, ())
            if to.vendor in link.paths:
                self._decide(carry_of(link, paths, (source, self._root), (to, self._target)))
            else:
                self._decided.update(dict.fromkeys(paths, self._nothing))
        for path in system.without_counterpart.get(source.vendor, ()):
            self._decided.setdefault(path, self._nothing)

    def plan(self) -> Plan:
        root = self._node((self._root,))
        ordered = sorted(self._carries, key=_order)
        with_defaults = [each for each in self._carries if self._has_default(each)]
        return Plan(root, self._root, self._target, tuple(ordered), tuple(with_defaults))

    def _has_default(self, carry: Carry) -> bool:
        """Return whether the property has a stated default outside of lists."""
        names = names_of(carry.sources[0])
        tops = found_at(names[:1], self._root)
        is_stated = any("default" in each.stated or "defaultWhen" in each.stated for each in tops)
        return is_stated and ITEM not in names and not carry.targets[0].depth

    def _decide(self, carry: Carry) -> None:
        settable = tuple(each for each in carry.targets if not all(place.is_read_only for place in each.places))
        lost = None if settable else self._own if carry.targets else self._nothing_here
        carry = carry._replace(targets=settable)
        if carry.sources and lost is None:
            self._carries.append(carry)
        for path in carry.sources:
            self._decided.setdefault(path, lost or carry)

    def _node(self, places: tuple[Property, ...]) -> Node:
        """Return the node of a property, given the property in each variant that has it."""
        first = places[0]
        below: dict[str, Node] = {}
        names = dict.fromkeys(name for each in places for inner in each.objects for name in inner)
        for name in names:
            below[name] = self._node(tuple(inner[name] for each in places for inner in each.objects if name in inner))
        items = tuple(each.item for each in places if each.item is not None)
        item = self._node(items) if items and not items[0].is_leaf else None
        decided = self._read_only if first.is_read_only else self._decided.get(first.path)
        if first.path and (first.is_read_only or (decided and not _has_decisions(below, item))):
            below, item = {}, None
        carry = decided if isinstance(decided, Carry) else None
        lost = decided if isinstance(decided, Lost) else None
        if not below and item is None and carry is None and lost is None:
            carry, lost = self._same(first)
        secret = any(each.secret for each in places)
        return Node(first, secret, below, item, carry, lost)

    def _same(self, found: Property) -> tuple[Carry | None, Lost | None]:
        """Return the conversion of an undecided property: to the same path, if both connectors have the same vendor."""
        if self._source.vendor != self._to.vendor:
            return None, self._undecided
        target = target_at(found.path, self._target)
        if not target.places:
            return None, self._nothing_here
        carry = Carry((found.path,), (target,), {}, frozenset(), Fraction(1))
        self._carries.append(carry)
        return carry, None


def _order(carry: Carry) -> tuple[bool, bool]:
    """Return the sort key: mappings with alternative targets, or from one value to each item of a list, come last."""
    is_spread = any(each.depth > path.count(ITEM) for each in carry.targets for path in carry.sources)
    return len(carry.targets) > 1, is_spread


def _has_decisions(below: Mapping[str, Node], item: Node | None) -> bool:
    """Return whether there is a decision about a nested property."""
    inner = [*below.values(), *([item] if item else [])]
    return any(
        each.carry is not None
        or (each.lost is not None and each.lost.code not in ("undecided", "read-only"))
        or _has_decisions(each.below, each.item)
        for each in inner
    )
