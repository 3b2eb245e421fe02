"""Validates files that contain documents, as opposed to one payload per line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..nearest import limited_hints
from ..problems import Problem
from .choosing import problems_of
from .finding import BadInputError, Settings, below
from .json_places import Document, places_in
from .json_reading import parse
from .lines import Examined, duplicate_keys, not_utf_8
from .listing import Listing
from .yaml_reading import read_documents

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def examine_file(data: bytes, settings: Settings, kind: str, *, is_guessed: bool = False) -> Examined:
    """Return the problems of a whole file, whose kind is ``json`` or ``yaml``, perhaps only as a guess."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        problem = not_utf_8(error.start, "file")
        if data.startswith(_UTF_16):
            problem = problem._replace(hint="it seems to be UTF-16: save it as UTF-8")
        return Examined([(data.count(b"\n", 0, error.start) + 1, problem)], 0, len(data))
    listing = Listing()
    payloads = 0
    for document in _json(text) if kind == "json" else read_documents(text):
        if isinstance(document, BadInputError):
            listing.add(document.line or 1, _with_hint(document.problem) if is_guessed else document.problem)
        elif is_guessed and isinstance(document.value, str):
            # To YAML, most texts are one long string.
            payloads += 1
            listing.add(1, _with_hint(Problem("", "type", "expected an object")))
        else:
            with limited_hints():
                _list_problems(document, settings, listing)
            payloads += len(_payloads(document))
    return Examined(listing.problems, payloads, len(data), listing.more)


def _with_hint(problem: Problem) -> Problem:
    return problem if problem.hint else problem._replace(hint="the file is neither JSON nor YAML of a request")


def _json(text: str) -> Iterator[Document | BadInputError]:
    try:
        parsed = parse(text)
    except BadInputError as bad:
        yield bad
        return
    yield Document(parsed.value, duplicate_keys(parsed, text), lambda paths: places_in(text, paths))


def _payloads(document: Document) -> list[Any]:
    return document.value if isinstance(document.value, list) else [document.value]


def _list_problems(document: Document, settings: Settings, listing: Listing) -> None:
    """List the problems of a document in the order of their lines."""
    is_list = isinstance(document.value, list)
    # The lines are sought when all problems are known.
    unlocated = Listing()
    # A value that JSON does not have also has the wrong type for the connector; report it once.
    reported = set()
    for problem in document.problems:
        unlocated.add(1, below("", problem))
        if problem.code == "type":
            reported.add(below("", problem).path)
    for number, payload in enumerate(_payloads(document)):
        for problem in problems_of(payload, settings):
            if unlocated.is_full and not reported:
                unlocated.count(problem)
                continue
            moved = below(f"[{number}]" if is_list else "", problem)
            if moved.code != "type" or moved.path not in reported:
                unlocated.add(1, moved)
    if unlocated.problems:
        places = document.places({problem.path for _, problem in unlocated.problems})
        # `lines` has the second occurrence of a duplicate key.
        located = [(places.line_of(problem.path) or 1, problem) for _, problem in unlocated.problems]
        listing.extend(sorted(located, key=lambda each: each[0]), unlocated.more)
