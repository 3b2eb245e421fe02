"""Cuts a stream of lines into blocks, and never holds more than a block and the longest line that is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

BLOCK = 1 << 20
LONGEST_LINE = 10_000_000


class Block(NamedTuple):
    """Some whole lines.

    Attributes:
        line: The number of the first one, from 1.
        data: Their bytes; none where the line is too long.
        size: How many bytes of the stream they are.
        too_long: Whether this stands for one line that was left out because it is too long.
    """

    line: int
    data: bytes
    size: int
    too_long: bool = False


def blocks(stream: BinaryIO, head: bytes = b"", size: int = BLOCK, longest: int = LONGEST_LINE) -> Iterator[Block]:
    """The lines of a stream, in blocks.

    Args:
        stream: Where they come from.
        head: What has been read of the stream already.
        size: How many bytes a block has at least, but for the last one.
        longest: How many bytes a line may have.
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
    """Reads to the end of a line; how many bytes it has, and what was read behind it."""
    skipped = 0
    while first < 0 and data:
        skipped += len(data)
        data = stream.read(size)
        first = data.find(b"\n")
    return skipped + first + 1, data[first + 1 :]
