"""Whether conditions of the catalog hold for some properties. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..constraints import is_among
from .properties import NO_DEFAULT, Property

_CONDITIONS = ("requiredWhen", "appliesWhen")


def default_of(place: Property, given: Collection[str]) -> Any:
    """Return what the vendor uses where a property is not given, ``NO_DEFAULT`` where that is not known.

    Args:
        place: The property.
        given: The names of the properties that are given in the same object.
    """
    for each in place.stated.get("defaultWhen", ()):
        if any(name in given for name in each["anyGiven"]):
            return each["value"]
    return place.default


def conditions_of(place: Property) -> list[str]:
    """Return the properties on which the meaning of a property depends."""
    return [clause["property"] for name in _CONDITIONS for clause in place.stated.get(name, ())]


def may_apply(place: Property, given: Mapping[str, tuple[Any, ...]], beside: Mapping[str, Property]) -> bool:
    """Return whether a property may have a meaning: no condition is known not to hold.

    Args:
        place: The property.
        given: What is given in the same object: the values that each property has, or may have.
        beside: The properties of that object, with their defaults.
    """
    for each in (clause for name in _CONDITIONS for clause in place.stated.get(name, ())):
        values = given.get(each["property"], ())
        if not values and each["property"] in beside:
            default = default_of(beside[each["property"]], given)
            values = () if default is NO_DEFAULT else (default,)
        if values and not any(is_among(value, each["in"]) for value in values):
            return False
    return True
