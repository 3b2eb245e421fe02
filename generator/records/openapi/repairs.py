"""Repairs a declaration of an OpenAPI file that its own values and example contradict.

Each rule is named by the code of the note that it leaves; ``generate`` prints how often each has been applied.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

from generator.records.payload_types import choices
from templates.connector_catalog.constraints import Among, type_of

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SCALARS = frozenset({"boolean", "integer", "number", "string"})


@dataclasses.dataclass(frozen=True)
class Declared:
    """The declarations of a property's schema: empty or ``None`` where nothing is declared."""

    type: str = ""
    format: str = ""
    values: list[Any] | None = None
    example: Any = None
    has_properties: bool = False
    items: Declared | None = None


@dataclasses.dataclass(frozen=True)
class Repair:
    """One rule; ``apply`` returns the repaired declaration, or ``None`` if there is nothing to repair."""

    code: str
    sentence: str
    apply: Callable[[Declared], Declared | None]


def repaired(declared: Declared) -> tuple[Declared, list[Repair]]:
    """Apply every rule to a declaration and to that of its items; return the result and the rules that changed it."""
    applied = []
    for rule in REPAIRS:
        changed = rule.apply(declared)
        if changed is not None:
            declared = changed
            applied.append(rule)
    if declared.items is None:
        return declared, applied
    # After the list itself, because its example may show the type of the items.
    items, applied_to_items = repaired(declared.items)
    return dataclasses.replace(declared, items=items), [*applied, *applied_to_items]


def _values_of_object(declared: Declared) -> Declared | None:
    if declared.type != "object" or not declared.values or declared.has_properties:
        return None
    types = {type_of(value) for value in declared.values}
    if len(types) != 1 or not types <= _SCALARS:
        return None
    return dataclasses.replace(declared, type=types.pop())


def _text_of_object(declared: Declared) -> Declared | None:
    is_text = isinstance(declared.example, str) and not declared.values and not declared.has_properties
    return dataclasses.replace(declared, type="string") if declared.type == "object" and is_text else None


def _values_as_text(declared: Declared) -> Declared | None:
    """Convert numbers and booleans that are listed as strings."""
    words = declared.values or []
    if not words or not all(isinstance(word, str) for word in words):
        return None
    if declared.type == "boolean" and {word.lower() for word in words} <= {"true", "false"}:
        return dataclasses.replace(declared, values=[word.lower() == "true" for word in words])
    if declared.type not in ("integer", "number") or not all(_NUMBER.fullmatch(word) for word in words):
        return None
    if declared.type == "integer" and any("." in word for word in words):
        return None
    return dataclasses.replace(declared, values=[float(word) if "." in word else int(word) for word in words])


def _values_in_example(declared: Declared) -> Declared | None:
    """Read an example such as ``A | B`` as the list of values."""
    in_list = isinstance(declared.example, list)
    listed = declared.items if in_list else declared
    words = choices(next(iter(declared.example), None) if in_list else declared.example)
    if not words or listed is None:
        return None
    values = words if listed.values is None else listed.values
    if in_list:
        return dataclasses.replace(declared, items=dataclasses.replace(listed, values=values), example=None)
    return dataclasses.replace(declared, values=values, example=None)


def _empty_example(declared: Declared) -> Declared | None:
    """Drop an example that is the word for its type, as generators of documentation write it."""
    in_list = isinstance(declared.example, list)
    owner = declared.items if in_list and declared.items is not None else declared
    formats = {declared.format, owner.format} - {"", "password"}
    if (declared.example if in_list else [declared.example]) != ["string"] or owner.values is not None or formats:
        return None
    return dataclasses.replace(declared, example=None)


def _value_twice(declared: Declared) -> Declared | None:
    values = declared.values or []
    known = Among()
    unique = [value for value in values if known.add(value)]
    return dataclasses.replace(declared, values=unique) if len(unique) < len(values) else None


REPAIRS = (
    Repair("values-of-object", "declared as an object, but its listed values are not objects", _values_of_object),
    Repair("text-of-object", "declared as an object, but its example is a string", _text_of_object),
    Repair("values-as-text", "its numbers or booleans are listed as strings", _values_as_text),
    Repair("values-in-example", "its example lists the values", _values_in_example),
    Repair("empty-example", "its example is the word for its type", _empty_example),
    Repair("value-twice", "a value is listed twice", _value_twice),
)
"""Every rule, in the order of application."""
