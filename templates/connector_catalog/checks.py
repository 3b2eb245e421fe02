"""What is checked of a value beside its type hint."""

from __future__ import annotations

import datetime
import re
from types import NoneType
from typing import Any, NamedTuple

from pydantic import BaseModel

_DAY = r"([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
DATE = rf"^{_DAY}$"
DATE_TIME = (
    rf"^{_DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
MIDNIGHT = rf"^{_DAY}T00:00:00(\.0+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
INTEGER = "^-?[0-9]+$"


_TYPES: dict[str, tuple[type, ...]] = {
    "array": (list,),
    "boolean": (bool,),
    "integer": (int,),
    "null": (NoneType,),
    "number": (int, float),
    "object": (dict, BaseModel),
    "string": (str,),
}


def has_type(value: Any, type_: str) -> bool:
    """Whether a value is of a JSON Schema type."""
    if type_ == "integer":
        value = whole(value)
    return isinstance(value, _TYPES[type_]) and (type_ == "boolean" or not isinstance(value, bool))


class Check(NamedTuple):
    """What is checked of a field beside its type, and what a string in it carries."""

    pattern: str = ""
    expected: str = ""
    dated: bool = False
    minimum: float | int | None = None
    maximum: float | int | None = None
    carries: str = ""
    separator: str = ""
    types: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def fault(self, value: Any) -> tuple[str, str] | None:
        """The code and the message of what is wrong with a value; ``None`` where nothing is."""
        if self.types and not any(has_type(value, each) for each in self.types):
            return "type", f"expected one of the types {', '.join(self.types)}"
        if self.values and not is_among(value, self.values):
            return "enum", f"expected one of: {', '.join(map(repr, self.values))}"
        if isinstance(value, str):
            return self._fault_of_text(value)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return self._fault_of_number(value) if is_number else None

    def _fault_of_text(self, text: str) -> tuple[str, str] | None:
        if self.pattern and not _matches(self.pattern, text):
            return "pattern", self.expected
        return ("format", "expected a date that exists") if self.dated and not _exists(text) else None

    def _fault_of_number(self, number: float) -> tuple[str, str] | None:
        if self.minimum is not None and number < self.minimum:
            return "minimum", f"expected at least {self.minimum}"
        if self.maximum is not None and number > self.maximum:
            return "maximum", f"expected at most {self.maximum}"
        return None


def whole(value: Any) -> Any:
    """JSON does not tell 1.0 from 1."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [whole(each) for each in value] if isinstance(value, list) else value


def is_among(value: Any, values: tuple[Any, ...]) -> bool:
    """Whether a JSON value is one of these; true is not 1."""
    return any(_is_same(value, each) for each in values)


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return bool(one == other)


def _matches(pattern: str, text: str) -> bool:
    # Python's $ also matches before a line break at the end; JSON Schema's does not.
    return re.search(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern, text) is not None


def _exists(text: str) -> bool:
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
