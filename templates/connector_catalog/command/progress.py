"""A bar on a terminal, while large files are read."""

from __future__ import annotations

from typing import TextIO

_WIDTH = 30


class Progress:
    """Shows how much of a file has been examined; nothing where nobody looks.

    Args:
        stream: Where the bar is drawn, if that is a terminal.
        size: How many bytes the file has; 0 for a file whose size is not known, which gets no bar.
    """

    def __init__(self, stream: TextIO, size: int) -> None:
        self._stream = stream
        self._size = size if stream.isatty() else 0
        self._done = 0
        self._drawn = -1

    def advance(self, size: int) -> None:
        """That many further bytes have been examined."""
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
        """Takes the bar away, so that something else can be written."""
        if self._drawn >= 0:
            self._stream.write(f"\r{' ' * (_WIDTH + 7)}\r")
            self._stream.flush()
            self._drawn = -1
