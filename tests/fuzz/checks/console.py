"""Whether a line that the command line prints can do anything to a terminal."""

from __future__ import annotations

from collections.abc import Iterator


def faults_of_console(text: str) -> Iterator[str]:
    """Yield what a terminal obeys or hides: control characters, and marks that turn the reading direction."""
    if live := {each for each in text if not each.isprintable()} - {"\n"}:
        yield f"prints the characters {sorted(live)}"


def faults_of_line(line: str) -> Iterator[str]:
    """Yield the faults of a diagnostic, which has one line."""
    yield from faults_of_console(line)
    if "\n" in line:
        yield f"a diagnostic of several lines: {line!r:.120}"
