"""The constraints of one value, as data: generated validators and models hold them.

The standard library is all that this module needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from .constraints import (
    DATE,
    DATE_TIME,
    INTEGER,
    MIDNIGHT,
    are_unique,
    has_format,
    has_type,
    is_among,
    is_number,
    matches,
)
from .fact_words import type_in_words
from .rules import NO_RULES, Applicability, ConditionalRequirement, Rules, StepRules
from .secret_references import is_reference
from .variants import Selector
from .wording import counted, join_or, quote

_FORMS = {
    DATE: "a date such as 2026-01-31",
    DATE_TIME: "a date and time such as 2026-01-31T09:30:00Z",
    INTEGER: "a string of digits",
    MIDNIGHT: "a date and time at midnight such as 2026-01-31T00:00:00Z",
}
_LAST_PORT = 65535
_LONGEST_PORT = 10
"""Characters; a longer string of digits is not made a number."""


# A long list with many wrong items has each sentence once.
@lru_cache(maxsize=1024)
def _expected_types(types: tuple[str, ...]) -> str:
    return f"expected {join_or(map(type_in_words, types))}"


_SENTENCES: dict[int, tuple[tuple[Any, ...], str]] = {}
_MOST_SENTENCES = 1024


def _expected_values(values: tuple[Any, ...]) -> str:
    # By identity: Python takes 1, 1.0 and True for the same key, and some values have no hash.
    known = _SENTENCES.get(id(values))
    if known is not None and known[0] is values:
        return known[1]
    if len(_SENTENCES) >= _MOST_SENTENCES:
        _SENTENCES.clear()
    sentence = f"expected one of: {', '.join(quote(values))}"
    _SENTENCES[id(values)] = values, sentence
    return sentence


class ValueConstraints(NamedTuple):
    """The constraints of one value; none by default.

    Attributes:
        types: JSON Schema types, one of which the value has.
        values: The values that are listed. Only these are accepted, unless the list is open.
        open: Whether values that are not listed are accepted too.
        pattern: JSON Schema pattern that a string matches.
        format: ``date`` or ``date-time`` where a string is one of the calendar.
        encoding: What a string encodes, such as ``boolean`` or ``list``.
        separator: Separates the entries of a list that a string encodes.
        deprecated: Whether the vendor advises against the property.
        deprecated_values: Listed values that the vendor advises against.
        variants: The objects of which the value is one.
        port: Whether the value is the number of a port; none is above 65535.
        secret: Whether the value is a secret: a reference may stand for it, whatever else is accepted.
    """

    types: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    pattern: str = ""
    format: str = ""
    encoding: str = ""
    separator: str = ""
    minimum: float | int | None = None
    maximum: float | int | None = None
    items: ValueConstraints | None = None
    object: ObjectConstraints | None = None
    open: bool = False
    deprecated: bool = False
    deprecated_values: tuple[Any, ...] = ()
    min_length: int | None = None
    max_length: int | None = None
    exclusive_minimum: float | int | None = None
    exclusive_maximum: float | int | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    variants: Variants | None = None
    port: bool = False
    secret: bool = False

    def fault(self, value: Any) -> tuple[str, str] | None:
        """Return the code and the message of the first constraint that a value breaks, not looking inside it."""
        if self.secret and is_reference(value):
            return None
        if self.types and not has_type(value, self.types):
            return "type", _expected_types(self.types)
        if self.values and not self.open and not is_among(value, self.values):
            return "enum", _expected_values(self.values)
        if isinstance(value, str):
            return self._fault_of_string(value)
        if isinstance(value, list):
            return self._fault_of_list(value)
        return self._fault_of_number(value) if is_number(value) else None

    def _fault_of_string(self, text: str) -> tuple[str, str] | None:
        if self.min_length is not None and len(text) < self.min_length:
            return "min-length", f"expected at least {counted(self.min_length, 'character')}"
        if self.max_length is not None and len(text) > self.max_length:
            return "max-length", f"expected at most {counted(self.max_length, 'character')}"
        if self.pattern and not matches(self.pattern, text):
            return "pattern", f"expected {self._form}"
        if self.format and not has_format(text, self.format):
            return "format", "expected a date that exists"
        return None

    def _fault_of_number(self, number: float) -> tuple[str, str] | None:
        if self.minimum is not None and number < self.minimum:
            return "minimum", f"expected at least {self.minimum}"
        if self.maximum is not None and number > self.maximum:
            return "maximum", f"expected at most {self.maximum}"
        if self.exclusive_minimum is not None and number <= self.exclusive_minimum:
            return "exclusive-minimum", f"expected more than {self.exclusive_minimum}"
        if self.exclusive_maximum is not None and number >= self.exclusive_maximum:
            return "exclusive-maximum", f"expected less than {self.exclusive_maximum}"
        return None

    def _fault_of_list(self, items: list[Any]) -> tuple[str, str] | None:
        if self.min_items is not None and len(items) < self.min_items:
            return "min-items", f"expected at least {counted(self.min_items, 'item')}"
        if self.max_items is not None and len(items) > self.max_items:
            return "max-items", f"expected at most {counted(self.max_items, 'item')}"
        if self.unique_items and not are_unique(items):
            return "unique-items", "expected items that all differ"
        return None

    @property
    def may_be_empty(self) -> bool:
        """Whether an empty string breaks no constraint and is not a listed value."""
        return "" not in self.values and self.fault("") is None

    @property
    def _form(self) -> str:
        if self.encoding == "list":
            return f"entries separated by {self.separator!r}, none of them empty"
        return _FORMS.get(self.pattern, f"text that matches {self.pattern}")


def is_port(value: Any) -> bool:
    """Return whether a number, or a string of digits, can be the number of a port; other values may be anything."""
    if is_number(value):
        return bool(1 <= value <= _LAST_PORT)
    if not isinstance(value, str) or not value.isascii() or not value.removeprefix("-").isdigit():
        return True
    return len(value) <= _LONGEST_PORT and 1 <= int(value) <= _LAST_PORT


class Variants(NamedTuple):
    """The alternative objects that a value may be, and how to tell them apart."""

    selector: Selector
    objects: tuple[ObjectConstraints, ...]


class ObjectConstraints(NamedTuple):
    """The constraints of an object, or of a connector's properties together.

    Attributes:
        open: Whether properties that are not listed are accepted, with a warning.
        applies: Properties that have a meaning under conditions only.
        expected: Properties that are usually needed under conditions.
    """

    properties: Mapping[str, ValueConstraints]
    required: tuple[str, ...] = ()
    rules: Rules = NO_RULES
    steps: tuple[StepRules, ...] = ()
    applies: tuple[Applicability, ...] = ()
    expected: tuple[ConditionalRequirement, ...] = ()
    open: bool = False
