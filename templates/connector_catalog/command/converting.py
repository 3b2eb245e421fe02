"""The command ``convert``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from ..bounds import PAYLOADS
from ..conversion.converting import convert
from ..escaping import shown
from ..nearest import limited_hints
from ..problems import Problem
from ..warning_codes import SKIPPED
from ..wording import counted
from .console import Console
from .conversion_report import Conversion, DocumentLines, conversion_of, lines_of, write_report
from .document_values import DocumentValue, documents_of
from .files import STDIN, opened
from .finding import BadInputError
from .folders import Unreadable, files_in
from .found_files import has_fields_of_requests
from .listing import more_problems
from .writing_requests import write_requests

_UNNAMED = frozenset({"no-connector", "type"})
"""Codes of problems of payloads that do not name a known connector."""


def convert_files(options: Namespace, console: Console) -> int:
    """Convert the payloads of files; return 2 if a file cannot be read or written, 1 if there are errors, else 0."""
    try:
        conversions = [each for name in options.files for each in _conversions_of(name, options, console)]
    except _UnreadableError as unreadable:
        bad = unreadable.bad
        line = f":{bad.line}" if bad.line else ""
        hint = f"; {bad.problem.hint}" if bad.problem.hint else ""
        console.say(f"{shown(unreadable.name)}{line}: {bad.problem.message}{hint} [{bad.problem.code}]")
        return 2
    converted = [each.converted for each in conversions if each.converted.request is not None]
    if not write_requests(converted, options, console) or not write_report(conversions, options, console):
        return 2
    lines = (line for each in conversions for line in lines_of(each))
    for line in islice(lines, PAYLOADS.problems):
        console.say(line)
    more = sum(1 for _ in lines)
    if more:
        console.say(more_problems(more).message)
    levels = [problem.level for each in conversions for problem in each.all_problems]
    console.say(
        f"{counted(len(converted), 'request')} of {counted(len(conversions), 'payload')}, "
        f"{counted(levels.count('error'), 'problem')}, {counted(levels.count('warning'), 'warning')}"
    )
    if "error" in levels:
        return 1
    return 0 if conversions else 2


class _UnreadableError(Exception):
    """A file cannot be read."""

    def __init__(self, name: str, bad: BadInputError) -> None:
        super().__init__(name)
        self.name, self.bad = name, bad


def _conversions_of(name: str, options: Namespace, console: Console) -> Iterator[Conversion]:
    """Yield the conversions of a file, or of the files of a folder that hold payloads."""
    if name == "-" or not Path(name).is_dir():
        yield from _of_file(name, options)
        return
    count = 0
    for each in files_in(name, options.include, options.exclude):
        if isinstance(each, Unreadable):
            raise _UnreadableError(each.name, each.error)
        conversions = _of_found_file(each, options)
        if conversions:
            yield from conversions
            count += 1
        else:
            console.say(f"{shown(each)}: note: skipped, no connector is named [{SKIPPED}]")
    if not count:
        console.say(f"connector-catalog convert: {shown(name)}: no file of this folder names a connector")


def _of_found_file(name: str, options: Namespace) -> list[Conversion]:
    """Return the conversions of a file of a folder; none if the file holds no payloads."""
    try:
        conversions = _of_file(name, options)
    except _UnreadableError:
        with opened(name) as source:
            if not has_fields_of_requests(source.head):
                return []
        raise
    is_named = any(each.converted.request is not None or _UNNAMED.isdisjoint(_codes(each)) for each in conversions)
    return conversions if is_named else []


def _codes(conversion: Conversion) -> list[str]:
    return [each.code for each in conversion.converted.gaps]


def _of_file(name: str, options: Namespace) -> list[Conversion]:
    shown_as = STDIN if name == "-" else name
    try:
        with opened(name) as source, limited_hints():
            return [each for document in documents_of(source) for each in _of_document(shown_as, document, options)]
    except BadInputError as bad:
        raise _UnreadableError(shown_as, bad) from None


def _of_document(name: str, document: DocumentValue, options: Namespace) -> Iterator[Conversion]:
    is_list, lines = isinstance(document.value, list), DocumentLines(document)
    problems: list[Problem] = document.problems
    for number, payload in enumerate(document.value if is_list else [document.value]):
        converted = convert(payload, to=options.to, vendor=options.vendor, type=options.type)
        yield conversion_of(name, f"[{number}]" if is_list else "", lines, converted, problems)
        # The problems of the whole file are reported once.
        problems = []
