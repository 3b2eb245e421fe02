"""Validates files that contain documents, as opposed to one payload per line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..problems import Problem
from .checking import problems_of
from .finding import BadInputError, Settings, below
from .json_places import Places, places_in
from .json_reading import parse
from .lines import Examined, duplicate_key, not_utf_8
from .yaml_reading import YamlDocument, read_documents

Located = tuple[int, Problem]


class ParsedDocument(NamedTuple):
    """A document of a file.

    Attributes:
        value: A payload or a list of payloads.
        places: Returns the lines of values; only called if there are problems.
        problems: Problems of the text, with paths from the top of the document.
    """

    value: Any
    places: Callable[[], Places]
    problems: list[Problem]


def examine_file(data: bytes, settings: Settings, kind: str) -> Examined:
    """Return the problems of a whole file.

    Args:
        data: The bytes of the file.
        settings: How to validate payloads.
        kind: ``json`` or ``yaml``.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Examined([(data.count(b"\n", 0, error.start) + 1, not_utf_8(error.start, "file"))], 0, len(data))
    problems: list[Located] = []
    payloads = 0
    for document in _json(text) if kind == "json" else _yaml(text):
        if isinstance(document, BadInputError):
            problems.append((document.line or 1, document.problem))
        else:
            found, count = _examine(document, settings)
            problems += found
            payloads += count
    return Examined(problems, payloads, len(data))


def _json(text: str) -> Iterator[ParsedDocument | BadInputError]:
    try:
        parsed = parse(text)
    except BadInputError as bad:
        yield bad
        return
    repeated = [duplicate_key(path) for path, _ in places_in(text).repeated] if parsed.repeats else []
    yield ParsedDocument(parsed.value, lambda: places_in(text), repeated)


def _yaml(text: str) -> Iterator[ParsedDocument | BadInputError]:
    for read in read_documents(text):
        yield read if isinstance(read, BadInputError) else _document(read)


def _document(read: YamlDocument) -> ParsedDocument:
    return ParsedDocument(read.value, lambda: read.places, read.problems)


def _examine(document: ParsedDocument, settings: Settings) -> tuple[list[Located], int]:
    is_list = isinstance(document.value, list)
    payloads = document.value if is_list else [document.value]
    found = [below("", problem) for problem in document.problems]
    # A value that JSON does not have also has the wrong type for the connector; report it once.
    reported = {problem.path for problem in found if problem.code == "type"}
    for number, payload in enumerate(payloads):
        problems = (below(f"[{number}]" if is_list else "", each) for each in problems_of(payload, settings))
        found += [each for each in problems if each.code != "type" or each.path not in reported]
    return _located(found, document), len(payloads)


def _located(found: list[Problem], document: ParsedDocument) -> list[Located]:
    if not found:
        return []
    places = document.places()
    # `lines` has the second occurrence of a duplicate key.
    located = [(places.line_of(problem.path) or 1, problem) for problem in found]
    return sorted(located, key=lambda each: each[0])
