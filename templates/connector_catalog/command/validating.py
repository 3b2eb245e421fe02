"""The command ``validate``."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator

from ..problems import Problem
from .blocks import blocks
from .console import Console
from .documents import examine_file
from .files import STDIN, Source, opened, whole
from .finding import NO_PAYLOAD, UNREADABLE, BadInputError, Finding, Settings
from .formats import format_of
from .lines import Examined
from .parallel import examine_all
from .progress import Progress


def validate_files(options: Namespace, console: Console) -> int:
    """Validate files and write their problems.

    Returns:
        2 if a file cannot be read, else 1 if there are problems, else 0.
    """
    settings = Settings(options.vendor, options.type, options.action, options.unknown)
    run = _Run(options, settings, console)
    console.write(run.format.begin())
    for name in options.files:
        run.take(name)
    console.write(run.format.end())
    console.say(run.summary())
    return run.status()


class _Run:
    """Validates files and counts the findings."""

    def __init__(self, options: Namespace, settings: Settings, console: Console) -> None:
        self.format = format_of(options.format, console)
        self._jobs = options.jobs or os.cpu_count() or 1
        self._settings = settings
        self._console = console
        self._files = self._payloads = self._problems = self._warnings = self._unreadable = 0

    def take(self, name: str) -> None:
        """Validate one file."""
        self._files += 1
        shown_as = STDIN if name == "-" else name
        try:
            with opened(name) as source:
                progress = Progress(self._console.err, source.size if source.kind == "lines" else 0)
                for examined in self._examined(source):
                    self._payloads += examined.payloads
                    self._write(shown_as, examined, progress)
                    progress.advance(examined.size)
                progress.hide()
        except BadInputError as bad:
            self._add(Finding(shown_as, bad.line, bad.problem))

    def _examined(self, source: Source) -> Iterator[Examined]:
        if source.kind != "lines":
            yield examine_file(whole(source), self._settings, source.kind)
            return
        found = 0
        for examined in examine_all(blocks(source.stream, source.head), self._settings, self._jobs):
            found += examined.payloads
            yield examined
        if not found:
            raise BadInputError("empty", NO_PAYLOAD, line=1)

    def _write(self, name: str, examined: Examined, progress: Progress) -> None:
        if examined.problems:
            progress.hide()
        for line, problem in examined.problems:
            self._add(Finding(name, _line(line, problem), problem))

    def _add(self, finding: Finding) -> None:
        self._warnings += finding.level == "warning"
        self._problems += finding.level == "error"
        self._unreadable += finding.problem.code in UNREADABLE
        self._console.write(self.format.add(finding))

    def summary(self) -> str:
        """Return the numbers of files, payloads and findings."""
        counts = [(self._files, "file"), (self._payloads, "payload"), (self._problems, "problem")]
        if self._warnings:
            counts.append((self._warnings, "warning"))
        return ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counts)

    def status(self) -> int:
        """Return the exit status."""
        return 2 if self._unreadable else 1 if self._problems else 0


def _line(line: int, problem: Problem) -> int | None:
    return None if problem.code in UNREADABLE else line
