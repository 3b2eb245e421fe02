"""Maps a property of one connector to a property of another. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from ..entry import Entry
from ..string_values import text_of
from ..system import Link
from .properties import Property, names_of, places_at

_SIZES = {
    "millisecond": ("time", Fraction(1, 1000)),
    "second": ("time", Fraction(1)),
    "minute": ("time", Fraction(60)),
    "hour": ("time", Fraction(3600)),
    "day": ("time", Fraction(86400)),
    "week": ("time", Fraction(604800)),
    "byte": ("size", Fraction(1)),
    "kilobyte": ("size", Fraction(10**3)),
    "megabyte": ("size", Fraction(10**6)),
    "gigabyte": ("size", Fraction(10**9)),
}


_OF_VARYING_SIZE = ("month", "year")
_LONGEST_LISTED = 1_000


class Target(NamedTuple):
    """A property of the target connector.

    Attributes:
        path: Dotted path.
        names: The names in the path, with ``[]`` for the items of a list.
        places: The property in each variant that has it.
        siblings: All properties of each of these variants.
    """

    path: str
    names: tuple[str, ...]
    places: tuple[Property, ...]
    siblings: tuple[Mapping[str, Property], ...]

    @property
    def depth(self) -> int:
        """The number of lists that contain the property."""
        return self.names.count("[]")


class PropertyMapping(NamedTuple):
    """A mapping from a property of the payload to a property of the target.

    Attributes:
        sources: Paths of the property in the payload; of several alternatives, the first that is given counts.
        targets: The target properties; of several alternatives, the first that fits the other properties is written.
        values: By listed value in lower case, the values that mean the same. The first is used, unless only another one
            fits the other properties.
        without: Listed values in lower case that have no counterpart.
        factor: Factor for numbers; ``None`` if the units are not known.
    """

    sources: tuple[str, ...]
    targets: tuple[Target, ...]
    values: Mapping[str, tuple[str, ...]]
    without: frozenset[str]
    factor: Fraction | None


def mapping_of(
    link: Link, paths: tuple[str, ...], source: tuple[Entry, Property], target: tuple[Entry, Property]
) -> PropertyMapping:
    """Return the mapping of a link between two connectors; without targets if the target connector lacks the property.

    Args:
        link: The link.
        paths: Paths of the property in the payload.
        source: The connector of the payload, and its properties.
        target: The target connector, and its properties.
    """
    vendors = source[0].vendor, target[0].vendor
    counterparts = [target_at(path, target[1]) for path in link.paths.get(vendors[1], ())]
    targets = tuple(each for each in counterparts if each.places)
    values: dict[str, tuple[str, ...]] = {}
    without = set()
    for row in link.values:
        given, counterpart = (row.get(each) for each in vendors)
        if given is not None and counterpart is not None:
            values[given.casefold()] = (*values.get(given.casefold(), ()), counterpart)
        elif given is not None:
            without.add(given.casefold())
    places = [each for path in paths for each in places_at(names_of(path), source[1])]
    units = [link.units.get(vendors[0]) or unit_of(places)]
    units.append(link.units.get(vendors[1]) or unit_of([place for each in targets for place in each.places]))
    return PropertyMapping(paths, targets, values, frozenset(without - values.keys()), factor_of(units[0], units[1]))


def target_at(path: str, root: Property) -> Target:
    """Return the property at a path as a target."""
    names = names_of(path)
    above = places_at(names[:-1], root)
    siblings = tuple(inner for each in above for inner in each.objects if names[-1] in inner)
    return Target(path, names, places_at(names, root), siblings)


def unit_of(places: list[Property]) -> str:
    """Return the unit that the catalog states for a property; empty if it states none."""
    return next((str(each.definition["unit"]) for each in places if each.definition.get("unit")), "")


def factor_of(one: str, other: str) -> Fraction | None:
    """Return the factor that converts numbers from one unit to another; ``None`` if it is not known."""
    # A unit without other scales, such as lines, need not be stated on both sides.
    if one == other or (not (one and other) and (one or other) not in {*_SIZES, *_OF_VARYING_SIZE}):
        return Fraction(1)
    if one not in _SIZES or other not in _SIZES or _SIZES[one][0] != _SIZES[other][0]:
        return None
    return _SIZES[one][1] / _SIZES[other][1]


def text_of_value(value: Any) -> str:
    """Return a value as text in lower case, as rows of values have it; empty for values that are never listed."""
    if isinstance(value, str):
        return value.casefold() if len(value) <= _LONGEST_LISTED else ""
    # Python refuses to print integers with thousands of digits.
    return text_of(value) if isinstance(value, float) or (isinstance(value, int) and value.bit_length() < 64) else ""
