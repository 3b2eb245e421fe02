"""Reads a request payload as a description of its properties: types, listed values, items, nesting and examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.records.record import PropertyRecord, Statement
from templates.connector_catalog.constraints import type_of

_CHOICES = re.compile(r"[^|]*+(?:(?<=\s)\|\s[^|]++)+")


def choices(value: Any) -> list[str]:
    """Return the words of ``"A | B | C"``, the first of which may be empty; no words for any other value."""
    is_choice = isinstance(value, str) and _CHOICES.fullmatch(value) is not None
    words = [word.strip() for word in value.split(" | ")] if is_choice else []
    return words if sum(map(bool, words)) > 1 else []


def example_of(value: Any) -> Any:
    """Return a payload that could be sent: the first word in place of several listed ones."""
    if isinstance(value, dict):
        return {name: example_of(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [example_of(inner) for inner in value]
    words = choices(value)
    return next(filter(None, words), value)


def records_of(payload: Mapping[str, Any], place: str) -> tuple[PropertyRecord, ...]:
    """Return a record for each property of a payload."""
    return tuple(
        PropertyRecord(
            name,
            place,
            statements=statements_of(value),
            children=children_of(value, place),
            named_in_example=True,
        )
        for name, value in payload.items()
    )


def children_of(value: Any, place: str) -> tuple[PropertyRecord, ...]:
    """Return the properties of an object, or of the objects in a list."""
    return records_of(value if isinstance(value, dict) else _item_properties(value), place)


def statements_of(value: Any) -> tuple[Statement, ...]:
    """Return the statements about a property that its value in a payload makes."""
    return tuple(Statement(field, stated) for field, stated in stated_by(value).items())


def stated_by(value: Any) -> dict[str, Any]:
    """Return the catalog fields of a property that its value in a payload states."""
    if value is None:
        return {}
    stated = {"type": type_of(value)}
    if isinstance(value, dict):
        return stated
    if isinstance(value, list):
        items = _items(value)
        return stated | ({"items": items} if items else {})
    words = choices(value)
    return stated | ({"enum": words} if words else {"examples": [value]})


def _items(values: list[Any]) -> dict[str, Any]:
    if _item_properties(values):
        return {"type": "object"}
    types = list(dict.fromkeys(type_of(value) for value in values if value is not None))
    words = [word for value in values for word in choices(value)]
    if not types:
        return {}
    return {"type": types[0] if len(types) == 1 else types} | ({"enum": words} if words else {})


def _item_properties(value: Any) -> dict[str, Any]:
    items = value if isinstance(value, list) else []
    return {name: inner for item in items if isinstance(item, dict) for name, inner in item.items()}
