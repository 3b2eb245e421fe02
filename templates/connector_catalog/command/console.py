"""Writes the output of commands: text that is safe to show, coloured on terminals."""

from __future__ import annotations

import os
from typing import TextIO

_CODES = {"bold": "1", "red": "31", "yellow": "33", "cyan": "36", "dim": "2"}


class Console:
    """Standard output, for results, and standard error, for summaries, progress and usage."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self.out = out
        self.err = err
        # https://no-color.org: any value but the empty string.
        self._coloured = out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def write(self, text: str) -> None:
        """Write a part of the results."""
        self.out.write(text)

    def say(self, line: str) -> None:
        """Write a line to standard error, after all results so far."""
        self.out.flush()
        self.err.write(f"{line}\n")
        self.err.flush()

    def style(self, text: str, name: str) -> str:
        """Return the text in a colour, if the results go to a terminal."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self._coloured and text else text
