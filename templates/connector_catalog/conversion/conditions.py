"""Evaluates conditions of the catalog for given properties. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..rules import Condition
from ..stated_conditions import conditions_of
from .properties import Property

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


def subjects_of(place: Property) -> list[str]:
    """Return the properties that the conditions of a property name."""
    return [clause["property"] for name in _CONDITIONS for clause in place.definition.get(name, ())]


def may_apply(place: Property, given: Mapping[str, tuple[Any, ...]], siblings: Mapping[str, Property]) -> bool:
    """Return whether a property may apply: none of its conditions is known to be false.

    Args:
        place: The property.
        given: The values that each given property of the same object has, or may have.
        siblings: The properties of the same object, for their defaults.
    """
    return all(
        _may_hold(condition, given)
        for name in _CONDITIONS
        for condition in conditions_of(
            place.definition.get(name, ()), {name: each.definition for name, each in siblings.items()}
        )
    )


def _may_hold(condition: Condition, given: Mapping[str, tuple[Any, ...]]) -> bool:
    values = given.get(condition.name, ())
    others = dict.fromkeys(given.keys() - {condition.name})
    return any(condition.holds(each) is not False for each in [{condition.name: value} for value in values] or [others])
