"""The command ``validate``."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..bounds import PAYLOADS
from ..escaping import shown
from ..warning_codes import is_ignored
from ..wording import counted, join_or
from .blocks import blocks
from .console import Console
from .documents import examine_file
from .files import STDIN, Source, opened, whole
from .finding import NO_PAYLOAD, UNREADABLE, BadInputError, Finding, Settings
from .folders import Unreadable, files_in
from .formats import Format, format_of
from .found_files import SKIPPED_FILE, has_fields_of_requests, is_of_payloads
from .ignore_patterns import INCLUDED
from .lines import Examined
from .listing import more_problems
from .parallel import examine_all
from .progress import Progress


def validate_files(options: Namespace, console: Console) -> int:
    """Validate files; return 2 if a file cannot be read, else 1 if there are errors, else 0."""
    settings = Settings(options.vendor, options.type, options.action, options.unknown, tuple(options.ignore))
    return examine_files(options, console, settings, format_of(options.format, console, options.links))


def examine_files(options: Namespace, console: Console, settings: Settings, format_: Format) -> int:
    """Examine files by some settings; return 2 if a file cannot be read, else 1 if there are errors, else 0."""
    run = _Run(options, console, settings, format_)
    console.write(run.format.begin())
    empty = [message for name in options.files if (message := run.take_named(name))]
    console.write(run.format.end())
    console.say(run.summary())
    for message in empty:
        console.say(f"connector-catalog {options.command}: {shown(message)}")
    if run.unreadable or empty:
        return 2
    return 1 if run.problems else 0


class _Run:
    """Examines files and counts the findings."""

    def __init__(self, options: Namespace, console: Console, settings: Settings, format_: Format) -> None:
        self.format = format_
        self._jobs = options.jobs or os.cpu_count() or 1
        self._settings = settings
        self._console = console
        self._links = options.links
        self._include, self._exclude = options.include, options.exclude
        self._files = self._payloads = self.unreadable = 0
        self._levels: Counter[str] = Counter()

    @property
    def problems(self) -> int:
        """The number of errors so far."""
        return self._levels["error"]

    def take_named(self, name: str) -> str:
        """Validate a file or a folder's files; the result says why a folder has no payloads, or is empty."""
        if name == "-" or not Path(name).is_dir():
            self._take(name, self._settings)
            return ""
        files, before = self._files, (self._payloads, self.problems)
        for file in files_in(name, self._include, self._exclude):
            if isinstance(file, Unreadable):
                self._add(Finding(file.name, None, file.error.problem))
            else:
                self._take(file, self._settings._replace(found=True))
        if before != (self._payloads, self.problems):
            return ""
        if files != self._files:
            return f"{name}: no file of this folder names a connector"
        return f"{name}: no file of this folder matches {join_or(self._include or INCLUDED)}"

    def _take(self, name: str, settings: Settings) -> None:
        self._files += 1
        shown_as = STDIN if name == "-" else name
        try:
            with opened(name) as source:
                head = source.head
                self._list(shown_as, source, settings)
        except BadInputError as bad:
            # What cannot be opened at all may be a payload.
            is_skipped = settings.found and bad.problem.code not in UNREADABLE and not has_fields_of_requests(head)
            if is_skipped:
                self._skip(shown_as)
            else:
                self._add(Finding(shown_as, bad.line, bad.problem))

    def _list(self, shown_as: str, source: Source, settings: Settings) -> None:
        """Add the findings of a file, unless it was found in a folder and is not of payloads."""
        listed = more = 0
        progress = Progress(self._console.err, source.size if source.kind == "lines" else 0)
        for examined in self._examined(source, settings):
            if settings.found and not is_of_payloads(examined, source.head):
                self._skip(shown_as)
                return
            settings = settings._replace(found=False)
            self._payloads += examined.payloads
            left = max(PAYLOADS.problems - listed, 0)
            if examined.problems[:left]:
                progress.hide()
            for line, problem in examined.problems[:left]:
                place = None if problem.code in UNREADABLE else line
                self._add(Finding(shown_as, place, problem, self._links.to(problem.reference)))
            self._levels.update(problem.level for _, problem in examined.problems[left:])
            self._levels.update(examined.more)
            listed += min(left, len(examined.problems))
            more += len(examined.problems[left:]) + examined.more.total()
            progress.advance(examined.size)
        progress.hide()
        if more:
            self._write(Finding(shown_as, None, more_problems(more)))

    def _examined(self, source: Source, settings: Settings) -> Iterator[Examined]:
        if source.kind != "lines":
            yield examine_file(whole(source), settings, source.kind, is_guessed=source.is_guessed)
            return
        count = 0
        for examined in examine_all(blocks(source.stream, source.head), settings, self._jobs):
            count += examined.payloads
            yield examined
        if not count:
            raise BadInputError("empty", NO_PAYLOAD, line=1)

    def _skip(self, name: str) -> None:
        if not is_ignored(SKIPPED_FILE, self._settings.ignore):
            self._add(Finding(name, None, SKIPPED_FILE))

    def _add(self, finding: Finding) -> None:
        self._levels[finding.level] += 1
        self.unreadable += finding.problem.code in UNREADABLE
        self._write(finding)

    def _write(self, finding: Finding) -> None:
        self._console.write(self.format.add(finding))

    def summary(self) -> str:
        counts = [(self._files, "file"), (self._payloads, "payload"), (self.problems, "problem")]
        counts += [(self._levels[each], each) for each in ("warning", "note") if self._levels[each]]
        return ", ".join(counted(count, word) for count, word in counts)
