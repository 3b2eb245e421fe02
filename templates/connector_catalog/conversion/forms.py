"""The forms of a value that the type of a property allows. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..adoption.spelling import times
from ..string_values import boolean_in, decoded, json_in, json_text, list_text, number_in, text_of
from .mappings import text_of_value
from .properties import Property


def forms(value: Any, place: Property) -> Iterator[Any]:
    """Yield a value in each form that the type of a property allows, the most natural first."""
    if isinstance(value, list | dict):
        yield from forms_of_structure(value, place)
        return
    if isinstance(value, str | int | float) and place.constraints.values:
        yield from _listed(value, place.constraints.values)
    if place.is_list:
        item = place.item
        yield from ([each] for each in (forms(value, item) if item else (value,)))
        return
    if place.encoding == "list" and isinstance(value, str | int | float):
        yield text_of(value)
    elif place.encoding != "json" or isinstance(decoded(value, "json", parse_float=str), list | dict):
        yield value
        yield from _spellings(value)


def forms_of_structure(value: Any, place: Property) -> Iterator[Any]:
    """Yield a list or an object in each form that the type of a property allows."""
    if place.encoding == "json" and place.constraints.types == ("string",):
        yield json_text(value)
    elif place.encoding == "list" and isinstance(value, list):
        if all(isinstance(each, str | int | float) for each in value):
            yield list_text(value, place.separator)
    elif isinstance(value, list) and "array" in (place.constraints.types or ("array",)):
        yield value if place.item is None or place.item.objects else [_item(each, place.item) for each in value]
    elif isinstance(value, list):
        # Only a list with one item converts to a single value.
        yield from forms(value[0], place) if len(value) == 1 else ()
    else:
        # A string property takes an object as JSON text, such as the key file of a service account.
        yield from (value, [value] if place.is_list else json_text(value))


def _item(value: Any, item: Property) -> Any:
    """Return an item in the first form that the list accepts; unchanged if it accepts none."""
    return next((each for each in forms(value, item) if item.constraints.fault(each) is None), value)


def _listed(value: Any, values: tuple[Any, ...]) -> Iterator[Any]:
    """Yield the listed value that is equal except for case and type, if there is one."""
    text = text_of_value(value)
    same = [each for each in values if text_of_value(each) == text]
    exact = [each for each in same if each == value and type(each) is type(value)]
    yield from exact[:1] or same[:1]


def _spellings(value: Any) -> Iterator[Any]:
    if isinstance(value, str):
        yield from (each for each in (boolean_in(value), number_in(value)) if each is not None)
        yield from times(value)
        inner = json_in(value) if value.lstrip().startswith("{") else None
        yield from [inner] if isinstance(inner, dict) else []
    elif isinstance(value, bool | int | float):
        yield text_of(value)


def fits_single(places: tuple[Property, ...]) -> bool:
    """Return whether a target accepts single values only."""
    return not any(
        "array" in (place.constraints.types or ("array",)) or place.encoding in ("json", "list") for place in places
    )


def faults_of(value: Any, place: Property) -> Iterator[tuple[str, str]]:
    """Yield the code and message of each fault of a value, or of the items of a list."""
    fault = place.constraints.fault(value)
    if fault is not None:
        yield fault
    elif isinstance(value, list) and place.item is not None and not place.item.objects:
        constraints = place.item.constraints
        yield from (fault for fault in map(constraints.fault, value) if fault is not None)
