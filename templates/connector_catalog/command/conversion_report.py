"""Reports the gaps and problems of conversions, as text and as JSON."""

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
    """The lines of paths in one document. All wanted paths are looked up together, at the first request."""

    def __init__(self, document: DocumentValue) -> None:
        self._document = document
        self._wanted: set[str] = set()

    def want(self, problems: Iterable[Problem]) -> None:
        """Register the paths of problems whose lines will be needed."""
        self._wanted.update(each.path for each in problems)

    def line_of(self, path: str) -> int:
        """Return the line of a path in the file."""
        return (self._places.line_of(path) or 1) + self._document.line - 1

    @cached_property
    def _places(self) -> Places:
        return self._document.places(self._wanted)


class Conversion(NamedTuple):
    """The conversion of one payload of a file.

    Attributes:
        file: The name of the file.
        place: The place of the payload in the file's value, such as ``[0]``; may be empty.
        lines: The lines of the file's value.
        converted: The result.
        gaps: Problems of the file and values that could not be converted, by path in the file.
    """

    file: str
    place: str
    lines: DocumentLines
    converted: Converted
    gaps: tuple[Problem, ...]

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """The gaps, and the problems of the converted request."""
        return (*self.gaps, *self.converted.problems)

    def line_of(self, path: str) -> int:
        """Return the line of a path of the file."""
        return self.lines.line_of(path)


def conversion_of(
    file: str, place: str, lines: DocumentLines, converted: Converted, problems: Iterable[Problem]
) -> Conversion:
    """Return the conversion of a payload, with the problems of its file, such as duplicate keys."""
    moved = (below(place, each) for each in converted.gaps)
    gaps = (*(below("", each) for each in problems), *moved)
    lines.want((*gaps, Problem(place, "", "")))
    return Conversion(file, place, lines, converted, gaps)


def lines_of(conversion: Conversion) -> Iterator[str]:
    """Yield a line for each gap, in the order of the file, and for each problem.

    Properties that are left out without loss share a line.
    """
    left_out: dict[str, list[str]] = {}
    name = shown(conversion.file)
    for each in sorted(conversion.gaps, key=lambda gap: conversion.line_of(gap.path)):
        if each.code in _LEFT_OUT and each.level == "note":
            left_out.setdefault(each.code, []).append(shown(each.path))
        else:
            yield _line(f"{name}:{conversion.line_of(each.path)}", each)
    for code, paths in left_out.items():
        yield f"{name}:{conversion.line_of(paths[0])}: left out, {_LEFT_OUT[code]}: {', '.join(paths)}"
    converted = conversion.converted
    for each in converted.problems:
        yield _line(f"{name}{conversion.place}: {converted.vendor}/{converted.type}", each)


def _line(place: str, problem: Problem) -> str:
    level = "" if problem.level == "error" else f"{problem.level}: "
    sentence = Finding("", None, problem._replace(reference="")).sentence
    return f"{place}: {level}{shown(sentence)} [{problem.code}]"


def write_report(conversions: Sequence[Conversion], options: Namespace, console: Console) -> bool:
    """Write the report as JSON if ``--report`` is given; return ``False`` if that fails."""
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


def _as_json(conversion: Conversion) -> dict[str, Any]:
    converted = conversion.converted
    return {
        "file": conversion.file,
        "line": conversion.line_of(conversion.place),
        "place": conversion.place,
        "vendor": converted.vendor,
        "role": converted.role,
        "type": converted.type,
        "name": converted.name,
        "gaps": [{"line": conversion.line_of(each.path), **_problem(each)} for each in conversion.gaps],
        "problems": [_problem(each) for each in converted.problems],
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
