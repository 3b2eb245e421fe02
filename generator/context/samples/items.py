"""The items of a list that a property accepts, for a payload that shows how a connector is configured."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.catalog.property import Items, Property, Variant
from generator.context.constraints import value_constraints
from templates.connector_catalog.bounds import SAMPLE_ITEMS
from templates.connector_catalog.constraints import is_among

ObjectOf = Callable[[Sequence[Property]], dict[str, Any]]
ValueOf = Callable[[Property], Any]


def sample_items(property_: Property, object_of: ObjectOf, value_of: ValueOf) -> list[Any]:
    """Return the least number of items that a list accepts; fewer if that is too many, or if no others are found.

    Args:
        property_: The list.
        object_of: Returns an object with some properties.
        value_of: Returns the value of a property.
    """
    least = min(property_.min_items or 0, SAMPLE_ITEMS)
    if property_.items is None or not least:
        return []
    first = _first(property_, property_.items, object_of, value_of)
    if not property_.unique_items:
        return [first] * least
    others = _others(property_, property_.items, first, object_of)
    return _distinct(itertools.chain([first], itertools.islice(others, 10 * SAMPLE_ITEMS)), least)


def has_items(value: Any, property_: Property) -> bool:
    """Return whether a sample, if it is a list, has as many items as a property needs."""
    return not isinstance(value, list) or len(value) >= (property_.min_items or 0)


def _first(property_: Property, items: Items, object_of: ObjectOf, value_of: ValueOf) -> Any:
    if items.variants:
        return object_of(items.variants[0].properties)
    return object_of(items.properties) if items.properties else value_of(_item(property_, items))


def _item(property_: Property, items: Items) -> Property:
    return Property.model_validate({"name": property_.name} | items.to_json())


def _distinct(values: Iterable[Any], most: int) -> list[Any]:
    distinct: list[Any] = []
    for value in values:
        if len(distinct) == most:
            break
        if not is_among(value, distinct):
            distinct.append(value)
    return distinct


def _others(property_: Property, items: Items, first: Any, object_of: ObjectOf) -> Iterator[Any]:
    """Yield other items; a few of them may be equal."""
    if items.variants:
        yield from (object_of(each.properties) for each in items.variants)
        yield from _objects(items.variants[0].properties, first, items.variants[0])
    elif items.properties:
        yield from _objects(items.properties, first)
    else:
        item = _item(property_, items)
        yield from items.enum or ()
        accepts = value_constraints(item)
        yield from (each for each in _near(first) if accepts.fault(each) is None)


def _objects(properties: Sequence[Property], first: dict[str, Any], variant: Variant | None = None) -> Iterator[Any]:
    """Yield an object with other values of one of its properties."""
    fixed = variant.selector.property if variant is not None else None
    for each in properties:
        if each.name not in first or each.name == fixed:
            continue
        accepts = value_constraints(each)
        values = (each.accepted or ()) if each.secret is None else ()
        yield from ({**first, each.name: value} for value in values)
        yield from ({**first, each.name: value} for value in _near(first[each.name]) if accepts.fault(value) is None)


def _near(value: Any) -> Iterator[Any]:
    """Yield values that differ from a value a little."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + step for step in range(1, SAMPLE_ITEMS + 1))
        yield from (value - step for step in range(1, SAMPLE_ITEMS + 1))
    elif isinstance(value, str):
        numbers = [str(number) for number in range(2, SAMPLE_ITEMS + 2)]
        yield from (f"{value[:-1]}_{each}>" if value.endswith(">") else f"{value}{each}" for each in numbers)
        # Where the length or the pattern allows no more characters, the number stands for some of them.
        yield from (f"{value[: -len(each)]}{each}" for each in numbers)
        yield from (f"{each}{value[len(each) :]}" for each in numbers)
        yield from (value.replace("01", f"{each:>02}", 1) for each in numbers)
