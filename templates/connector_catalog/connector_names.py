"""The names of connectors. Needs the standard library only."""

from __future__ import annotations

from typing import NamedTuple

from .entry import Entry
from .name_ranking import Words, words_of
from .vendors import vendors


class Candidate(NamedTuple):
    """A connector whose names are compared with what somebody typed; see ``Named``."""

    key: str
    names: tuple[Words, ...]
    entry: Entry


def candidate_of(entry: Entry) -> Candidate:
    """Return a connector as a candidate; of the same vendor and the same name, a source is before a destination."""
    # The order of the roles in the profile, where sources are first.
    role = list(vendors()[entry.vendor].requests).index(entry.role)
    return Candidate(f"{role} {entry.key}", tuple(map(words_of, names_of(entry))), entry)


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return a connector's names: its id without the vendor's prefix, its display name and its id."""
    prefix = vendors()[entry.vendor].id_prefixes[entry.role]
    return tuple(dict.fromkeys((entry.type.removeprefix(prefix), entry.name, entry.type)))
