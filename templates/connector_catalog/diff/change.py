"""Differences between a desired and an actual state."""

from __future__ import annotations

import json
from typing import Any, Literal, NamedTuple

from ..problems import joined

Kind = Literal["add", "change", "remove", "recreate", "unknown"]

_LONGEST = 60


class Change(NamedTuple):
    """A difference between the desired and the actual state. No field ever contains a secret.

    Attributes:
        path: Path in the request, such as ``config.reports[0].table``; for a list item to remove, its index in the
            response.
        kind: ``add`` if the actual state lacks the value, ``change`` if it has another, ``remove`` if it has a value
            that is desired empty, ``recreate`` if a new connection is needed, ``unknown`` if the values cannot be
            compared.
        message: The kind in words.
        secret: Whether the value is a secret or may contain one.
        desired: The desired value; ``None`` for secrets, objects, JSON in a string and what is inside of it, and
            properties that the catalog does not know.
        actual: The actual value; ``None`` for the same.
    """

    path: str
    kind: Kind
    message: str
    secret: bool = False
    desired: Any = None
    actual: Any = None

    def __str__(self) -> str:
        values = [("desired", self.desired), ("actual", self.actual)]
        texts = [(word, repr(value)) for word, value in values if value is not None]
        short = (f"{word} {text if len(text) <= _LONGEST else f'{text[: _LONGEST - 3]}...'}" for word, text in texts)
        return f"{self.path}: [{self.kind}] {self.message}{'; ' if texts else ''}{', '.join(short)}"


def below(path: str, name: str | int) -> str:
    """Return the path of a property or an item below a path; always one line."""
    if isinstance(name, int):
        return f"{path}[{name}]"
    if not name.isprintable():
        return f"{path}[{json.dumps(name)}]"
    return joined(path, name)
