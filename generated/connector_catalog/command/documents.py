"""Validates files that contain documents, as opposed to one payload per line."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from .choosing import problems_of
from .finding import BadInputError, Settings, below
from .json_places import Document, places_in
from .json_reading import parse
from .lines import Examined, duplicate_keys, not_utf_8
from .yaml_reading import read_documents

Located = tuple[int, Problem]


def examine_file(data: bytes, settings: Settings, kind: str) -> Examined:
    """Return the problems of a whole file, whose kind is ``json`` or ``yaml``."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Examined([(data.count(b"\n", 0, error.start) + 1, not_utf_8(error.start, "file"))], 0, len(data))
    problems: list[Located] = []
    payloads = 0
    for document in _json(text) if kind == "json" else read_documents(text):
        if isinstance(document, BadInputError):
            problems.append((document.line or 1, document.problem))
        else:
            found, count = _examine(document, settings)
            problems += found
            payloads += count
    return Examined(problems, payloads, len(data))


def _json(text: str) -> Iterator[Document | BadInputError]:
    try:
        parsed = parse(text)
    except BadInputError as bad:
        yield bad
        return
    yield Document(parsed.value, duplicate_keys(parsed, text), lambda: places_in(text))


def _examine(document: Document, settings: Settings) -> tuple[list[Located], int]:
    is_list = isinstance(document.value, list)
    payloads = document.value if is_list else [document.value]
    found = [below("", problem) for problem in document.problems]
    # A value that JSON does not have also has the wrong type for the connector; report it once.
    reported = {problem.path for problem in found if problem.code == "type"}
    for number, payload in enumerate(payloads):
        problems = (below(f"[{number}]" if is_list else "", each) for each in problems_of(payload, settings))
        found += [each for each in problems if each.code != "type" or each.path not in reported]
    if not found:
        return [], len(payloads)
    places = document.places()
    # `lines` has the second occurrence of a duplicate key.
    located = [(places.line_of(problem.path) or 1, problem) for problem in found]
    return sorted(located, key=lambda each: each[0]), len(payloads)
