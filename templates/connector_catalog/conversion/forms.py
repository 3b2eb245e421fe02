"""The forms of a value that the type of a property allows. Needs the standard library only."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ..adoption.spelling import times
from ..nesting import is_too_deep
from .mappings import text_of_value
from .properties import Property

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MOST_DIGITS = 300
"""Longest text, in characters, that is parsed as a number."""


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
    elif place.encoding != "json" or isinstance(json_in(value), list | dict):
        yield value
        yield from _spellings(value)


def forms_of_structure(value: Any, place: Property) -> Iterator[Any]:
    """Yield a list or an object in each form that the type of a property allows."""
    if place.encoding == "json" and place.constraints.types == ("string",):
        yield json.dumps(value, separators=(",", ":"))
    elif place.encoding == "list" and isinstance(value, list):
        if all(isinstance(each, str | int | float) for each in value):
            yield (place.definition.get("separator") or ",").join(map(text_of, value))
    elif isinstance(value, list) and "array" in (place.constraints.types or ("array",)):
        yield value if place.item is None or place.item.objects else [_item(each, place.item) for each in value]
    elif isinstance(value, list):
        # Only a list with one item converts to a single value.
        yield from forms(value[0], place) if len(value) == 1 else ()
    else:
        # A string property takes an object as JSON text, such as the key file of a service account.
        yield from (value, [value] if place.is_list else json.dumps(value, separators=(",", ":")))


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
        if value.strip().lower() in ("true", "false"):
            yield value.strip().lower() == "true"
        number = number_in(value)
        if number is not None:
            yield number
        yield from times(value)
        inner = json_in(value) if value.lstrip().startswith("{") else None
        yield from [inner] if isinstance(inner, dict) else []
    elif isinstance(value, bool | int | float):
        yield text_of(value)


def json_in(value: Any) -> Any:
    """Parse JSON text; return ``None`` for anything else, and for JSON that is nested too deeply."""
    with suppress(ValueError, RecursionError):
        parsed = json.loads(value, parse_constant=_refuse) if isinstance(value, str) else None
        return None if is_too_deep(parsed) else parsed
    return None


def _refuse(_: str) -> Any:
    raise ValueError


def number_in(text: Any) -> int | float | None:
    """Parse a decimal number; return ``None`` for anything else."""
    if not isinstance(text, str) or len(text) > _MOST_DIGITS or _NUMBER.fullmatch(text) is None:
        return None
    number = float(text) if "." in text else int(text)
    return number if math.isfinite(number) else None


def text_of(value: str | float) -> str:
    """Return a value as the text that encodes it: ``true`` for true, and an integer without a decimal point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


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
