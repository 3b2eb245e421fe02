"""What differs between what one wants and what there is."""

from __future__ import annotations

import json
from typing import Any, Literal, NamedTuple

Kind = Literal["add", "change", "remove", "recreate", "unknown"]

_LONGEST = 60


class Change(NamedTuple):
    """One difference. No field ever holds a value of a secret.

    Attributes:
        path: Where it is in the request, such as ``config.reports[0].table``; an item that is to go is counted as in
            the answer.
        kind: ``add`` what is wanted and not there, ``change`` what is another, ``remove`` what is there and wanted as
            nothing, ``recreate`` what differs and only a new connection can have, ``unknown`` what cannot be compared.
        message: The kind in words.
        secret: Whether the value is a secret or may hold one.
        desired: What is wanted; ``None`` for secrets, for objects, and for what the catalog does not know.
        actual: What there is; ``None`` likewise.
    """

    path: str
    kind: Kind
    message: str
    secret: bool = False
    desired: Any = None
    actual: Any = None

    def __str__(self) -> str:
        values = [("wanted", self.desired), ("there", self.actual)]
        shown = ", ".join(f"{word} {_short(value)}" for word, value in values if value is not None)
        return f"{self.path}: [{self.kind}] {self.message}{'; ' if shown else ''}{shown}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def below(path: str, step: str | int) -> str:
    """The path of a property or an item below a path; always one line."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    if not step.isprintable():
        return f"{path}[{json.dumps(step)}]"
    return f"{path}.{step}" if path else step
