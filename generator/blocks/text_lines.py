"""Splits the text extracted from a page into lines and JSON payloads."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator

_PAYLOAD = re.compile(r"\{\s*(?=[\"}])")
_LONE_PAIR = re.compile(r'\s*"[^"]+"\s*:.*$')
_CLOSING = re.compile(r"^\}[ \t]*$", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of text, or a payload, which may span several lines.

    Attributes:
        number: The number of its first line, from 1.
        code: Whether it is a payload.
        whole: Whether a payload has its closing brace.
    """

    text: str
    number: int
    code: bool = False
    whole: bool = True


def lines_of(content: str) -> Iterator[Line]:
    """Yield the lines of a text in order, each payload as one."""
    position, number = 0, 1
    payload = _PAYLOAD.search(content)
    while position < len(content):
        end = content.find("\n", position)
        end = len(content) if end < 0 else end
        if payload is not None and payload.start() < position:
            payload = _PAYLOAD.search(content, position)
        if payload is None or payload.start() > end:
            text = content[position:end]
            yield Line(text.strip(), number, code=_LONE_PAIR.fullmatch(text) is not None)
            position, number = end + 1, number + 1
            continue
        before = content[position : payload.start()].strip()
        if before:
            yield Line(before, number)
        close, whole = _payload_end(content, payload.start())
        yield Line(content[payload.start() : close].strip(), number, code=True, whole=whole)
        number += content.count("\n", payload.start(), close)
        position = close


def _payload_end(content: str, start: int) -> tuple[int, bool]:
    """Return the end of the payload that begins at ``start``, and whether it is closed."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(content, start)[1], True
    except (ValueError, RecursionError):
        pass
    closing = _CLOSING.search(content, start)
    if closing is not None:
        return closing.end(), True
    end = content.find("\n", start)
    end = len(content) if end < 0 else end
    last = content.rfind("}", start, end)
    return (last + 1, True) if last > start else (len(content), False)
