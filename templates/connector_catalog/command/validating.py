"""The command ``validate``."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from ..bounds import PAYLOADS
from .blocks import blocks
from .console import Console
from .documents import examine_file
from .files import STDIN, Source, opened, whole
from .finding import NO_PAYLOAD, UNREADABLE, BadInputError, Finding, Settings
from .formats import format_of
from .lines import Examined
from .listing import more_problems
from .parallel import examine_all
from .progress import Progress


def validate_files(options: Namespace, console: Console) -> int:
    """Validate files; return 2 if a file cannot be read, else 1 if there are errors, else 0."""
    run = _Run(options, console)
    console.write(run.format.begin())
    for name in options.files:
        run.take(name)
    console.write(run.format.end())
    console.say(run.summary())
    return 2 if run.unreadable else 1 if run.problems else 0


class _Run:
    """Validates files and counts the findings."""

    def __init__(self, options: Namespace, console: Console) -> None:
        self.format = format_of(options.format, console)
        self._jobs = options.jobs or os.cpu_count() or 1
        self._settings = Settings(options.vendor, options.type, options.action, options.unknown, tuple(options.ignore))
        self._console = console
        self._files = self._payloads = self.unreadable = 0
        self._levels: Counter[str] = Counter()

    @property
    def problems(self) -> int:
        """The number of errors so far."""
        return self._levels["error"]

    def take(self, name: str) -> None:
        self._files += 1
        shown_as = STDIN if name == "-" else name
        listed = more = 0
        try:
            with opened(name) as source:
                progress = Progress(self._console.err, source.size if source.kind == "lines" else 0)
                for examined in self._examined(source):
                    self._payloads += examined.payloads
                    left = max(PAYLOADS.problems - listed, 0)
                    if examined.problems[:left]:
                        progress.hide()
                    for line, problem in examined.problems[:left]:
                        self._add(Finding(shown_as, None if problem.code in UNREADABLE else line, problem))
                    self._levels.update(problem.level for _, problem in examined.problems[left:])
                    self._levels.update(examined.more)
                    listed += min(left, len(examined.problems))
                    more += len(examined.problems[left:]) + examined.more.total()
                    progress.advance(examined.size)
                progress.hide()
        except BadInputError as bad:
            self._add(Finding(shown_as, bad.line, bad.problem))
        if more:
            self._write(Finding(shown_as, None, more_problems(more)))

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

    def _add(self, finding: Finding) -> None:
        self._levels[finding.level] += 1
        self.unreadable += finding.problem.code in UNREADABLE
        self._write(finding)

    def _write(self, finding: Finding) -> None:
        self._console.write(self.format.add(finding))

    def summary(self) -> str:
        counts = [(self._files, "file"), (self._payloads, "payload"), (self.problems, "problem")]
        counts += [(self._levels[each], each) for each in ("warning", "note") if self._levels[each]]
        return ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counts)
