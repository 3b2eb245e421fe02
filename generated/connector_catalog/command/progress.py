"""A progress bar for large files."""

from __future__ import annotations

from typing import TextIO

_WIDTH = 30


class Progress:
    """Shows how much of a file is validated, if the stream is a terminal and the size in bytes is known (not 0)."""

    def __init__(self, stream: TextIO, size: int) -> None:
        self._stream = stream
        self._size = size if stream.isatty() else 0
        self._done = 0
        self._drawn = -1

    def advance(self, size: int) -> None:
        """Add to the number of bytes that are validated."""
        self._done += size
        if not self._size:
            return
        percent = min(100, self._done * 100 // self._size)
        if percent != self._drawn:
            full = percent * _WIDTH // 100
            self._stream.write(f"\r[{'#' * full}{' ' * (_WIDTH - full)}] {percent:3}%")
            self._stream.flush()
            self._drawn = percent

    def hide(self) -> None:
        """Remove the bar, so that something else can be written."""
        if self._drawn >= 0:
            self._stream.write(f"\r{' ' * (_WIDTH + 7)}\r")
            self._stream.flush()
            self._drawn = -1
