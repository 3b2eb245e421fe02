"""Output formats of findings: one class per format, which formats each finding as soon as it is known."""

from __future__ import annotations

import json
from typing import Protocol

from .console import Console, shown
from .finding import Finding
from .sarif import Sarif


class Format(Protocol):
    """Formats findings as text."""

    def begin(self) -> str:
        """Return the text before all findings."""

    def add(self, finding: Finding) -> str:
        """Return the text of the next finding."""

    def end(self) -> str:
        """Return the text after all findings."""


def format_of(name: str, console: Console) -> Format:
    """Return the format with the name ``text``, ``json``, ``github`` or ``sarif``."""
    makers: dict[str, type[Format]] = {"json": Json, "github": GitHub, "sarif": Sarif}
    return makers[name]() if name in makers else Text(console)


def sentence_of(finding: Finding) -> str:
    """Return a finding without its position and code: ``path: message; hint (reference)``."""
    problem = finding.problem
    path = f"{problem.path}: " if problem.path else ""
    hint = f"; {problem.hint}" if problem.hint else ""
    reference = f" ({problem.reference})" if problem.reference else ""
    return f"{path}{problem.message}{hint}{reference}"


class Text:
    """One line per finding, for people.

    Args:
        console: Decides whether to use colours.
    """

    def __init__(self, console: Console) -> None:
        self._style = console.style

    def begin(self) -> str:
        """Return nothing."""
        return ""

    def add(self, finding: Finding) -> str:
        """Return ``file:line: path: message; hint [code] (reference)``."""
        problem, style = finding.problem, self._style
        line = "" if finding.line is None else f"{finding.line}:"
        path = f"{style(shown(problem.path), 'bold')}: " if problem.path else ""
        hint = f"; {shown(problem.hint)}" if problem.hint else ""
        code = style(f"[{problem.code}]", "yellow" if finding.level == "warning" else "red")
        reference = style(f" ({problem.reference})", "dim") if problem.reference else ""
        where = style(f"{shown(finding.file)}:{line}", "cyan")
        return f"{where} {path}{shown(problem.message)}{hint} {code}{reference}\n"

    def end(self) -> str:
        """Return nothing."""
        return ""


class Json:
    """A JSON list of objects."""

    def __init__(self) -> None:
        self._separator = "\n"

    def begin(self) -> str:
        """Return the start of the list."""
        return "["

    def add(self, finding: Finding) -> str:
        """Return an object on a line of its own."""
        problem = finding.problem
        item = {
            "file": finding.file,
            "line": finding.line,
            "path": problem.path,
            "code": problem.code,
            "level": finding.level,
            "message": problem.message,
            "hint": problem.hint,
            "reference": problem.reference,
        }
        text = f"{self._separator}{json.dumps(item)}"
        self._separator = ",\n"
        return text

    def end(self) -> str:
        """Return the end of the list."""
        return "]\n" if self._separator == "\n" else "\n]\n"


class GitHub:
    """Workflow commands, which GitHub shows as annotations of a change."""

    def begin(self) -> str:
        """Return nothing."""
        return ""

    def add(self, finding: Finding) -> str:
        """Return ``::error file=…,line=…,title=code::message``."""
        line = "" if finding.line is None else f",line={finding.line}"
        where = f"file={_property(finding.file)}{line},title={_property(finding.problem.code)}"
        return f"::{finding.level} {where}::{_data(sentence_of(finding))}\n"

    def end(self) -> str:
        """Return nothing."""
        return ""


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return shown(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
