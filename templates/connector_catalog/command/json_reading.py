"""Parses JSON strictly, and reports errors without showing any of the text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from ..nesting import TOO_DEEP
from .finding import NO_PAYLOAD, BadInputError

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

# The messages of the standard library's decoder could contain parts of the input one day; these cannot.
_MESSAGES = {
    "Expecting value": "expected a value",
    "Expecting property name": "expected a name in double quotes",
    "Expecting ':'": "expected a colon",
    "Expecting ','": "expected a comma or the end of the object or list",
    "Illegal trailing comma": "expected no trailing comma",
    "Extra data": "expected nothing after the value",
    "Unterminated string": "expected the end of the string that starts",
    "Invalid control character": "expected control characters to be escaped",
    "Invalid \\": "expected a valid escape",
}
_NO_NUMBER = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|(NaN|-?Infinity)', re.DOTALL)


class Parsed(NamedTuple):
    """A value, and whether an object in it has a duplicate key, whose last value counts."""

    value: Any
    repeats: bool


class NotFiniteError(ValueError):
    """The text has NaN or Infinity, which Python's decoder would accept."""


def refuse_constant(_: str) -> None:
    """Raise ``NotFiniteError``, as the decoder's ``parse_constant``."""
    raise NotFiniteError


def parse(text: str) -> Parsed:
    """Parse a text.

    Raises:
        BadInputError: The text is not JSON (``not-json``), is empty (``empty``), is nested too deeply (``too-deep``)
            or has a number with too many digits (``too-large``).
    """
    text = text.removeprefix(BOM)
    if not text.strip():
        raise BadInputError("empty", NO_PAYLOAD)
    repeats: list[bool] = []
    decoder = json.JSONDecoder(object_pairs_hook=_noticing(repeats), parse_constant=refuse_constant)
    try:
        return Parsed(decoder.decode(text), bool(repeats))
    except json.JSONDecodeError as error:
        sentences = (ours for theirs, ours in _MESSAGES.items() if error.msg.startswith(theirs))
        bad = _not_json(next(sentences, "syntax error"), text, error.pos)
    except NotFiniteError:
        position = next((match.start() for match in _NO_NUMBER.finditer(text) if match[1]), 0)
        bad = _not_json("expected a value, JSON has no NaN or Infinity,", text, position)
    except RecursionError:
        bad = BadInputError("too-deep", TOO_DEEP)
    except ValueError:
        # Python does not parse integers with thousands of digits.
        bad = BadInputError("too-large", "a number has too many digits")
    # Raised outside of the handlers, so that no traceback leads to an exception that has the text.
    raise bad


def _noticing(repeats: list[bool]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def hook(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            repeats.append(True)
        return value

    return hook


def _not_json(message: str, text: str, position: int) -> BadInputError:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return BadInputError("not-json", f"invalid JSON: {message} at column {column}", line=line)
