"""Ranks connectors by how well their names match what somebody typed. Needs the standard library only.

Suggestions and search results come from here, so that they have the same order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeVar

from .spelling import is_abbreviation, is_initials, is_misspelling

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_PREFIX = 3
_MOST_WORDS = 8


class Words(NamedTuple):
    """The words of a name in lower case, the words joined, and the words' offsets in the joined text."""

    words: tuple[str, ...]
    joined: str
    bounds: tuple[int, ...]


def words_of(text: str) -> Words:
    """Return the words of a text: letters and digits."""
    words = tuple(_WORD.findall(text.casefold()))
    return Words(words, "".join(words), (0, *accumulate(map(len, words))))


class Named(Protocol):
    """Something with names. Its key decides the order among those that match equally well."""

    @property
    def key(self) -> str:
        """The sort key."""

    @property
    def names(self) -> tuple[Words, ...]:
        """Its names, the most important first."""


_Named = TypeVar("_Named", bound=Named)
_Matches = Callable[[Words, Words], bool]


def _is_same(typed: Words, name: Words) -> bool:
    return typed.joined == name.joined


def _has_words(typed: Words, name: Words) -> bool:
    """Return whether the words that were typed, or several of them as one, are words of the name."""
    return set(typed.words) <= set(name.words) or _is_part(typed.joined, name, whole=True)


def _begins(typed: Words, name: Words) -> bool:
    """Return whether each word that was typed begins a word of the name, or all of them as one begin several."""
    is_long_enough = len(typed.joined) >= _SHORTEST_PREFIX
    begun = _each_is(typed.words, name.words, _is_beginning)
    return begun or (is_long_enough and _is_part(typed.joined, name, whole=False))


def _is_part(joined: str, name: Words, *, whole: bool) -> bool:
    """Return whether a text is in a name from the start of a word on; ``whole``, to the end of a word."""
    if joined not in name.joined:
        return False
    starts = [start for start in name.bounds if name.joined.startswith(joined, start)]
    return any(not whole or start + len(joined) in name.bounds for start in starts)


def _has_name(typed: Words, name: Words) -> bool:
    """Return whether all words of the name were typed, and not much else."""
    is_long_enough = len(name.joined) >= _SHORTEST_PREFIX and len(name.joined) * 2 >= len(typed.joined)
    return is_long_enough and set(name.words) <= set(typed.words)


def _is_misspelt(typed: Words, name: Words) -> bool:
    return is_misspelling(typed.joined, name.joined)


def _has_misspelt_words(typed: Words, name: Words) -> bool:
    return 1 < len(typed.words) <= _MOST_WORDS and _each_is(typed.words, name.words, _is_nearly)


def _each_is(typed: Sequence[str], words: Iterable[str], matches: Callable[[str, str], bool]) -> bool:
    known = tuple(words)
    return bool(typed) and all(any(matches(each, word) for word in known) for each in typed)


def _is_beginning(typed: str, word: str) -> bool:
    return typed == word or (len(typed) >= _SHORTEST_PREFIX and word.startswith(typed))


def _is_nearly(typed: str, word: str) -> bool:
    return _is_beginning(typed, word) or is_misspelling(typed, word)


_BY_WORDS: tuple[_Matches, ...] = (_is_same, _has_words, _begins, _has_name)
_BY_INITIALS: tuple[_Matches, ...] = (lambda typed, name: is_initials(typed.joined, name.words),)
_BY_SPELLING: tuple[_Matches, ...] = (_is_misspelt, _has_misspelt_words)
_BY_LETTERS: tuple[_Matches, ...] = (lambda typed, name: is_abbreviation(typed.joined, name.words),)


def ranked(typed: Words, candidates: Iterable[_Named]) -> list[_Named]:
    """Return the candidates whose names have the words that were typed, or consist of some of them, the best first.

    One kind of match is better than the next. Of one kind, names come first that begin with what was typed, then those
    with few other letters.
    """
    # Most names share nothing with the typed text, which is cheap to find out.
    starts = {text[:_SHORTEST_PREFIX] for text in (typed.joined, *typed.words)}
    near = (each for each in candidates if any(start in name.joined for name in each.names for start in starts))
    return _ranked(typed, near, _BY_WORDS)


def _ranked(typed: Words, candidates: Iterable[_Named], kinds: Sequence[_Matches]) -> list[_Named]:
    if not typed.joined:
        return []
    ranks = [(rank, each) for each in candidates if (rank := _rank(typed, each.names, kinds)) is not None]
    return [each for _, each in sorted(ranks, key=lambda pair: (pair[0], pair[1].key))]


_Rank = tuple[int, bool, int, int]


def _rank(typed: Words, names: Sequence[Words], kinds: Sequence[_Matches]) -> _Rank | None:
    """Return how well the best of some names matches; the smaller, the better."""
    for kind, matches in enumerate(kinds):
        ranks = [
            (kind, not name.joined.startswith(typed.joined), abs(len(name.joined) - len(typed.joined)), index)
            for index, name in enumerate(names)
            if name.joined and matches(typed, name)
        ]
        if ranks:
            return min(ranks)
    return None


def suggestions(text: str, candidates: Collection[_Named], others: Iterable[Named], most: int) -> list[_Named]:
    """Return the candidates that may be meant, the best first; none where no name is similar.

    Args:
        text: What was typed.
        candidates: What may be meant.
        others: Candidates elsewhere. Where none of the candidates matches, the other names of those with this name
            are sought.
        most: The largest number of suggestions.
    """
    typed = words_of(text)
    matches = ranked(typed, candidates)
    identical = _named(typed, matches)
    if not matches:
        names = dict.fromkeys(name for each in _named(typed, others) for name in each.names)
        matches = list(dict.fromkeys(each for name in names for each in ranked(name, candidates)))
    for kinds in (_BY_INITIALS, _BY_SPELLING, _BY_LETTERS):
        matches = matches or _ranked(typed, candidates, kinds)
    # An id is more precise than a display name.
    return ([each for each in identical if _is_same(typed, each.names[0])] or identical or matches)[:most]


def _named(typed: Words, candidates: Iterable[_Named]) -> list[_Named]:
    return [each for each in candidates if any(_is_same(typed, name) for name in each.names)]
