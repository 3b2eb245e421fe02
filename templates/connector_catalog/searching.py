"""Searches the connectors of all vendors by their names. Needs the standard library only."""

from __future__ import annotations

from .entry import Entry
from .name_ranking import ranked, suggestions, words_of
from .nearest import MOST_CHARACTERS
from .registry import candidates
from .system import system_of
from .vendors import vendors

_MOST_SIMILAR = 20


def suggested_keys(given: str) -> tuple[str, ...]:
    """Return the keys of the connectors of any vendor that a name may refer to, the most similar first."""
    every = [each for vendor in vendors() for each in candidates(vendor)]
    return tuple(each.entry.key for each in suggestions(given[:MOST_CHARACTERS], every, (), 3))


def search(words: str) -> list[Entry]:
    """Return the connectors whose name, id, role, vendor or system contains all of these words, ignoring case.

    The connectors with the most similar names come first. If no connector contains all words, connectors with similar
    names are returned.
    """
    every = [each for vendor in vendors() for each in candidates(vendor)]
    wanted = words.casefold().split()
    having = [each for each in every if all(word in _searched(each.entry) for word in wanted)]
    # A word may be a vendor or a role instead of a part of the name.
    kinds = {word for each in every for word in (each.entry.vendor, each.entry.role)}
    name = " ".join(word for word in wanted if word not in kinds) or words
    first = ranked(words_of(name), having) if having else suggestions(name, every, (), _MOST_SIMILAR)
    return [each.entry for each in dict.fromkeys([*first, *having])]


def _searched(entry: Entry) -> str:
    """Return the text to search."""
    system = system_of(entry.vendor, entry.type)
    return f"{entry.key} {entry.name} {system.title if system is not None else ''}".casefold()
