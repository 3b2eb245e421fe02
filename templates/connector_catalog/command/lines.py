"""The problems of a block of JSON lines: what a worker does."""

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
from .quick import Quick


class Examined(NamedTuple):
    """What is known of a block.

    Attributes:
        problems: Each with the number of its line.
        payloads: How many lines hold something.
        size: How many bytes the block has.
    """

    problems: list[tuple[int, Problem]]
    payloads: int
    size: int


def examine(block: Block, settings: Settings) -> Examined:
    """The problems of a block's lines."""
    if block.too_long:
        problem = Problem("", "too-large", f"the line has more than {LONGEST_LINE:,} bytes")
        return Examined([(block.line, problem)], 1, block.size)
    accepts = _quick(settings).accepts
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
    """The problems of one line."""
    try:
        parsed = parse(text)
    except BadInputError as bad:
        return [bad.problem]
    repeated = [path for path, _ in places_in(text).repeated] if parsed.repeats else []
    return [repetition(path) for path in repeated] + problems_of(parsed.value, settings)


def repetition(path: str) -> Problem:
    """The problem that a name stands twice."""
    return Problem(path, "duplicate-key", "this name stands in the object already")


def not_utf_8(position: int, whole: str) -> Problem:
    """The problem that bytes are no text; the position counts from 0, in the ``file`` or the ``line``."""
    return Problem("", "not-utf-8", f"the byte at position {position:,} of the {whole} is no UTF-8")


@lru_cache(maxsize=8)
def _quick(settings: Settings) -> Quick:
    return Quick(settings)


def _texts(data: bytes) -> Iterator[str | Problem]:
    lines = data.removesuffix(b"\n").split(b"\n")
    try:
        # Not splitlines(), which breaks at characters that JSON has inside of strings.
        yield from data.removesuffix(b"\n").decode().split("\n")
    except UnicodeDecodeError:
        yield from map(_text, lines)


def _text(line: bytes) -> str | Problem:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        return not_utf_8(error.start, "line")
