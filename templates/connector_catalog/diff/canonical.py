"""Canonical forms, by which different spellings of the same value are equal. Needs the standard library only."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Any

from ..string_values import boolean_in, number_in, text_of
from ..string_values import decoded as string_decoded
from .property_info import PropertyInfo

EMPTY: Hashable = ("empty",)
"""The canonical form of null, of an empty string, list or object, and of a missing value."""

_MASK = frozenset("*•●∙·")
_SHORTEST_MASK = 4
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def is_mask(value: Any, info: PropertyInfo) -> bool:
    """Return whether a value of a response masks a secret."""
    # A file pattern may be a single asterisk, so the mask of a property that is not a known secret must be longer.
    shortest = 1 if info.guards else _SHORTEST_MASK
    return isinstance(value, str) and len(value) >= shortest and _MASK.issuperset(value)


def decoded(value: Any, info: PropertyInfo) -> Any:
    """Return the list or object that a string encodes; other values unchanged."""
    if info.string_encoding in ("list", "json"):
        return string_decoded(value, info.string_encoding, info.separator, _exact)
    return [value] if isinstance(value, str) and value and "array" in info.types else value


def _exact(text: str) -> float | Decimal:
    """Return a number, as a float where that is as exact as its shortest form."""
    exact, number = Decimal(text), float(text)
    return number if Decimal(repr(number)) == exact else exact


def canonical(value: Any, info: PropertyInfo) -> Hashable:
    """Return a form that equal values share, such as ``"3306"`` and 3306 of a port, or two spellings of a time.

    The order of a list matters only if it contains objects.
    """
    value = decoded(value.isoformat() if isinstance(value, datetime.date) else value, info)
    if value is None or (isinstance(value, str | list | tuple | Mapping) and not value):
        return EMPTY
    if isinstance(value, Mapping):
        inner = {str(name): canonical(each, info.of_property(str(name))) for name, each in value.items()}
        filled = frozenset(each for each in inner.items() if each[1] != EMPTY)
        return ("object", filled) if filled else EMPTY
    if isinstance(value, list | tuple):
        items = [canonical(each, info.of_item()) for each in value]
        if any(isinstance(each, Mapping) for each in value):
            return ("list", tuple(items))
        return ("set", frozenset(Counter(items).items()))
    return _scalar(value, info)


def _scalar(value: Any, info: PropertyInfo) -> Hashable:
    if info.enum:
        return ("string", _folded(text_of(value), info.enum))
    if isinstance(value, str):
        return _string(value, info)
    if info.types == {"string"} and not info.string_encoding:
        return ("string", text_of(value))
    if isinstance(value, bool):
        return ("boolean", value)
    is_number = isinstance(value, int | Decimal) or (isinstance(value, float) and math.isfinite(value))
    # As a string, because NaN is not equal to itself.
    return ("number", value) if is_number else ("string", text_of(value))


def _string(text: str, info: PropertyInfo) -> Hashable:
    types = info.types | {info.string_encoding}
    if "boolean" in types and (boolean := boolean_in(text)) is not None:
        return ("boolean", boolean)
    if not types.isdisjoint(("integer", "number")) and (number := number_in(text)) is not None:
        return ("number", number)
    time = _time(text) if info.format in ("date", "date-time") else None
    return ("string", text) if time is None else ("time", time)


def _time(text: str) -> datetime.timedelta | None:
    """Return the time since 1970; a date is its midnight, and a time without an offset is in UTC."""
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    # A difference, because the first and the last days of the calendar have no UTC time.
    return (read if read.tzinfo else read.replace(tzinfo=datetime.UTC)) - _EPOCH


def _folded(text: str, enum: tuple[Any, ...]) -> str:
    """Return a listed value without the differences that responses introduce: ``FastMode`` for ``FAST_MODE``."""
    listed = {text_of(each) for each in enum}
    for fold in (lambda name: name.casefold().replace("_", ""), str.casefold):
        if len({fold(each) for each in listed}) == len(listed):
            return fold(text)
    return text
