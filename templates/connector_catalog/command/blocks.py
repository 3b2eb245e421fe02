"""Splits a stream into blocks of whole lines, and holds at most one block and the longest allowed line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

BLOCK = 1 << 20
LONGEST_LINE = 10_000_000


class Block(NamedTuple):
    """Some whole lines: number of the first, from 1; their data; number of bytes in the stream.

    A line that is too long is a block without data.
    """

    line: int
    data: bytes
    size: int
    too_long: bool = False


def blocks(stream: BinaryIO, head: bytes = b"", size: int = BLOCK, longest: int = LONGEST_LINE) -> Iterator[Block]:
    """Yield the lines of a stream in blocks, beginning with the head that was already read from it.

    Blocks but the last have at least ``size`` bytes, and lines at most the ``longest`` number of bytes.
    """
    line, rest = 1, head
    while chunk := stream.read(size):
        data = rest + chunk
        first = data.find(b"\n")
        if (first if first >= 0 else len(data)) > longest:
            skipped, rest = _skip(stream, data, first, size)
            yield Block(line, b"", skipped, too_long=True)
            line += 1
            continue
        cut = data.rfind(b"\n") + 1
        rest = data[cut:]
        if cut:
            yield Block(line, data[:cut], cut)
            line += data.count(b"\n", 0, cut)
    if rest:
        yield Block(line, rest, len(rest))


def _skip(stream: BinaryIO, data: bytes, first: int, size: int) -> tuple[int, bytes]:
    """Read to the end of a line; return its number of bytes and the bytes read after it."""
    skipped = 0
    while first < 0 and data:
        skipped += len(data)
        data = stream.read(size)
        first = data.find(b"\n")
    return skipped + first + 1, data[first + 1 :]
