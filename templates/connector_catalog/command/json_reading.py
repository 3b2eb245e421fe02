"""Reads JSON strictly, and tells what is wrong with it without showing any of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from .finding import MAX_DEPTH, BadInputError

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

# The texts of the standard library's decoder could hold parts of the input one day; these cannot.
_MESSAGES = {
    "Expecting value": "expected a value",
    "Expecting property name": "expected a name in double quotes",
    "Expecting ':'": "expected a colon",
    "Expecting ','": "expected a comma or the end of the object or list",
    "Illegal trailing comma": "expected no comma before the end of the object or list",
    "Extra data": "expected nothing behind the value",
    "Unterminated string": "expected the end of the string that begins",
    "Invalid control character": "expected no control character in the string",
    "Invalid \\": "expected another escape in the string",
}
_NO_NUMBER = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|(NaN|-?Infinity)', re.DOTALL)


class Parsed(NamedTuple):
    """What a text holds.

    Attributes:
        value: Its value; of a name that stands twice, the last one counts.
        repeats: Whether a name stands twice in an object.
    """

    value: Any
    repeats: bool


class NotFiniteError(ValueError):
    """The text holds NaN or Infinity, which Python's decoder would take."""


def refuse_constant(_: str) -> None:
    """For the decoder's ``parse_constant``.

    Raises:
        NotFiniteError: Always.
    """
    raise NotFiniteError


def parse(text: str) -> Parsed:
    """The value of a text.

    Raises:
        BadInputError: It is no JSON (``not-json``), holds nothing (``empty``), is nested too deep (``too-deep``) or
            has a number with too many digits (``too-large``).
    """
    text = text.removeprefix(BOM)
    if not text.strip():
        raise BadInputError("empty", "expected a payload, there is nothing")
    repeats: list[bool] = []
    decoder = json.JSONDecoder(object_pairs_hook=_noticing(repeats), parse_constant=refuse_constant)
    try:
        return Parsed(decoder.decode(text), bool(repeats))
    except json.JSONDecodeError as error:
        bad = _not_json(_sentence(error.msg), text, error.pos)
    except NotFiniteError:
        bad = _not_finite(text)
    except RecursionError:
        bad = BadInputError("too-deep", f"objects and lists stand inside each other, more than {MAX_DEPTH} deep")
    except ValueError:
        # Python refuses to read integers of more than some thousand digits.
        bad = BadInputError("too-large", "a number has too many digits")
    # Outside of the handlers, so that no traceback leads to an exception that holds the text.
    raise bad


def _noticing(repeats: list[bool]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            repeats.append(True)
        return value

    return made


def _sentence(message: str) -> str:
    return next((ours for theirs, ours in _MESSAGES.items() if message.startswith(theirs)), "expected JSON")


def _not_json(message: str, text: str, position: int) -> BadInputError:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return BadInputError("not-json", f"{message} at column {column}", line=line)


def _not_finite(text: str) -> BadInputError:
    position = next((found.start() for found in _NO_NUMBER.finditer(text) if found[1]), 0)
    return _not_json("expected a value, JSON has no NaN and no Infinity,", text, position)
