"""Validates files that contain documents, as opposed to one payload per line."""

from __future__ import annotations

from collections.abc import Iterator

from ..nearest import limited_hints
from .choosing import problems_of
from .finding import BadInputError, Settings, below
from .json_places import Document, places_in
from .json_reading import parse
from .lines import Examined, duplicate_keys, not_utf_8
from .listing import Listing
from .yaml_reading import read_documents


def examine_file(data: bytes, settings: Settings, kind: str) -> Examined:
    """Return the problems of a whole file, whose kind is ``json`` or ``yaml``."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Examined([(data.count(b"\n", 0, error.start) + 1, not_utf_8(error.start, "file"))], 0, len(data))
    listing = Listing()
    payloads = 0
    for document in _json(text) if kind == "json" else read_documents(text):
        if isinstance(document, BadInputError):
            listing.add(document.line or 1, document.problem)
        else:
            with limited_hints():
                payloads += _examine(document, settings, listing)
    return Examined(listing.problems, payloads, len(data), listing.more)


def _json(text: str) -> Iterator[Document | BadInputError]:
    try:
        parsed = parse(text)
    except BadInputError as bad:
        yield bad
        return
    yield Document(parsed.value, duplicate_keys(parsed, text), lambda wanted: places_in(text, wanted))


def _examine(document: Document, settings: Settings, listing: Listing) -> int:
    """List the problems of a document in the order of their lines; return the number of payloads."""
    is_list = isinstance(document.value, list)
    payloads = document.value if is_list else [document.value]
    # The lines are sought when all problems are known.
    found = Listing()
    # A value that JSON does not have also has the wrong type for the connector; report it once.
    reported = set()
    for problem in document.problems:
        found.add(1, below("", problem))
        if problem.code == "type":
            reported.add(below("", problem).path)
    for number, payload in enumerate(payloads):
        for problem in problems_of(payload, settings):
            if found.is_full and not reported:
                found.count(problem)
                continue
            moved = below(f"[{number}]" if is_list else "", problem)
            if moved.code != "type" or moved.path not in reported:
                found.add(1, moved)
    if found.problems:
        places = document.places({problem.path for _, problem in found.problems})
        # `lines` has the second occurrence of a duplicate key.
        located = [(places.line_of(problem.path) or 1, problem) for _, problem in found.problems]
        listing.extend(sorted(located, key=lambda each: each[0]), found.more)
    return len(payloads)
