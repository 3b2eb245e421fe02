"""Formats a report as text, Markdown, JSON and GitHub annotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.changes.groups import Group
from generator.changes.report import Report
from generator.changes.rules import Severity
from generator.changes.words import audience, subject_of, what_happened
from generator.serialize import dumps

_LEVELS = {Severity.BREAKING: "error", Severity.RISKY: "warning", Severity.SAFE: "notice"}
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>|#])")


def as_text(report: Report) -> Iterator[str]:
    """Yield the lines for a terminal."""
    yield from report.summary()
    for heading, groups in _sections(report.first_groups):
        yield ""
        yield f"{heading}:"
        for group in groups:
            yield f"  {subject_of(group)}: {what_happened(group)}"
    if report.rest:
        yield ""
        yield f"not shown: {report.rest}; --only prints all of a severity, --all each change"


def as_markdown(report: Report) -> Iterator[str]:
    """Yield the lines of a section of a changelog."""
    for line in report.summary():
        yield f"- {_escaped(line)}"
    for heading, groups in _sections(report.shown):
        yield ""
        yield f"### {heading}"
        yield ""
        for group in groups:
            yield f"- **{_escaped(subject_of(group))}**: {_escaped(what_happened(group))}"


def as_github(report: Report) -> Iterator[str]:
    """Yield workflow commands of GitHub: an annotation with the summary, and one for each group."""
    yield f"::notice title=summary::{_in_command(chr(10).join(report.summary()))}"
    for heading, groups in _sections(report.shown):
        for group in groups:
            text = f"{heading}: {subject_of(group)}: {what_happened(group)}. {group.first.reason}"
            yield f"::{_LEVELS[group.first.severity]} title={group.first.rule}::{_in_command(text)}"


def as_json(report: Report, patches: Mapping[str, Any]) -> str:
    """Return the selected changes as JSON, with a patch for each file of the catalog that differs."""
    counts = {
        "writers": _counts(judged.writers for judged in report.counted),
        "readers": _counts(judged.readers for judged in report.counted),
    }
    numbers = {"connectors": list(report.connectors), "counts": counts}
    return dumps(numbers | {"changes": [judged.to_json() for judged in report.selected], "files": patches})


def _counts(severities: Iterable[Severity]) -> dict[str, int]:
    counts = Counter(severities)
    return {severity.word: counts[severity] for severity in Severity}


def _sections(shown: Sequence[Group]) -> Iterator[tuple[str, Iterator[Group]]]:
    """Yield the groups below headings such as ``Breaking for writers``."""
    yield from groupby(shown, key=_heading)


def _heading(group: Group) -> str:
    severity = group.first.severity
    word = severity.word.capitalize()
    return word if severity is Severity.SAFE else f"{word} for {audience(group.first)}"


def _escaped(text: str) -> str:
    # In a pull request, a name after an at sign would notify its owner; a backslash does not prevent that.
    return _ACTIVE.sub(r"\\\1", text).replace("@", "@<!-- -->")


def _in_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
