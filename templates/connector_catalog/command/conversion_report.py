"""Says what could not be carried over, as text and as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ..conversion.converted import Converted
from ..escaping import shown
from ..problems import Problem
from .console import Console
from .document_values import DocumentValue
from .finding import Finding, below
from .json_places import Places

_LEFT_OUT = {"read-only": "set by the vendor", "not-converted": "not about the connector"}


class DocumentLines:
    """The lines of paths of one document, which are sought all at once when the first is asked for."""

    def __init__(self, document: DocumentValue) -> None:
        self._document = document
        self._wanted: set[str] = set()

    def want(self, problems: Iterable[Problem]) -> None:
        """Want the lines of some problems."""
        self._wanted.update(each.path for each in problems)

    def line_of(self, path: str) -> int:
        """Return the line of a path in the file."""
        return (self._places.line_of(path) or 1) + self._document.line - 1

    @cached_property
    def _places(self) -> Places:
        return self._document.places(self._wanted)


class Conversion(NamedTuple):
    """What is converted from one payload of a file.

    Attributes:
        file: The name of the file.
        place: The payload's place in the file's value, such as ``[0]``; may be empty.
        lines: The lines of the file's value.
        converted: What is converted.
        gaps: What is wrong with the file and what could not be carried over, by the path in the file.
    """

    file: str
    place: str
    lines: DocumentLines
    converted: Converted
    gaps: tuple[Problem, ...]

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, what could not be carried over, and what is wrong with the request."""
        return (*self.gaps, *self.converted.problems)

    def line_of(self, path: str) -> int:
        """Return the line of a path of the file."""
        return self.lines.line_of(path)


def conversion(
    file: str, place: str, lines: DocumentLines, converted: Converted, problems: Iterable[Problem]
) -> Conversion:
    """Return what is converted from a payload, with problems of its file such as a name that an object has twice."""
    moved = (below(place, each) for each in converted.gaps)
    gaps = (*(below("", each) for each in problems), *moved)
    lines.want((*gaps, Problem(place, "", "")))
    return Conversion(file, place, lines, converted, gaps)


def lines_of(of: Conversion) -> Iterator[str]:
    """Yield a line for each gap, in the order of the file, and each problem; one for what is left out without loss."""
    left_out: dict[str, list[str]] = {}
    name = shown(of.file)
    for each in sorted(of.gaps, key=lambda gap: of.line_of(gap.path)):
        if each.code in _LEFT_OUT and each.level == "note":
            left_out.setdefault(each.code, []).append(shown(each.path))
        else:
            yield _line(f"{name}:{of.line_of(each.path)}", each)
    for code, paths in left_out.items():
        yield f"{name}:{of.line_of(paths[0])}: left out, {_LEFT_OUT[code]}: {', '.join(paths)}"
    made = of.converted
    for each in made.problems:
        yield _line(f"{name}{of.place}: {made.vendor}/{made.type}", each)


def _line(place: str, problem: Problem) -> str:
    level = "" if problem.level == "error" else f"{problem.level}: "
    sentence = Finding("", None, problem._replace(reference="")).sentence
    return f"{place}: {level}{shown(sentence)} [{problem.code}]"


def write_report(conversions: Sequence[Conversion], options: Namespace, console: Console) -> bool:
    """Write everything to a file as JSON where that is asked for; return whether that was possible."""
    if options.report is None:
        return True
    text = json.dumps([_as_json(each) for each in conversions], indent=2)
    try:
        with Path(options.report).open("w" if options.force else "x", encoding="utf-8", newline="\n") as file:
            file.write(f"{text}\n")
    except OSError as error:
        reason = "it exists; use --force to replace it" if isinstance(error, FileExistsError) else error.strerror
        console.say(f"connector-catalog: {shown(options.report)}: {reason}")
        return False
    return True


def _as_json(of: Conversion) -> dict[str, Any]:
    made = of.converted
    return {
        "file": of.file,
        "line": of.line_of(of.place),
        "place": of.place,
        "vendor": made.vendor,
        "role": made.role,
        "type": made.type,
        "name": made.name,
        "gaps": [{"line": of.line_of(each.path), **_problem(each)} for each in of.gaps],
        "problems": [_problem(each) for each in made.problems],
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "path": problem.path,
        "level": problem.level,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "reference": problem.reference,
    }
