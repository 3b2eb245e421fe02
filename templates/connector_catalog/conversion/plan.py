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
from .mappings import PropertyMapping, mapping_of, target_at
from .properties import ITEM, Property, names_of, places_at, properties_of


class Lost(NamedTuple):
    """The reason why a property cannot be converted: code, message and level of its gap."""

    code: str
    message: str
    level: Level = "warning"


class Node(NamedTuple):
    """A property of the payload's connector.

    Attributes:
        place: The property, as in the first variant that has it.
        secret: Whether it is a secret in any variant.
        below: The nested properties by name; empty if the value is converted as a whole.
        item: The items of a list; ``None`` if the list is converted as a whole.
        mapping: The mapping for the value; ``None`` if it is not converted, or if the nested properties are.
        lost: The reason why the value is not converted; ``None`` if it, or nested properties, are converted.
    """

    place: Property
    secret: bool
    below: Mapping[str, Node]
    item: Node | None
    mapping: PropertyMapping | None
    lost: Lost | None

    @property
    def is_whole(self) -> bool:
        """Whether the value is converted, or left out, as a whole."""
        return not self.below and self.item is None


class Plan(NamedTuple):
    """The plan for two connectors.

    Attributes:
        root: The properties of the payload's connector, with the conversion of each.
        source: The properties of the payload's connector.
        target: The properties of the target connector.
        mappings: The mappings, in the order in which they are applied.
        with_defaults: The mappings whose source property has a stated default.
    """

    root: Node
    source: Property
    target: Property
    mappings: tuple[PropertyMapping, ...]
    with_defaults: tuple[PropertyMapping, ...]


@lru_cache(maxsize=4096)
def plan_of(source: Entry, to: Entry) -> Plan:
    """Return the plan for two connectors of the same system or the same vendor."""
    return _Planner(source, to, system_of(source.vendor, source.type)).plan()


class _Planner:
    def __init__(self, source: Entry, to: Entry, system: System | None) -> None:
        self._source, self._to = source, to
        self._root, self._target = properties_of(source), properties_of(to)
        self._decided: dict[str, PropertyMapping | Lost] = {}
        self._mappings: list[PropertyMapping] = []
        title = vendors()[to.vendor].title
        self._nothing = Lost("no-counterpart", f"{title} has no corresponding property")
        self._nothing_here = Lost("no-counterpart", f"{title}'s {to.type} has no corresponding property")
        self._set_by_vendor = Lost("read-only", f"{title} sets the corresponding property", "note")
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
                self._decide(mapping_of(link, paths, (source, self._root), (to, self._target)))
            else:
                self._decided.update(dict.fromkeys(paths, self._nothing))
        for path in system.without_counterpart.get(source.vendor, ()):
            self._decided.setdefault(path, self._nothing)

    def plan(self) -> Plan:
        root = self._node((self._root,))
        ordered = sorted(self._mappings, key=_order)
        with_defaults = [each for each in self._mappings if self._has_default(each)]
        return Plan(root, self._root, self._target, tuple(ordered), tuple(with_defaults))

    def _has_default(self, mapping: PropertyMapping) -> bool:
        """Return whether the property has a stated default outside of lists."""
        names = names_of(mapping.sources[0])
        tops = places_at(names[:1], self._root)
        is_stated = any("default" in each.definition or "defaultWhen" in each.definition for each in tops)
        return is_stated and ITEM not in names and not mapping.targets[0].depth

    def _decide(self, mapping: PropertyMapping) -> None:
        settable = tuple(each for each in mapping.targets if not all(place.is_read_only for place in each.places))
        lost = None
        if not settable:
            lost = self._set_by_vendor if mapping.targets else self._nothing_here
        mapping = mapping._replace(targets=settable)
        if mapping.sources and lost is None:
            self._mappings.append(mapping)
        for path in mapping.sources:
            self._decided.setdefault(path, lost or mapping)

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
        mapping = decided if isinstance(decided, PropertyMapping) else None
        lost = decided if isinstance(decided, Lost) else None
        if not below and item is None and mapping is None and lost is None:
            mapping, lost = self._same(first)
        secret = any(each.secret for each in places)
        return Node(first, secret, below, item, mapping, lost)

    def _same(self, place: Property) -> tuple[PropertyMapping | None, Lost | None]:
        """Return the conversion of an undecided property: to the same path, if both connectors have the same vendor."""
        if self._source.vendor != self._to.vendor:
            return None, self._undecided
        target = target_at(place.path, self._target)
        if not target.places:
            return None, self._nothing_here
        mapping = PropertyMapping((place.path,), (target,), {}, frozenset(), Fraction(1))
        self._mappings.append(mapping)
        return mapping, None


def _order(mapping: PropertyMapping) -> tuple[bool, bool]:
    """Return the sort key: mappings with alternative targets, or from one value to each item of a list, come last."""
    is_spread = any(each.depth > path.count(ITEM) for each in mapping.targets for path in mapping.sources)
    return len(mapping.targets) > 1, is_spread


def _has_decisions(below: Mapping[str, Node], item: Node | None) -> bool:
    """Return whether there is a decision about a nested property."""
    inner = [*below.values(), *([item] if item else [])]
    return any(_is_decided(each) or _has_decisions(each.below, each.item) for each in inner)


def _is_decided(node: Node) -> bool:
    is_lost = node.lost is not None and node.lost.code not in ("undecided", "read-only")
    return node.mapping is not None or is_lost
