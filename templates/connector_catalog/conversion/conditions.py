"""Evaluates conditions of the catalog for given properties. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..constraints import is_among
from .properties import NO_DEFAULT, Property

_CONDITIONS = ("requiredWhen", "appliesWhen")


def default_of(place: Property, given: Collection[str]) -> Any:
    """Return the default of a property; ``NO_DEFAULT`` if it is not known.

    Args:
        place: The property.
        given: The names of the given properties of the same object.
    """
    for each in place.definition.get("defaultWhen", ()):
        if any(name in given for name in each["anyGiven"]):
            return each["value"]
    return place.default


def conditions_of(place: Property) -> list[str]:
    """Return the properties that the conditions of a property name."""
    return [clause["property"] for name in _CONDITIONS for clause in place.definition.get(name, ())]


def may_apply(place: Property, given: Mapping[str, tuple[Any, ...]], siblings: Mapping[str, Property]) -> bool:
    """Return whether a property may apply: none of its conditions is known to be false.

    Args:
        place: The property.
        given: The values that each given property of the same object has, or may have.
        siblings: The properties of the same object, for their defaults.
    """
    for each in (clause for name in _CONDITIONS for clause in place.definition.get(name, ())):
        values = given.get(each["property"], ())
        if not values and each["property"] in siblings:
            default = default_of(siblings[each["property"]], given)
            values = () if default is NO_DEFAULT else (default,)
        if values and not any(is_among(value, each["in"]) for value in values):
            return False
    return True
