"""The command ``check-upgrade``."""

from __future__ import annotations

from argparse import Namespace

from ..build import data_version
from ..upgrades.catalog_change import UnknownVersionError, versions_after
from ..upgrades.effects import MEANINGS
from .console import Console
from .finding import Finding, Settings
from .formats import Format, format_of
from .validating import examine_files

_HEADINGS = {"error": "Breaking", "warning": "Risky", "unchecked": "Not checked", "note": "Notes"}


def check_files(options: Namespace, console: Console) -> int:
    """Check files; return 2 if a file cannot be read or the version is unknown, 1 if a payload breaks, else 0."""
    try:
        later = versions_after(options.since)
    except UnknownVersionError as unknown:
        console.say(f"connector-catalog check-upgrade: {unknown}")
        return 2
    if not later:
        console.say(f"connector-catalog check-upgrade: the package has the same data version {data_version}")
    settings = Settings(options.vendor, options.type, options.action, since=options.since)
    format_ = format_of(options.format, console, options.links)
    return examine_files(options, console, settings, _ByLevel(format_, console, has_headings=options.format == "text"))


class _ByLevel(Format):
    """Formats findings at the end, by level: breaking ones first, within a level in the order of the files."""

    def __init__(self, inner: Format, console: Console, *, has_headings: bool) -> None:
        self._inner = inner
        self._console = console
        self._has_headings = has_headings
        self._findings: dict[str, list[Finding]] = {kind: [] for kind in _HEADINGS}

    def begin(self) -> str:
        return self._inner.begin()

    def add(self, finding: Finding) -> str:
        is_checked = finding.level != "error" or finding.problem.code in MEANINGS
        self._findings[finding.level if is_checked else "unchecked"].append(finding)
        return ""

    def end(self) -> str:
        texts = []
        for kind, findings in self._findings.items():
            if findings and self._has_headings:
                texts.append(f"{self._console.style(_HEADINGS[kind], 'bold')}:\n")
            texts += map(self._inner.add, findings)
        return "".join([*texts, self._inner.end()])
