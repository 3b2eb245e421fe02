"""Values just beyond the limits of a property."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalog.property import Items, Property

_MOST = 10_000


def beyond(found: Property) -> Iterator[Any]:
    """Yield values of the right type that break a limit of a property, or of the items of its list."""
    if "string" in found.types:
        yield from _texts(found)
    if {"integer", "number"}.intersection(found.types):
        yield from _numbers(found)
    if "array" in found.types:
        yield from _lists(found)


def _texts(found: Property | Items) -> Iterator[str]:
    if found.pattern:
        yield from ("", "no such text", "2026-02-30", "2026-02-30T09:30:00Z", "2016-12-31T23:59:60Z", "²")
    if found.min_length:
        yield "x" * (found.min_length - 1)
    if found.max_length is not None and found.max_length < _MOST:
        yield "x" * (found.max_length + 1)
        # Not the number of bytes, nor that of UTF-16.
        yield "\N{GRINNING FACE}" * found.max_length


def _numbers(found: Property | Items) -> Iterator[float]:
    if found.minimum is not None:
        yield from (found.minimum, found.minimum - 1, found.minimum - 0.5)
    if found.maximum is not None:
        yield from (found.maximum, found.maximum + 1, float(found.maximum))
    if isinstance(found, Property):
        yield from [] if found.exclusive_minimum is None else [found.exclusive_minimum]
        yield from [] if found.exclusive_maximum is None else [found.exclusive_maximum]


def _lists(found: Property) -> Iterator[list[Any]]:
    item: Any = "x"
    if found.items is not None:
        item = next(iter(found.items.enum or ()), 1 if "integer" in found.items.types else "12")
        yield from ([each] for each in (*_texts(found.items), *_numbers(found.items)))
    if found.min_items:
        yield []
    if found.items is not None and "object" in found.items.types:
        # Whatever is in these lists breaks other constraints, too.
        return
    if found.max_items is not None and found.max_items < _MOST:
        yield [item] * (found.max_items + 1)
    if found.unique_items:
        # Equal items are equal in JSON; not a list where the items break a limit of theirs, too.
        yield [item, item]
        if found.items is None or not found.items.types:
            yield from ([1, 1.0], [{"a": [1]}, {"a": [1.0]}])
