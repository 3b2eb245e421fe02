"""The properties of a connector as a tree, with what the catalog states and the constraints. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ..registry import Entry, stated
from ..requests import constraints_of
from ..value_constraints import ObjectConstraints, ValueConstraints
from ..variants import Selector

ITEM = "[]"
"""Stands in a path for each item of a list."""

NO_DEFAULT: Any = object()
"""Stands for a default that the catalog does not state."""

_VENDORS_OWN = ("readOnly", "internal")


class Property(NamedTuple):
    """A property of a connector, or the items of a list.

    Attributes:
        path: Dotted path without step and variants, such as ``accounts[].id``.
        stated: What the catalog states.
        secret: Whether it, or what contains it, is a secret.
        objects: The properties inside, by name: of each variant where there are several.
        selector: What tells the variants apart; ``None`` where there are none.
        item: The items of a list; ``None`` where nothing is stated about what is inside of them.
    """

    path: str
    stated: Mapping[str, Any]
    constraints: ValueConstraints
    secret: bool
    objects: tuple[Mapping[str, Property], ...] = ()
    selector: Selector | None = None
    item: Property | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether nothing is stated about what is inside."""
        return not self.objects and (self.item is None or self.item.is_leaf)

    @property
    def is_read_only(self) -> bool:
        """Whether the vendor sets it."""
        return bool(self.stated.get("readOnly")) or self.stated.get("requirement") in _VENDORS_OWN

    @property
    def encoding(self) -> str:
        """What a string encodes, such as ``boolean``; empty where it encodes nothing."""
        return str(self.stated.get("encoding", ""))

    @property
    def default(self) -> Any:
        """What the vendor uses where it is not given, ``NO_DEFAULT`` where that is not known."""
        return self.stated.get("default", NO_DEFAULT)

    @property
    def is_list(self) -> bool:
        """Whether the vendor takes a list and nothing else."""
        return self.constraints.types == ("array",)


@lru_cache(maxsize=4096)
def properties_of(entry: Entry) -> Property:
    """Return the object of a connector's properties, without the one that has the connector's id."""
    constraints = constraints_of(entry)
    found: dict[str, Property] = {}
    for step in stated(entry.vendor, entry.type)["steps"]:
        for name, each in _properties(step["properties"], constraints, "", secret=False).items():
            # Of a property that two steps have, the one that a caller can set.
            if name not in found or found[name].is_read_only:
                found[name] = each
    return Property("", {}, ValueConstraints(object=constraints), secret=False, objects=(found,))


def _properties(
    stated: Sequence[Mapping[str, Any]], constraints: ObjectConstraints | None, above: str, *, secret: bool
) -> dict[str, Property]:
    known = constraints.properties if constraints else {}
    return {
        each["name"]: _property(
            each, known.get(each["name"]), f"{above}.{each['name']}" if above else each["name"], secret=secret
        )
        for each in stated
    }


def _property(stated: Mapping[str, Any], constraints: ValueConstraints | None, path: str, *, secret: bool) -> Property:
    # What is inside of text is described and not constrained.
    own = constraints or ValueConstraints(types=_types(stated))
    secret = secret or bool(stated.get("secret"))
    objects: list[Mapping[str, Property]] = []
    if stated.get("properties"):
        objects.append(_properties(stated["properties"], own.object, path, secret=secret))
    for number, each in enumerate(stated.get("variants", ())):
        inner = own.variants.objects[number] if own.variants else None
        objects.append(_properties(each["properties"], inner, path, secret=secret))
    items = stated.get("items")
    item = _property(items, own.items, path + ITEM, secret=secret) if items else None
    return Property(path, stated, own, secret, tuple(objects), own.variants.selector if own.variants else None, item)


def _types(stated: Mapping[str, Any]) -> tuple[str, ...]:
    types = stated.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)


def names_of(path: str) -> tuple[str, ...]:
    """Return the names of a path: of ``accounts[].id``, ``accounts``, ``[]`` and ``id``."""
    return tuple(path.replace(ITEM, f".{ITEM}").split("."))


def found_at(names: tuple[str, ...], root: Property) -> tuple[Property, ...]:
    """Return the property that the names of a path lead to, in each variant that has it."""
    found = [root]
    for name in names:
        found = [inner for each in found for inner in _inside(each, name)]
    return tuple(found)


def _inside(above: Property, name: str) -> Iterator[Property]:
    if name == ITEM:
        yield from [above.item] if above.item else []
    else:
        yield from (inner[name] for inner in above.objects if name in inner)
