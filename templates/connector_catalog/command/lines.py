"""Validates a block of JSON lines; this is the task of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..problems import Problem
from .blocks import LONGEST_LINE, Block
from .checking import problems_of
from .finding import BadInputError, Settings, below
from .json_places import places_in
from .json_reading import parse
from .quick import LineChecker


class Examined(NamedTuple):
    """The result for a block.

    Attributes:
        problems: The problems, each with its line number.
        payloads: Number of lines that are not empty.
        size: Number of bytes of the block.
    """

    problems: list[tuple[int, Problem]]
    payloads: int
    size: int


def examine(block: Block, settings: Settings) -> Examined:
    """Return the problems of a block's lines."""
    if block.too_long:
        problem = Problem("", "too-large", f"the line has more than {LONGEST_LINE:,} bytes")
        return Examined([(block.line, problem)], 1, block.size)
    accepts = _checker(settings).accepts
    problems: list[tuple[int, Problem]] = []
    payloads = 0
    for number, text in enumerate(_texts(block.data), block.line):
        if isinstance(text, Problem):
            problems.append((number, text))
        elif not accepts(text):
            if not text.strip():
                continue
            problems += [(number, below("", problem)) for problem in problems_of_line(text, settings)]
        payloads += 1
    return Examined(problems, payloads, block.size)


def problems_of_line(text: str, settings: Settings) -> list[Problem]:
    """Return the problems of one line."""
    try:
        parsed = parse(text)
    except BadInputError as bad:
        return [bad.problem]
    repeated = [path for path, _ in places_in(text).repeated] if parsed.repeats else []
    return [duplicate_key(path) for path in repeated] + problems_of(parsed.value, settings)


def duplicate_key(path: str) -> Problem:
    """Return the problem of a name that an object has twice."""
    return Problem(path, "duplicate-key", "duplicate key")


def not_utf_8(position: int, whole: str) -> Problem:
    """Return the problem of a byte that is not UTF-8; its position counts from 0, in the ``file`` or the ``line``."""
    return Problem("", "not-utf-8", f"invalid UTF-8 at byte {position:,} of the {whole}")


@lru_cache(maxsize=8)
def _checker(settings: Settings) -> LineChecker:
    return LineChecker(settings)


def _texts(data: bytes) -> Iterator[str | Problem]:
    lines = data.removesuffix(b"\n").split(b"\n")
    try:
        # Not splitlines(), which splits at characters that JSON allows in strings.
        yield from data.removesuffix(b"\n").decode().split("\n")
    except UnicodeDecodeError:
        yield from map(_text, lines)


def _text(line: bytes) -> str | Problem:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        return not_utf_8(error.start, "line")
