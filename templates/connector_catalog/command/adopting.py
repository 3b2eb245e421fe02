"""The command ``adopt``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from ..adoption.adopted import Adopted
from ..adoption.adopting import adopt
from ..escaping import shown
from ..nesting import TOO_DEEP, is_too_deep
from ..recognition import connectors_in
from ..wording import counted
from .console import Console
from .document_values import documents_of
from .files import STDIN, opened
from .finding import BadInputError
from .writing_requests import write_requests

_LEFT_OUT = {"read-only": "set by the vendor", "not-settable": "not in requests", "update-only": "only in updates"}


def adopt_files(options: Namespace, console: Console) -> int:
    """Adopt the responses in files; return 2 if a file cannot be read or written, 1 if something is missing, else 0."""
    connectors: list[Any] = []
    for name in options.files:
        shown_as = STDIN if name == "-" else name
        try:
            connectors += _connectors_of(name)
        except BadInputError as bad:
            line = f":{bad.line}" if bad.line else ""
            hint = f"; {bad.problem.hint}" if bad.problem.hint else ""
            console.say(f"{shown_as}{line}: {bad.problem.message}{hint} [{bad.problem.code}]")
            return 2
    secrets, keep_unknown = options.secrets, options.keep_unknown
    adopted = adopt(connectors, vendor=options.vendor, type=options.type, secrets=secrets, keep_unknown=keep_unknown)
    written = [each for each in adopted if each.request is not None]
    if not write_requests(written, options, console):
        return 2
    for number, each in enumerate(adopted):
        for line in _report(each):
            console.say(f"{shown(each.name) or f'connection {number + 1}'}: {line}")
    errors = sum(problem.level == "error" for each in adopted for problem in each.problems)
    console.say(f"{counted(len(written), 'connection')}, {counted(errors, 'problem')}")
    return 1 if errors else 0


def _connectors_of(name: str) -> list[Any]:
    """Return the connectors in the responses of a file.

    Raises:
        BadInputError: The file cannot be read, or has something else than responses.
    """
    connectors: list[Any] = []
    with opened(name) as source:
        for answer in (each.value for each in documents_of(source)):
            if is_too_deep(answer):
                raise BadInputError("too-deep", TOO_DEEP)
            listed = connectors_in(answer)
            if not all(isinstance(each, dict) for each in listed):
                raise BadInputError("type", "expected a response of a vendor's API: an object for each connection")
            connectors += listed
    return connectors


def _report(adopted: Adopted) -> Iterator[str]:
    """Yield a line for each problem and each reference, and one for the omitted notes."""
    left_out: dict[str, list[str]] = {}
    for each in adopted.problems:
        if each.code in _LEFT_OUT and each.level == "note":
            left_out.setdefault(each.code, []).append(shown(each.path))
        else:
            yield str(each)
    for path, reference in adopted.references.items():
        yield f"{shown(path)}: {reference}"
    for code, paths in left_out.items():
        yield f"left out, {_LEFT_OUT[code]}: {', '.join(paths)}"
