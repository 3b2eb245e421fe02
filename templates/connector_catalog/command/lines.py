"""Validates a block of JSON lines; this is the task of a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..nearest import limited_hints
from ..placeholders import signs_in
from ..problems import Problem
from .blocks import LONGEST_LINE, Block
from .choosing import problems_of
from .finding import BadInputError, Settings, below
from .json_places import places_in
from .json_reading import Parsed, parse
from .listing import Listing, Located
from .quick import LineChecker

_SHORT = 20


class Examined(NamedTuple):
    """The result for a block or a file: problems with their lines, number of payloads, number of bytes.

    ``more`` has the number of problems that are not listed, by their levels.
    """

    problems: list[Located]
    payloads: int
    size: int
    more: Counter[str] = Counter()  # noqa: RUF012 # never changed


def examine(block: Block, settings: Settings) -> Examined:
    """Return the problems of a block's lines."""
    if block.too_long:
        problem = Problem("", "too-large", f"the line has more than {LONGEST_LINE:,} bytes")
        return Examined([(block.line, problem)], 1, block.size)
    listing = Listing()
    with limited_hints():
        payloads = _examine_lines(block, settings, listing)
    return Examined(listing.problems, payloads, block.size, listing.more)


def _examine_lines(block: Block, settings: Settings, listing: Listing) -> int:
    """List the problems of lines; return the number of payloads."""
    checked, accepts, signs = _Lines(settings), _checker(settings).accepts, signs_in(block.data)
    payloads = 0
    for number, text in enumerate(_texts(block.data), block.line):
        if type(text) is str and accepts(text, signs):
            payloads += 1
            continue
        problems = [text] if isinstance(text, Problem) else checked.problems_of(text)
        if problems is not None:
            payloads += 1
            for problem in problems:
                listing.add(number, below("", problem))
    return payloads


class _Lines:
    """Checks those lines of one block that are not accepted at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # A file can have millions of short lines, but not millions of different ones.
        self._short: dict[str, list[Problem]] = {}

    def problems_of(self, text: str) -> list[Problem] | None:
        """Return the problems of a line; ``None`` for a blank one, which has no payload."""
        if not text.strip():
            return None
        is_short = len(text) < _SHORT
        if is_short and text in self._short:
            return self._short[text]
        problems = problems_of_line(text, self._settings)
        if is_short:
            self._short[text] = problems
        return problems


def problems_of_line(text: str, settings: Settings) -> list[Problem]:
    """Return the problems of one line."""
    try:
        parsed = parse(text)
    except BadInputError as bad:
        return [bad.problem]
    return duplicate_keys(parsed, text) + problems_of(parsed.value, settings, is_doubted=True)


def duplicate_keys(parsed: Parsed, text: str) -> list[Problem]:
    """Return the problems of names that an object has twice."""
    repeated = places_in(text).repeated if parsed.repeats else []
    return [Problem(path, "duplicate-key", "duplicate key") for path, _ in repeated]


def not_utf_8(position: int, whole: str) -> Problem:
    """Return the problem of a byte that is not UTF-8; its position counts from 0, in the ``file`` or the ``line``."""
    return Problem("", "not-utf-8", f"invalid UTF-8 at byte {position:,} of the {whole}")


_checker = lru_cache(maxsize=8)(LineChecker)


def _texts(data: bytes) -> Iterator[str | Problem]:
    data = data.removesuffix(b"\n")
    try:
        # Not splitlines(), which splits at characters that JSON allows in strings.
        yield from data.decode().split("\n")
    except UnicodeDecodeError:
        yield from map(_text, data.split(b"\n"))


def _text(line: bytes) -> str | Problem:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        return not_utf_8(error.start, "line")
