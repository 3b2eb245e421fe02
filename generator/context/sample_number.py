"""A number that a property accepts, for a payload that shows how a connector is configured."""

from __future__ import annotations

import math

from generator.catalog.property import Property


def sample_number(found: Property, *, whole: bool) -> float | int:
    """Return a number within the limits of a property: its least where it has one, else 1 or its greatest."""
    if found.minimum is not None or found.exclusive_minimum is not None:
        return _above(found, whole=whole)
    greatest = found.maximum if found.maximum is not None else 1
    if found.exclusive_maximum is not None and found.exclusive_maximum <= greatest:
        greatest = found.exclusive_maximum - 1
    return math.floor(min(1, greatest)) if whole else min(1, greatest)


def _above(found: Property, *, whole: bool) -> float | int:
    least = found.minimum if found.minimum is not None else -math.inf
    other = found.exclusive_minimum
    if other is None or other < least:
        return math.ceil(least) if whole else least
    if whole:
        return math.floor(other) + 1
    ends = [each for each in (found.maximum, found.exclusive_maximum) if each is not None]
    # Between both ends, where one of them is not accepted.
    return (other + min(ends)) / 2 if ends else other + 1
