"""The formats of a report: for a terminal, as a section of a changelog, as JSON and as annotations of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.changes.groups import Group
from generator.changes.report import Report
from generator.changes.rules import Severity
from generator.changes.words import audience, subject_of, what_happened
from generator.serialize import dumps

_HEADINGS = {Severity.BREAKING: "Breaking", Severity.RISKY: "Risky", Severity.SAFE: "Safe"}
_LEVELS = {Severity.BREAKING: "error", Severity.RISKY: "warning", Severity.SAFE: "notice"}
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>|#])")


def as_text(report: Report) -> Iterator[str]:
    """Yield the lines for a terminal."""
    yield from report.summary()
    for severity, groups in _by_severity(report.first_groups):
        yield ""
        yield f"{_HEADINGS[severity]}:"
        for group in groups:
            yield f"  {subject_of(group)}: {what_happened(group)}{_for(group)}"
    if report.not_shown:
        yield ""
        yield f"{report.not_shown} more groups of changes; --all shows each change"


def as_markdown(report: Report) -> Iterator[str]:
    """Yield the lines of a section of a changelog."""
    for line in report.summary():
        yield f"- {_escaped(line)}"
    for severity, groups in _by_severity(report.shown):
        yield ""
        yield f"### {_HEADINGS[severity]}"
        yield ""
        for group in groups:
            yield f"- **{_escaped(subject_of(group))}**: {_escaped(what_happened(group))}{_escaped(_for(group))}"


def as_github(report: Report) -> Iterator[str]:
    """Yield workflow commands, an annotation each."""
    for severity, groups in _by_severity(report.shown):
        for group in groups:
            text = f"{subject_of(group)}: {what_happened(group)}{_for(group)}. {group.first.reason}"
            yield f"::{_LEVELS[severity]} title={group.first.rule}::{_in_command(text)}"


def as_json(report: Report, patches: Mapping[str, Any]) -> str:
    """Return everything as JSON, with a patch for each file of the catalog that differs."""
    counts = {
        audience: {each.word: sum(getattr(found, audience) is each for found in report.changes) for each in Severity}
        for audience in ("writers", "readers")
    }
    changes = [each.to_json() for each in report.changes]
    return dumps({"connectors": list(report.connectors), "counts": counts, "changes": changes, "files": patches})


def _by_severity(shown: Sequence[Group]) -> Iterator[tuple[Severity, list[Group]]]:
    for severity, groups in groupby(shown, key=lambda group: group.first.severity):
        yield severity, list(groups)


def _for(group: Group) -> str:
    return "" if group.first.severity is Severity.SAFE else f" [{audience(group.first)}]"


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)


def _in_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
