"""Output formats of findings: one class per format, which formats each finding as soon as it is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Protocol

from ..escaping import shown
from ..links import Links
from .console import Console
from .finding import Finding
from .sarif import Sarif


class Format(Protocol):
    """Formats findings as text; there is nothing before or after them unless a format says so."""

    def begin(self) -> str:
        """Return the text before all findings."""
        return ""

    def add(self, finding: Finding) -> str:
        """Return the text of the next finding."""

    def end(self) -> str:
        """Return the text after all findings."""
        return ""


def format_of(name: str, console: Console, links: Links) -> Format:
    """Return the format with the name ``text``, ``json``, ``github`` or ``sarif``."""
    makers: dict[str, Callable[[], Format]] = {
        "json": _Json,
        "github": _GitHub,
        "sarif": lambda: Sarif(links),
        "text": lambda: _Text(console),
    }
    return makers[name]()


_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


class _Text(Format):
    """One line per finding, for people: ``file:line: path: message; hint [code] (reference)``.

    Before the path, there is the level of what is no error.
    """

    def __init__(self, console: Console) -> None:
        self._style = console.style

    def add(self, finding: Finding) -> str:
        problem, style = finding.problem, self._style
        line = "" if finding.line is None else f"{finding.line}:"
        path = f"{style(shown(problem.path), 'bold')}: " if problem.path else ""
        hint = f"; {shown(problem.hint)}" if problem.hint else ""
        level = "" if finding.level == "error" else f"{finding.level}: "
        code = style(f"[{problem.code}]", _COLOURS[finding.level])
        reference = style(f" ({finding.reference})", "dim") if finding.reference else ""
        where = style(f"{shown(finding.file)}:{line}", "cyan")
        return f"{where} {level}{path}{shown(problem.message)}{hint} {code}{reference}\n"


class _Json(Format):
    """A JSON list with an object per line."""

    def __init__(self) -> None:
        self._separator = "\n"

    def begin(self) -> str:
        return "["

    def add(self, finding: Finding) -> str:
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
            "link": finding.link,
        }
        separator, self._separator = self._separator, ",\n"
        return f"{separator}{json.dumps(item)}"

    def end(self) -> str:
        return "]\n" if self._separator == "\n" else "\n]\n"


class _GitHub(Format):
    """Workflow commands, which GitHub shows as annotations: ``::error file=…,line=…,title=code::message``.

    GitHub's word for a note is ``notice``.
    """

    def add(self, finding: Finding) -> str:
        line = "" if finding.line is None else f",line={finding.line}"
        where = f"file={_property(finding.file)}{line},title={_property(finding.problem.code)}"
        level = "notice" if finding.level == "note" else finding.level
        return f"::{level} {where}::{_data(finding.sentence)}\n"


def _data(text: str) -> str:
    return shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
