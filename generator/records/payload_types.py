"""What a request payload says of its properties: types, listed words, list items, nested properties, an example."""

from __future__ import annotations

import re
from typing import Any

from generator.records.record import Fact, PropertyRecord

_CHOICES = re.compile(r"[^|]+(?:\s\|\s[^|]+)+")
_TYPE_OF = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}


def choices(value: Any) -> list[str]:
    """The words of ``"A | B | C"``; empty for anything else."""
    if isinstance(value, str) and _CHOICES.fullmatch(value):
        return [word.strip() for word in value.split(" | ")]
    return []


def example_of(value: Any) -> Any:
    """The payload as one could send it: the first of several words where it lists them."""
    if isinstance(value, dict):
        return {name: example_of(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [example_of(inner) for inner in value]
    words = choices(value)
    return words[0] if words else value


def facts_of(value: Any, place: str) -> tuple[list[Fact], list[PropertyRecord]]:
    """The facts that a payload's value states of its property, and the properties nested in it."""
    if value is None:
        return [], []
    facts = [Fact("type", _TYPE_OF[type(value)])]
    if isinstance(value, dict):
        return facts, records_of(value, place)
    if isinstance(value, list):
        return _list_facts(facts, value, place)
    words = choices(value)
    facts.append(Fact("enum", words) if words else Fact("examples", [value]))
    return facts, []


def _list_facts(facts: list[Fact], value: list[Any], place: str) -> tuple[list[Fact], list[PropertyRecord]]:
    objects = {name: inner for item in value if isinstance(item, dict) for name, inner in item.items()}
    if objects:
        return [*facts, Fact("items", {"type": "object"})], records_of(objects, place)
    types = list(dict.fromkeys(_TYPE_OF[type(item)] for item in value if item is not None))
    if not types:
        return facts, []
    items: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
    words = [word for item in value for word in choices(item)]
    if words:
        items["enum"] = words
    return [*facts, Fact("items", items)], []


def records_of(payload: dict[str, Any], place: str) -> list[PropertyRecord]:
    """A record for each property that a payload shows."""
    records = []
    for name, value in payload.items():
        facts, children = facts_of(value, place)
        records.append(PropertyRecord(name, place, facts=facts, children=children, named_in_example=True))
    return records
