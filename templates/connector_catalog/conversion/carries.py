"""How a property of one connector becomes a property of another. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from ..registry import Entry
from ..system import Link
from .properties import Property, found_at, names_of

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
    """A property that takes the value.

    Attributes:
        path: Its dotted path.
        names: The names of the path, with ``[]`` for the items of a list.
        places: The property in each variant that has it.
        siblings: The properties of each of these variants.
    """

    path: str
    names: tuple[str, ...]
    places: tuple[Property, ...]
    siblings: tuple[Mapping[str, Property], ...]

    @property
    def depth(self) -> int:
        """The number of lists of objects that contain it."""
        return self.names.count("[]")


class Carry(NamedTuple):
    """Carries one meaning over.

    Attributes:
        sources: The paths of the property in the payload; of several, the first that is given counts.
        targets: The properties that take the value; of several, the first that goes with the others is written.
        values: By text of a listed value in lower case, the texts of the values that mean the same; the first counts
            unless only another one goes with the other properties.
        without: Texts of listed values in lower case that have no counterpart.
        factor: What a number is multiplied by; ``None`` where it is not known.
    """

    sources: tuple[str, ...]
    targets: tuple[Target, ...]
    values: Mapping[str, tuple[str, ...]]
    without: frozenset[str]
    factor: Fraction | None


def carry_of(
    link: Link, paths: tuple[str, ...], source: tuple[Entry, Property], target: tuple[Entry, Property]
) -> Carry:
    """Return how a link carries values over; without targets where the other connector does not have the property."""
    vendors = source[0].vendor, target[0].vendor
    found = [target_at(path, target[1]) for path in link.paths.get(vendors[1], ())]
    targets = tuple(each for each in found if each.places)
    values: dict[str, tuple[str, ...]] = {}
    without = set()
    for row in link.values:
        given, meant = (row.get(each) for each in vendors)
        if given is not None and meant is not None:
            values[given.casefold()] = (*values.get(given.casefold(), ()), meant)
        elif given is not None:
            without.add(given.casefold())
    places = [each for path in paths for each in found_at(names_of(path), source[1])]
    units = [link.units.get(vendors[0]) or unit_of(places)]
    units.append(link.units.get(vendors[1]) or unit_of([place for each in targets for place in each.places]))
    return Carry(paths, targets, values, frozenset(without - values.keys()), factor_of(units[0], units[1]))


def target_at(path: str, root: Property) -> Target:
    """Return the property at a path as a target."""
    names = names_of(path)
    above = found_at(names[:-1], root)
    siblings = tuple(inner for each in above for inner in each.objects if names[-1] in inner)
    return Target(path, names, found_at(names, root), siblings)


def unit_of(places: list[Property]) -> str:
    """Return the unit that the catalog states for a property; empty where it states none."""
    return next((str(each.stated["unit"]) for each in places if each.stated.get("unit")), "")


def factor_of(one: str, other: str) -> Fraction | None:
    """Return what a number of one unit is multiplied by to be one of another; ``None`` where that is not known."""
    # What is counted, such as lines, has one unit only, so that it need not be stated twice.
    if one == other or (not (one and other) and (one or other) not in {*_SIZES, *_OF_VARYING_SIZE}):
        return Fraction(1)
    if one not in _SIZES or other not in _SIZES or _SIZES[one][0] != _SIZES[other][0]:
        return None
    return _SIZES[one][1] / _SIZES[other][1]


def text_of_value(value: Any) -> str:
    """Return a listed value as rows of values have it, in lower case; nothing for what is never listed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.casefold() if len(value) <= _LONGEST_LISTED else ""
    # Python does not write integers of thousands of digits.
    return str(value) if isinstance(value, float) or (isinstance(value, int) and value.bit_length() < 64) else ""
