"""The only module that prints and sets the exit status, as ``README.md`` lists them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn

import click

from generator.diagnostics import Diagnostic, Level
from generator.faults import REFUSED
from generator.paths import Layout
from templates.connector_catalog.escaping import shown
from templates.connector_catalog.wording import counted


def end_with(line: str, status: int) -> NoReturn:
    """End the run with a line on stderr and an exit status."""
    click.echo(line, err=True)
    sys.exit(status)


class Console:
    """Prints diagnostics and sets the exit status."""

    def __init__(self, layout: Layout, notes: bool, traceback: bool) -> None:
        self.layout = layout
        self.traceback = traceback
        self._notes = notes

    def say(self, line: str) -> None:
        """Print a line to stderr: progress, or a result that is not data."""
        click.echo(shown(line), err=True)

    def write(self, line: str) -> None:
        """Print a line of a result to stdout."""
        click.echo(shown(line))

    def write_lines(self, lines: Iterable[str]) -> None:
        """Print the lines of a result to stdout."""
        for line in lines:
            self.write(line)

    def write_text(self, text: str) -> None:
        """Print the whole text of a result, which needs no escaping any more, to stdout."""
        click.echo(text, nl=False)

    def show(self, diagnostics: Iterable[Diagnostic], lowest: Level = Level.WARNING, hint: str = "") -> None:
        """Print the diagnostics from a level upwards, the number of each level, and a hint how to print the others."""
        lowest = Level.NOTE if self._notes else lowest
        found = list(diagnostics)
        for each in found:
            if each.level >= lowest:
                self.say(str(each))
        counts = {level: sum(each.level is level for each in found) for level in reversed(Level)}
        totals = [counted(count, level.word) for level, count in counts.items() if count]
        hidden = any(each.level < lowest for each in found)
        if totals:
            self.say(", ".join(totals) + (f" ({hint or '--notes prints the notes'})" if hidden else ""))

    def end(self, diagnostics: Iterable[Diagnostic], *, failed: bool = False) -> None:
        """End the run with the exit status for these diagnostics; ``failed`` where a result is a failure."""
        errors = [each for each in diagnostics if each.level is Level.ERROR]
        sys.exit(2 if any(each.code in REFUSED for each in errors) else 1 if errors or failed else 0)

    @contextlib.contextmanager
    def progress(self, label: str) -> Iterator[Callable[[int, int], None]]:
        """Show a bar on a terminal; provide what moves it, to a number of all that is to be done."""
        with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

            def advance(done: int, total: int) -> None:
                bar.length = total
                bar.update(done - bar.pos)

            yield advance
