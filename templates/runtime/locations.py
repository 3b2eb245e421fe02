"""Where the errors of a model are in the payload: pydantic's locations, without the names of a union's members."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError


def without_input(faults: list[ErrorDetails], value: Any) -> list[InitErrorDetails]:
    """The errors of a value, each with its place in it and without what was given."""
    return [
        InitErrorDetails(
            type=PydanticCustomError(fault["type"], "{message}", {"message": fault["msg"]}), loc=place, input=None
        )
        for place, fault in _located(faults, value)
    ]


def _located(faults: list[ErrorDetails], value: Any) -> list[tuple[tuple[int | str, ...], ErrorDetails]]:
    """Each error with its place in a value.

    A value that is none of a union's members has an error for each; where one of them got further into it, that one
    tells what is wrong, and the others are left out.
    """
    found = [(_place(fault["loc"], value), fault) for fault in faults]
    return [
        (place, fault)
        for place, fault in found
        if len(fault["loc"]) == len(place) or not any(_is_below(other, place) for other, _ in found)
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


def _is_below(place: tuple[int | str, ...], above: tuple[int | str, ...]) -> bool:
    return len(place) > len(above) and place[: len(above)] == above
