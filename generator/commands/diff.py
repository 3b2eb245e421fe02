"""``diff``: compares two catalogs or documents, and rates how each change affects writers and readers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from generator.changes import formats
from generator.changes.comparison import changes_between
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides, load_overrides
from generator.changes.patch import patches_between
from generator.changes.report import Report, Selection, report_of
from generator.changes.request_parts import parts_of_requests
from generator.changes.rules import Severity
from generator.commands.sides import Side, load_sides
from generator.diagnostics import Diagnostics
from generator.faults import REFUSED
from generator.paths import Layout


@dataclasses.dataclass(frozen=True)
class Request:
    """The arguments of the command.

    Attributes:
        old: The old side, a path or a git revision.
        new: The new side.
        format: ``text``, ``markdown``, ``json`` or ``github``.
        audience: Whose severities count: ``writers``, ``readers`` or ``all``.
        only: The severities that are printed; empty for all.
        everything: Whether each change is printed alone, and changes of words are printed too.
        fail_on: The least severity that makes the command fail; ``None`` if it never fails.
        severities: A file of overrides, or ``None``.
    """

    old: str
    new: str
    format: str = "text"
    audience: str = "all"
    only: tuple[Severity, ...] = ()
    everything: bool = False
    fail_on: Severity | None = None
    severities: Path | None = None

    @property
    def selection(self) -> Selection:
        """The changes to print."""
        return Selection(self.audience, frozenset(self.only), self.everything)


@dataclasses.dataclass
class Compared:
    """The printed result, whether it is a failure, and the diagnostics of both sides."""

    lines: list[str]
    failed: bool
    diagnostics: Diagnostics


def compare(layout: Layout, request: Request) -> Compared:
    """Compare two sides. Nothing is compared if one of them cannot be read."""
    diagnostics = Diagnostics()
    overrides = load_overrides(request.severities, diagnostics) if request.severities else Overrides()
    old, new = load_sides(layout, request.old, request.new, diagnostics)
    is_missing = diagnostics.failed and not (old.entries and new.entries)
    if is_missing or any(each.code in REFUSED for each in diagnostics):
        return Compared([], failed=False, diagnostics=diagnostics)
    report = _report(layout, old, new, overrides, request.selection, diagnostics)
    overrides.report_stale(diagnostics)
    failed = request.fail_on is not None and report.has_severity(request.audience, request.fail_on)
    return Compared(list(_lines(report, old, new, request.format)), failed, diagnostics)


def _report(
    layout: Layout, old: Side, new: Side, overrides: Overrides, selection: Selection, diagnostics: Diagnostics
) -> Report:
    part_of = parts_of_requests(layout, diagnostics)
    changes = changes_between(old.entries, new.entries)
    every = judged(changes, old.entries, new.entries, part_of, overrides)
    return report_of(every, (old.connectors, new.connectors), selection)


def _lines(report: Report, old: Side, new: Side, format_: str) -> Iterator[str]:
    if format_ == "json":
        yield from formats.as_json(report, patches_between(old.files, new.files)).splitlines()
    else:
        yield from {"markdown": formats.as_markdown, "github": formats.as_github}.get(format_, formats.as_text)(report)
