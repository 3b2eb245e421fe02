"""The errors of models: the validators' problems with their places in the payload, without the input."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from .fact_words import type_in_words
from .nearest import MOST_CHARACTERS, limited_hints, nearest
from .problems import REQUIRED, UNKNOWN, Problem
from .wording import join_or

Place = tuple[int | str, ...]

_MOST_SEPARATORS = 20
"""Names in the catalog have few dots, and a name of a payload may have any number."""

_SEPARATOR = re.compile(r"[.\[]")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")
_TYPES = {
    "string": "string",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "list": "array",
    "dict": "object",
    "model": "object",
    "none": "null",
    "datetime": "date and time",
    "date": "date",
}
"""The expected type, by the first word of pydantic's error codes."""


def validation_error(title: str, problems: Iterable[Problem], payload: Any = None) -> ValidationError:
    """Return the error of a model for some problems, each at its place in a payload."""
    details = [detail(each.code, each.message, each.hint, location(each.path, payload)) for each in problems]
    return ValidationError.from_exception_data(title, details, hide_input=True)


def detail(code: str, message: str, hint: str, place: Place) -> InitErrorDetails:
    """Return one error of a model: its code is ``type``, its hint is ``ctx["hint"]`` and the end of the message."""
    context = ({"hint": hint} if hint else {}) | {"expected": message}
    template = "{expected}; {hint}" if hint else "{expected}"
    return InitErrorDetails(type=PydanticCustomError(code, template, context), loc=place, input=None)


def location(path: str, payload: Any) -> Place:
    """Return the names and numbers of a path such as ``config.reports[0].table`` in a payload."""
    place: list[int | str] = []
    while path:
        name = _first_name(path, payload) if isinstance(payload, Mapping) else None
        if name is not None:
            place.append(name)
            payload, path = payload[name], path[len(name) :].removeprefix(".")
        elif path.startswith("[") and isinstance(payload, Sequence):
            number, _, path = path[1:].partition("]")
            place.append(int(number))
            payload, path = payload[int(number)], path.removeprefix(".")
        else:
            # What is missing is not in the payload.
            return (*place, *path.split("."))
    return tuple(place)


def _first_name(path: str, payload: Mapping[Any, Any]) -> str | None:
    """Return the name in a payload with which a path begins."""
    if path in payload:
        return path
    for number, separator in enumerate(_SEPARATOR.finditer(path)):
        name = path[: separator.start()]
        if number >= _MOST_SEPARATORS or name in payload:
            return name if name and name in payload else None
    return None


def without_input(faults: list[ErrorDetails], value: Any, names: Iterable[str]) -> list[InitErrorDetails]:
    """Return the errors that pydantic found in an object with some names, in the words of the validators.

    A value that is none of a union's members has an error for each; where one of them got further into it, that one
    tells what is wrong, and the others are left out.
    """
    by_place: dict[Place, list[ErrorDetails]] = {}
    for fault in faults:
        by_place.setdefault(_place(fault["loc"], value), []).append(fault)
    errors = []
    with limited_hints():
        for place, faults_at in by_place.items():
            of_value = [each for each in faults_at if len(each["loc"]) == len(place)]
            if of_value or not any(len(other) > len(place) and other[: len(place)] == place for other in by_place):
                errors += _errors_at(place, of_value or faults_at, names)
    return errors


def _errors_at(place: Place, faults: list[ErrorDetails], names: Iterable[str]) -> list[InitErrorDetails]:
    kinds = dict.fromkeys(filter(None, map(_kind, faults)))
    if kinds:
        return [detail("type", f"expected {join_or(kinds)}", "", place)]
    return list({each["type"]: _translated(each, place, names) for each in faults}.values())


def _kind(fault: ErrorDetails) -> str:
    """Return what pydantic expected instead of a value of another type."""
    word, _, rest = fault["type"].partition("_")
    is_of_type = word in _TYPES and rest in ("type", "attributes_type", "parsing", "from_float")
    return type_in_words(_TYPES[word]) if is_of_type else ""


def _translated(fault: ErrorDetails, place: Place, names: Iterable[str]) -> InitErrorDetails:
    context = fault.get("ctx", {})
    if fault["type"] == "extra_forbidden":
        return detail("unknown", UNKNOWN, nearest(str(place[-1])[:MOST_CHARACTERS], names), place)
    if fault["type"] == "missing":
        return detail("required", REQUIRED, "", place)
    if fault["type"] == "literal_error":
        expected = str(context.get("expected", "another value"))
        return detail("enum", f"expected {expected}", nearest(fault["input"], _QUOTED.findall(expected)), place)
    return detail(fault["type"], str(context.get("expected", fault["msg"])), str(context.get("hint", "")), place)


def _place(location: Place, value: Any) -> Place:
    place: list[int | str] = []
    for part in location:
        if isinstance(value, dict):
            place.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            place.append(part)
            value = value[part]
    return tuple(place)
