"""Finds the connector that the words of a command name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from ..connector_names import names_of
from ..entry import Entry
from ..escaping import shown
from ..registry import UnknownConnectorError, entries, find
from ..searching import suggested_keys
from ..vendors import vendors
from ..wording import join_or, quote
from .console import Console

_PARTS_OF_KEY = 3


class SeveralConnectorsError(LookupError):
    """Several connectors have the name.

    Attributes:
        choices: These connectors.
    """

    def __init__(self, message: str, choices: Sequence[Entry]) -> None:
        super().__init__(message)
        self.choices = choices


def say_not_found(error: LookupError, options: Namespace, console: Console) -> int:
    """Say that a name is unknown, or list the connectors that have it; return the exit status."""
    listed = error.choices if isinstance(error, SeveralConnectorsError) else ()
    console.say(f"connector-catalog {options.command}: {shown(str(error))}{':' if listed else ''}")
    for each in listed:
        console.say(f"  {each.key}")
    return 2


def resolve(words: Sequence[str], *, most_after: int = 0) -> tuple[Entry, list[str]]:
    """Return the connector that words name, and at most ``most_after`` words after it.

    A connector is named by its key, ``<vendor>/<role>/<type>``, without the role where the vendor has only one of the
    type, or without the vendor where only one has it. Instead of slashes, the vendor may be a word of its own. The
    vendor's prefix of an id may be left out.

    Raises:
        SeveralConnectorsError: The name is not unique.
        UnknownConnectorError: There is no such connector; the message suggests the most similar ones.
    """
    parts, rest = _taken_apart(words)
    connectors = _connectors_with(parts)
    if not connectors:
        # A name of several words is sought as one.
        raise _unknown([*parts[:-1], " ".join([parts[-1], *rest[most_after:]])], words)
    if len(rest) > most_after:
        raise UnknownConnectorError(
            "unknown-connector", f"expected one connector, not also {quote(rest[most_after:])[0]}"
        )
    if len(connectors) > 1:
        raise SeveralConnectorsError(f"several connectors are called {parts[-1]!r}, name one of them", connectors)
    return connectors[0], rest


def _taken_apart(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the parts of the name, the type last, and the words after it."""
    if words[0] in vendors() and len(words) > 1:
        return [words[0], *words[1].split("/", 1)], list(words[2:])
    return words[0].split("/", _PARTS_OF_KEY - 1), list(words[1:])


def _connectors_with(parts: Sequence[str]) -> list[Entry]:
    """Return the connectors of a name: by the whole id if any has it, unless other vendors are meant as well."""
    *above, type_ = parts
    candidates = [each for each in entries() if _is_below(each, above)]
    for fold in (str, str.casefold):
        named = [each for each in candidates if fold(type_) in {fold(name) for name in _ids(each)}]
        whole = [each for each in named if fold(each.type) == fold(type_)]
        if named:
            return whole if whole and {each.vendor for each in whole} == {each.vendor for each in named} else named
    return []


def _ids(entry: Entry) -> set[str]:
    return {names_of(entry)[0], entry.type}


def _is_below(entry: Entry, above: Sequence[str]) -> bool:
    given = list(above)
    expected = [entry.vendor, entry.role]
    return given == expected[: len(given)] or given == [entry.role]


def _unknown(parts: Sequence[str], words: Sequence[str]) -> UnknownConnectorError:
    """Return the error of a name that no connector has."""
    *above, type_ = parts
    if above and above[0] in vendors():
        try:
            find(above[0], type_)
        except UnknownConnectorError as unknown:
            return UnknownConnectorError(unknown.code, f"unknown {above[0]} connector {type_!r}", unknown.near)
        message = f"{above[0]} has no {above[-1]} {type_!r}"
        return UnknownConnectorError("unknown-connector", message)
    if words[0] in vendors():
        return UnknownConnectorError("unknown-connector", f"expected a connector's id after {words[0]!r}")
    if above or len(words) > 1:
        try:
            find(words[0].partition("/")[0], type_)
        except UnknownConnectorError as unknown:
            if unknown.near:
                expected = f"unknown vendor {words[0].partition('/')[0]!r}, expected {join_or(quote(vendors()))}"
                return UnknownConnectorError(unknown.code, expected, unknown.near)
    name = " ".join(words)
    return UnknownConnectorError("unknown-connector", f"unknown connector {name!r}", suggested_keys(name))
