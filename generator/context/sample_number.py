"""A number that a property accepts, for a payload that shows how a connector is configured."""

from __future__ import annotations

import math

from generator.catalog.property import Property


def sample_number(prop: Property, *, whole: bool) -> float | int:
    """Return a number within the limits of a property: its least where it has one, else 1 or its greatest."""
    if prop.minimum is not None or prop.exclusive_minimum is not None:
        return _above(prop, whole=whole)
    greatest = prop.maximum if prop.maximum is not None else 1
    if prop.exclusive_maximum is not None and prop.exclusive_maximum <= greatest:
        greatest = prop.exclusive_maximum - 1
    return math.floor(min(1, greatest)) if whole else min(1, greatest)


def _above(prop: Property, *, whole: bool) -> float | int:
    least = prop.minimum if prop.minimum is not None else -math.inf
    other = prop.exclusive_minimum
    if other is None or other < least:
        return math.ceil(least) if whole else least
    if whole:
        return math.floor(other) + 1
    ends = [each for each in (prop.maximum, prop.exclusive_maximum) if each is not None]
    # Between both ends, where one of them is not accepted.
    return (other + min(ends)) / 2 if ends else other + 1
