"""The one serializer: every JSON file that the project writes has one of these two forms."""

from __future__ import annotations

import json
from typing import Any

import msgspec

# json.dumps makes an encoder in each call that has other options than the usual ones.
_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_LINE = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def dumps(value: Any) -> str:
    """JSON text with two spaces of indentation, the keys in the order given, and a newline at the end."""
    # With an indentation, json falls back to its slow encoder, which is written in Python.
    return msgspec.json.format(dumps_shown(value), indent=2) + "\n"


def dumps_shown(value: Any) -> str:
    """JSON text on one line, in which every character that a reader would not see is escaped."""
    text = _COMPACT.encode(value)
    # Outside of strings, JSON has printable characters only.
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    return character if character.isprintable() else json.dumps(character)[1:-1]


def dumps_line(value: Any) -> str:
    """JSON text on one line, in ASCII, without spaces: for files that have a line for each connector."""
    return _LINE.encode(value)
