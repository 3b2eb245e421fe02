"""The keywords of schema objects and their value types; invalid values never reach a reader."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from typing import Any

from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import type_of


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of value that keywords accept.

    Attributes:
        words: The kind in words, for messages.
        accepts: Returns a true value for a value of this kind.
    """

    words: str
    accepts: Callable[[Any], Any]


def is_finite(value: Any) -> bool:
    """Return whether a JSON value holds neither NaN nor an infinite number."""
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, float) and not math.isfinite(part):
            return False
        if isinstance(part, dict):
            stack += part.values()
        elif isinstance(part, list):
            stack += part
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and is_finite(value)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


OBJECT = Kind("an object", lambda value: isinstance(value, dict))
LIST = Kind("an array", lambda value: isinstance(value, list) and is_finite(value))
TEXT = Kind("a string", lambda value: isinstance(value, str))
FLAG = Kind("a boolean", lambda value: isinstance(value, bool))
INTEGER = Kind("an integer", lambda value: isinstance(value, int) and not isinstance(value, bool))
_NUMBER = Kind("a finite number", _is_number)
_BOUND = Kind("a finite number, or a boolean", lambda value: isinstance(value, bool) or _is_number(value))
_COUNT = Kind("a whole number", lambda value: _is_number(value) and value >= 0 and value == int(value))
_NAMES = Kind("an array of strings", _are_names)
_TYPE = Kind("a string, or an array of strings", lambda value: isinstance(value, str) or (_are_names(value) and value))
_VALUE = Kind("a JSON value without NaN and infinity", is_finite)

_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems"), FLAG),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), _NUMBER),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _BOUND),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _COUNT),
    **dict.fromkeys(("format", "title", "pattern", "$comment"), TEXT),
    **dict.fromkeys(("enum", "examples"), LIST),
    **dict.fromkeys(("default", "example", "const"), _VALUE),
    "required": _NAMES,
    "type": _TYPE,
}
_COMMENTS = ("title", "$comment")


def has_kind(value: Any, kind: Kind, place: str, diagnostics: Diagnostics) -> bool:
    """Return whether a value is of a kind; add an error ``openapi-format`` where it is not."""
    if kind.accepts(value):
        return True
    diagnostics.error("openapi-format", place, f"its type is {type_of(value)}; expected {kind.words}")
    return False


def valid_keywords(keywords: Mapping[str, Any], place: str, diagnostics: Diagnostics) -> dict[str, Any]:
    """Return the keywords of the schema at ``place`` whose values are of the expected kinds; report the others.

    A null value is an error, too, except for a title or a comment, where it is a note.
    """
    empty = [name for name in _COMMENTS if name in keywords and keywords[name] is None]
    for name in empty:
        diagnostics.note("unused-keyword", f"{place}/{name}", f"{name} is null; it is ignored")
    return {
        name: value
        for name, value in keywords.items()
        if name not in empty
        if name not in _KINDS or has_kind(value, _KINDS[name], f"{place}/{name}", diagnostics)
    }
