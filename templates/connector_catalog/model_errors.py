"""The errors of models: each has its place in the payload, and none shows what was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError


def refusal(title: str, faults: Mapping[Any, tuple[str, str]]) -> ValidationError:
    """Return the error of a model, with a code and a sentence for each place."""
    details = [
        InitErrorDetails(type=PydanticCustomError(kind, "{expected}", {"expected": text}), loc=place, input=None)
        for place, (kind, text) in faults.items()
    ]
    return ValidationError.from_exception_data(title, details, hide_input=True)


def without_input(faults: list[ErrorDetails], value: Any) -> list[InitErrorDetails]:
    """Return the errors of a value, each with its place in it and without what was given.

    A value that is none of a union's members has an error for each; where one of them got further into it, that one
    tells what is wrong, and the others are left out.
    """
    found = [(_place(fault["loc"], value), fault) for fault in faults]
    return [
        InitErrorDetails(
            type=PydanticCustomError(fault["type"], "{message}", {"message": fault["msg"]}), loc=place, input=None
        )
        for place, fault in found
        if len(fault["loc"]) == len(place)
        or not any(len(other) > len(place) and other[: len(place)] == place for other, _ in found)
    ]


def _place(location: tuple[int | str, ...], value: Any) -> tuple[int | str, ...]:
    kept: list[int | str] = []
    for part in location:
        if isinstance(value, dict):
            kept.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            kept.append(part)
            value = value[part]
    return tuple(kept)
