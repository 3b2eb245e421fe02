"""Puts right what an OpenAPI file declares of a property and denies itself by its values and its example.

Each rule is named by the code of the note that it leaves; ``generate`` prints how often each has been at work.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

from generator.records.payload_types import choices

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}


@dataclasses.dataclass
class Declared:
    """What one schema of a property declares; the rules change it in place.

    Attributes:
        type: JSON Schema's word; empty where none is declared.
        format: The word for the format; empty where none is declared.
        values: The listed values; ``None`` where none are listed.
        example: The example; ``None`` where there is none.
        has_properties: Whether properties are declared inside it.
        items: What is declared of the items of a list.
    """

    type: str = ""
    format: str = ""
    values: list[Any] | None = None
    example: Any = None
    has_properties: bool = False
    items: Declared | None = None


@dataclasses.dataclass(frozen=True)
class Repair:
    """One rule: ``apply`` changes what is declared and says whether it did."""

    code: str
    sentence: str
    apply: Callable[[Declared], bool]


def repair(declared: Declared) -> list[Repair]:
    """Applies every rule to a declaration, and to that of the list's items; returns the rules that changed something.

    Args:
        declared: Changed in place.
    """
    found = [rule for rule in REPAIRS if rule.apply(declared)]
    # After the list itself: its example may say what the items are.
    return [*found, *(repair(declared.items) if declared.items is not None else [])]


def _values_of_object(declared: Declared) -> bool:
    if declared.type != "object" or not declared.values or declared.has_properties:
        return False
    types = {_TYPES.get(type(value), "") for value in declared.values}
    if len(types) != 1 or "" in types:
        return False
    declared.type = types.pop()
    return True


def _text_of_object(declared: Declared) -> bool:
    is_text = isinstance(declared.example, str) and not declared.values and not declared.has_properties
    if declared.type != "object" or not is_text:
        return False
    declared.type = "string"
    return True


def _values_as_text(declared: Declared) -> bool:
    """Numbers and switches whose values are listed between quotation marks."""
    words = declared.values or []
    if not words or not all(isinstance(word, str) for word in words):
        return False
    if declared.type == "boolean" and {word.lower() for word in words} <= {"true", "false"}:
        declared.values = [word.lower() == "true" for word in words]
    elif declared.type in ("integer", "number") and all(_NUMBER.fullmatch(word) for word in words):
        whole = all(_NUMBER.fullmatch(word) and "." not in word for word in words)
        if declared.type == "integer" and not whole:
            return False
        declared.values = [float(word) if "." in word else int(word) for word in words]
    else:
        return False
    return True


def _values_in_example(declared: Declared) -> bool:
    """An example such as ``A | B`` lists the values instead of showing one of them."""
    listed = declared.items if isinstance(declared.example, list) else declared
    shown = declared.example[0] if isinstance(declared.example, list) and declared.example else declared.example
    words = choices(shown)
    if not words or listed is None:
        return False
    if listed.values is None:
        listed.values = words
    declared.example = None
    return True


def _empty_example(declared: Declared) -> bool:
    """An example that is the word for its type, as generators of documentation put it, shows nothing."""
    item = declared.items
    alone = [declared.example] if not isinstance(declared.example, list) else declared.example
    owner = item if isinstance(declared.example, list) and item is not None else declared
    formats = {declared.format, owner.format} - {"", "password"}
    if alone != ["string"] or owner.values is not None or formats:
        return False
    declared.example = None
    return True


def _value_twice(declared: Declared) -> bool:
    values = declared.values or []
    # By their types too: true is not 1.
    kinds = [(type(value), value) for value in values]
    once = [value for number, value in enumerate(values) if kinds[number] not in kinds[:number]]
    if len(once) == len(values):
        return False
    declared.values = once
    return True


REPAIRS = (
    Repair("values-of-object", "declared as an object, and its listed values are texts", _values_of_object),
    Repair("text-of-object", "declared as an object, and its example is a text", _text_of_object),
    Repair("values-as-text", "its numbers or switches are listed as texts", _values_as_text),
    Repair("values-in-example", "its example lists the values", _values_in_example),
    Repair("empty-example", "its example is the word for its type", _empty_example),
    Repair("value-twice", "a value is listed twice", _value_twice),
)
"""Every rule, in the order in which they are applied."""
