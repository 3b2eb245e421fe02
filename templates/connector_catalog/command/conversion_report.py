"""Says what could not be carried over, as text and as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
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


class _Conversion(NamedTuple):
    file: str
    place: str
    document: DocumentValue
    converted: Converted
    problems: tuple[Problem, ...]


class Conversion(_Conversion):
    """What is converted from one payload of a file.

    Attributes:
        file: The name of the file.
        place: The payload's place in the file's value, such as ``[0]``; may be empty.
        document: The value of the file.
        converted: What is converted.
        problems: Problems of the file, such as a name that an object has twice.
    """

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, what could not be carried over, and what is wrong with the request."""
        return (*self.gaps, *self.converted.problems)

    @cached_property
    def gaps(self) -> tuple[Problem, ...]:
        """What is wrong with the file and what could not be carried over, by the path in the file."""
        moved = (below(self.place, each) for each in self.converted.gaps)
        return (*(below("", each) for each in self.problems), *moved)

    def line_of(self, path: str) -> int:
        """Return the line of a path of the file."""
        return (self._places.line_of(path) or 1) + self.document.line - 1

    @cached_property
    def _places(self) -> Places:
        return self.document.places({each.path for each in self.gaps})


def lines_of(conversion: Conversion) -> Iterator[str]:
    """Yield a line for each gap, in the order of the file, and each problem; one for what is left out without loss."""
    left_out: dict[str, list[str]] = {}
    name = shown(conversion.file)
    for each in sorted(conversion.gaps, key=lambda gap: conversion.line_of(gap.path)):
        if each.code in _LEFT_OUT and each.level == "note":
            left_out.setdefault(each.code, []).append(shown(each.path))
        else:
            yield _line(f"{name}:{conversion.line_of(each.path)}", each)
    for code, paths in left_out.items():
        yield f"{name}:{conversion.line_of(paths[0])}: left out, {_LEFT_OUT[code]}: {', '.join(paths)}"
    made = conversion.converted
    for each in made.problems:
        yield _line(f"{name}{conversion.place}: {made.vendor}/{made.type}", each)


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


def _as_json(conversion: Conversion) -> dict[str, Any]:
    made = conversion.converted
    return {
        "file": conversion.file,
        "line": conversion.line_of(conversion.place),
        "place": conversion.place,
        "vendor": made.vendor,
        "role": made.role,
        "type": made.type,
        "name": made.name,
        "gaps": [{"line": conversion.line_of(each.path), **_problem(each)} for each in conversion.gaps],
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
