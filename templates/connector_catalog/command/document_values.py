"""Reads all values of a file, for commands that convert them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..problems import Problem
from .files import LARGEST, Source, whole
from .finding import BadInputError
from .json_places import Places, places_in
from .json_reading import parse
from .lines import duplicate_keys
from .yaml_reading import read_documents


class DocumentValue(NamedTuple):
    """A value of a file.

    Attributes:
        value: The value.
        line: The first line of the value in the file.
        problems: Problems of duplicate keys.
        places: Returns the lines of paths, counted from the beginning of the value.
    """

    value: Any
    line: int
    problems: list[Problem]
    places: Callable[[set[str]], Places]


def documents_of(source: Source) -> Iterator[DocumentValue]:
    """Yield the values of a file: one for JSON, possibly several for other formats.

    Raises:
        BadInputError: The file cannot be read.
    """
    kind = source.kind
    try:
        text = whole(source._replace(kind=kind if kind in LARGEST else "json")).decode()
    except UnicodeDecodeError:
        raise BadInputError("not-utf-8", "invalid UTF-8") from None
    if kind == "yaml":
        for document in read_documents(text):
            if isinstance(document, BadInputError):
                raise document
            yield DocumentValue(document.value, 1, document.problems, document.places)
    elif kind == "lines":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield _of_line(line, number)
    else:
        yield _of_json(text, 1)


def _of_line(text: str, line: int) -> DocumentValue:
    try:
        return _of_json(text, line)
    except BadInputError as bad:
        bad.line = line
        raise


def _of_json(text: str, line: int) -> DocumentValue:
    parsed = parse(text)
    return DocumentValue(parsed.value, line, duplicate_keys(parsed, text), lambda paths: places_in(text, paths))
