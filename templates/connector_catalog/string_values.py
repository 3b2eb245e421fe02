"""Strings that encode another value: a boolean, a number, a list or JSON. Needs the standard library only.

The generator, ``plan_diff``, ``adopt`` and ``convert`` all use this module, so that they agree.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from .nesting import is_too_deep

DEFAULT_SEPARATOR = ","
"""The separator of a list where none is stated."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_LONGEST_NUMBER = 310
"""Longest text, in characters, that is parsed as a number: that of the least float."""


def decoded(value: Any, encoding: str, separator: str = "", parse_float: Callable[[str], Any] | None = None) -> Any:
    """Return the list, or the value in JSON, that a string encodes; other values, and other strings, unchanged.

    Args:
        value: The value. A number or a boolean in place of a list is a list of one item.
        encoding: What a string encodes, as in the catalog; ``list`` and ``json`` are decoded.
        separator: The separator of a list; a comma if empty.
        parse_float: Returns a number in JSON that is not an integer; by default a float, and JSON with a number that no
            float can hold is not decoded.
    """
    with suppress(ValueError, ArithmeticError, RecursionError):
        if encoding == "list" and isinstance(value, str | int | float) and value != "":
            return list_in(text_of(value), separator)
        if encoding == "json" and isinstance(value, str):
            found = _parsed(value, parse_float)
            # As JSON, so that it never equals a text that is not JSON.
            return json_text(found) if isinstance(found, str) else found
    return value


def natural(value: Any, encoding: str, separator: str = "") -> Any:
    """Return the value that a string encodes, booleans and integers too; other values, and other strings, unchanged."""
    if not isinstance(value, str):
        return value
    found = boolean_in(value) if encoding == "boolean" else number_in(value) if encoding == "integer" else None
    return decoded(value, encoding, separator) if found is None else found


def boolean_in(text: Any) -> bool | None:
    """Parse ``true`` or ``false``, in any case; return ``None`` for anything else."""
    return {"true": True, "false": False}.get(text.strip().lower()) if isinstance(text, str) else None


def number_in(text: Any) -> int | float | None:
    """Parse a number as JSON writes it; return ``None`` for anything else, and for a number that no float can hold."""
    if not isinstance(text, str) or len(text) > _LONGEST_NUMBER or _NUMBER.fullmatch(text.strip()) is None:
        return None
    number: int | float = json.loads(text.strip())
    return number if math.isfinite(number) else None


def list_in(text: str, separator: str = "") -> list[str]:
    """Return the items of a list, without white space around them; empty ones are left out."""
    return [each.strip() for each in text.split(separator or DEFAULT_SEPARATOR) if each.strip()]


def json_in(text: Any) -> Any:
    """Parse JSON; return ``None`` for anything else, and where a number is one that no float can hold."""
    with suppress(ValueError, RecursionError):
        return _parsed(text) if isinstance(text, str) else None
    return None


def text_of(value: Any) -> str:
    """Return the string that encodes a boolean or a number, an integer without a decimal point; others as by ``str``.

    Raises:
        ValueError: The value is an integer of thousands of digits.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def list_text(items: Iterable[Any], separator: str = "") -> str:
    """Return the string that encodes a list of scalars."""
    return (separator or DEFAULT_SEPARATOR).join(map(text_of, items))


def json_text(value: Any) -> str:
    """Return the string that encodes a value as JSON.

    Raises:
        TypeError: The value is not JSON.
    """
    return json.dumps(value, separators=(",", ":"))


def _parsed(text: str, parse_float: Callable[[str], Any] | None = None) -> Any:
    found = json.loads(text, parse_float=parse_float or _finite, parse_constant=_refuse)
    if is_too_deep(found):
        raise ValueError("JSON that is nested too deeply")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number that no float can hold")
    return number


def _refuse(_: str) -> Any:
    raise ValueError("JSON has no NaN or Infinity")
