"""A number that a property accepts, for a payload that shows how a connector is configured."""

from __future__ import annotations

import math

from generator.catalog.property import Property


def sample_number(property_: Property, *, whole: bool) -> float | int:
    """Return a number within the limits of a property: its least where it has one, else 1 or its greatest."""
    if property_.minimum is not None or property_.exclusive_minimum is not None:
        return _above(property_, whole=whole)
    greatest = property_.maximum if property_.maximum is not None else 1
    if property_.exclusive_maximum is not None and property_.exclusive_maximum <= greatest:
        greatest = property_.exclusive_maximum - 1
    return math.floor(min(1, greatest)) if whole else min(1, greatest)


def _above(property_: Property, *, whole: bool) -> float | int:
    least = property_.minimum if property_.minimum is not None else -math.inf
    other = property_.exclusive_minimum
    if other is None or other < least:
        return math.ceil(least) if whole else least
    if whole:
        return math.floor(other) + 1
    ends = [each for each in (property_.maximum, property_.exclusive_maximum) if each is not None]
    # Between both ends, where one of them is not accepted.
    return (other + min(ends)) / 2 if ends else other + 1
