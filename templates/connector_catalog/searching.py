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
    connectors = [each for vendor in vendors() for each in candidates(vendor)]
    return tuple(each.entry.key for each in suggestions(given[:MOST_CHARACTERS], connectors, (), 3))


def search(words: str) -> list[Entry]:
    """Return the connectors whose name, id, role, vendor or system contains all of these words, ignoring case.

    The connectors with the most similar names come first. If no connector contains all words, connectors with similar
    names are returned.
    """
    connectors = [each for vendor in vendors() for each in candidates(vendor)]
    needles = words.casefold().split()
    matches = [each for each in connectors if all(word in _searched(each.entry) for word in needles)]
    # A word may be a vendor or a role instead of a part of the name.
    kinds = {word for each in connectors for word in (each.entry.vendor, each.entry.role)}
    name = " ".join(word for word in needles if word not in kinds) or words
    nearest = ranked(words_of(name), matches) if matches else suggestions(name, connectors, (), _MOST_SIMILAR)
    return [each.entry for each in dict.fromkeys([*nearest, *matches])]


def _searched(entry: Entry) -> str:
    """Return the text to search."""
    system = system_of(entry.vendor, entry.type)
    return f"{entry.key} {entry.name} {system.title if system is not None else ''}".casefold()
