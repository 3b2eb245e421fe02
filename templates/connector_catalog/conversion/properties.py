"""The properties of a connector as a tree, with what the catalog states and the constraints. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ..entry import Entry
from ..property_definitions import is_set_by_vendor, types_of
from ..registry import definition_of
from ..requests import constraints_of
from ..string_values import decoded
from ..value_constraints import ObjectConstraints, ValueConstraints
from ..variants import Selector

ITEM = "[]"
"""Stands for the items of a list in a path."""

NO_DEFAULT: Any = object()
"""Stands for a default that the catalog does not state."""


class Property(NamedTuple):
    """A property of a connector, or the items of a list.

    Attributes:
        path: Dotted path without step and variants, such as ``accounts[].id``.
        definition: The property in the catalog.
        constraints: The constraints that ``validate`` checks.
        secret: Whether the property, or an object that contains it, is a secret.
        objects: The nested properties by name, for each variant.
        selector: The selector of the variants, or ``None``.
        item: The items of a list; ``None`` if nothing is stated about them.
    """

    path: str
    definition: Mapping[str, Any]
    constraints: ValueConstraints
    secret: bool
    objects: tuple[Mapping[str, Property], ...] = ()
    selector: Selector | None = None
    item: Property | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether no nested properties are stated."""
        return not self.objects and (self.item is None or self.item.is_leaf)

    @property
    def is_read_only(self) -> bool:
        """Whether the vendor sets it."""
        return is_set_by_vendor(self.definition)

    @property
    def encoding(self) -> str:
        """The type that a string encodes, such as ``boolean``, or an empty string."""
        return str(self.definition.get("encoding", ""))

    @property
    def separator(self) -> str:
        """The separator of a list that a string encodes, or an empty string."""
        return str(self.definition.get("separator", ""))

    def decoded(self, value: Any) -> Any:
        """Return the list or the object that a string of this property encodes; other values unchanged."""
        found = decoded(value, self.encoding, self.separator)
        return found if isinstance(found, list | dict) else value

    @property
    def default(self) -> Any:
        """The default; ``NO_DEFAULT`` if it is not known."""
        return self.definition.get("default", NO_DEFAULT)

    @property
    def is_list(self) -> bool:
        """Whether the property accepts lists only."""
        return self.constraints.types == ("array",)


@lru_cache(maxsize=4096)
def properties_of(entry: Entry) -> Property:
    """Return a connector's properties as one object, without the property that has the connector's id."""
    constraints = constraints_of(entry)
    properties: dict[str, Property] = {}
    for step in definition_of(entry.vendor, entry.type)["steps"]:
        for name, each in _properties(step["properties"], constraints, "", secret=False).items():
            # If two steps have the property, the one that callers can set counts.
            if name not in properties or properties[name].is_read_only:
                properties[name] = each
    return Property("", {}, ValueConstraints(object=constraints), secret=False, objects=(properties,))


def _properties(
    definitions: Sequence[Mapping[str, Any]], constraints: ObjectConstraints | None, above: str, *, secret: bool
) -> dict[str, Property]:
    known = constraints.properties if constraints else {}
    return {
        each["name"]: _property(
            each, known.get(each["name"]), f"{above}.{each['name']}" if above else each["name"], secret=secret
        )
        for each in definitions
    }


def _property(
    definition: Mapping[str, Any], constraints: ValueConstraints | None, path: str, *, secret: bool
) -> Property:
    # The contents of encoded strings are described but not constrained.
    checked = constraints or ValueConstraints(types=types_of(definition))
    secret = secret or bool(definition.get("secret"))
    objects: list[Mapping[str, Property]] = []
    if definition.get("properties"):
        objects.append(_properties(definition["properties"], checked.object, path, secret=secret))
    for number, each in enumerate(definition.get("variants", ())):
        inner = checked.variants.objects[number] if checked.variants else None
        objects.append(_properties(each["properties"], inner, path, secret=secret))
    items = definition.get("items")
    item = _property(items, checked.items, path + ITEM, secret=secret) if items else None
    return Property(
        path, definition, checked, secret, tuple(objects), checked.variants.selector if checked.variants else None, item
    )


def names_of(path: str) -> tuple[str, ...]:
    """Return the names in a path: ``accounts``, ``[]`` and ``id`` for ``accounts[].id``."""
    return tuple(path.replace(ITEM, f".{ITEM}").split("."))


def places_at(names: tuple[str, ...], root: Property) -> tuple[Property, ...]:
    """Return the property at a path, in each variant that has it."""
    places = [root]
    for name in names:
        places = [inner for each in places for inner in _inside(each, name)]
    return tuple(places)


def _inside(above: Property, name: str) -> Iterator[Property]:
    if name == ITEM:
        yield from [above.item] if above.item else []
    else:
        yield from (inner[name] for inner in above.objects if name in inner)
