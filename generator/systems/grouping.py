"""Proposes connectors that belong to the same system, by their names."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.catalog.connector import Connector
from generator.catalog.synonyms import Synonyms, split
from generator.profiles.profile import Profile
from templates.connector_catalog.spelling import edits, is_initials

STRONG = 0.8
"""Least score of a proposal that needs a decision."""

_SHORTEST_INITIALS = 4
_SHORTEST_MISSPELT = 8
_START = 3


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two connectors of one role that may belong to the same system, with the likelihood from 0 to 1 and the reason."""

    one: Connector
    other: Connector
    score: float
    reason: str


@dataclasses.dataclass(frozen=True)
class _Names:
    connector: Connector
    id: str  # Without the vendor's prefix and without separators.
    title: str
    words: tuple[str, ...]  # The words of the id, with synonyms replaced.
    title_words: tuple[str, ...]


def pairs_of(connectors: Iterable[Connector], profiles: Mapping[str, Profile], synonyms: Synonyms) -> tuple[Pair, ...]:
    """Return the pairs of connectors with similar names, in the order of the connectors."""
    by_role: dict[str, list[_Names]] = {}
    for each in connectors:
        if each.status == "documented":
            by_role.setdefault(each.role, []).append(_names(each, profiles, synonyms))
    pairs = (_pair(*candidates) for names in by_role.values() for candidates in _candidates(names))
    return tuple(pair for pair in pairs if pair is not None)


def groups_of(pairs: Iterable[Pair]) -> list[tuple[Connector, ...]]:
    """Return the groups of connectors that strong pairs form. Each group has several vendors."""
    groups: dict[str, dict[str, Connector]] = {}
    for each in pairs:
        if each.score < STRONG:
            continue
        joined = {each.one.key: each.one, each.other.key: each.other}
        for key in tuple(joined):
            joined |= groups.get(key, {})
        groups |= dict.fromkeys(joined, joined)
    distinct = {id(group): group for group in groups.values()}
    ordered = (tuple(connector for _, connector in sorted(group.items())) for group in distinct.values())
    return sorted(
        (group for group in ordered if len({each.vendor for each in group}) > 1), key=lambda group: group[0].key
    )


def _names(connector: Connector, profiles: Mapping[str, Profile], synonyms: Synonyms) -> _Names:
    prefix = profiles[connector.vendor].roles[connector.role].id_prefix
    id_ = connector.type.removeprefix(prefix)
    return _Names(
        connector,
        "".join(split(id_)),
        "".join(split(connector.name)),
        _words(id_, synonyms),
        _words(connector.name, synonyms),
    )


def _words(text: str, synonyms: Synonyms) -> tuple[str, ...]:
    # A name that consists of ignored words keeps them.
    return synonyms.words(text) or tuple(split(text))


def _candidates(names: Sequence[_Names]) -> Iterator[tuple[_Names, _Names]]:
    """Yield the pairs that begin alike, or where one name may be the initials of the other."""
    by_start: dict[str, list[_Names]] = {}
    for each in names:
        initials = "".join(word[0] for word in each.title_words)
        firsts = (words[0] for words in (each.words, each.title_words) if words)
        for start in {text[:_START] for text in (each.id, each.title, initials, *firsts)} - {""}:
            by_start.setdefault(start, []).append(each)
    seen: set[tuple[str, str]] = set()
    for same in by_start.values():
        for one, other in itertools.combinations(same, 2):
            pair = (one.connector.key, other.connector.key)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _pair(one: _Names, other: _Names) -> Pair | None:
    score, reason = next(itertools.chain(_same(one, other), _similar(one, other)), (0.0, ""))
    return Pair(one.connector, other.connector, score, reason) if reason else None


def _same(one: _Names, other: _Names) -> Iterator[tuple[float, str]]:
    """Yield the scores and reasons of equal names, the strongest first."""
    if one.id == other.id:
        yield 1.0, "the ids are the same"
    if one.title == other.title:
        yield 0.95, "the display names are the same"
    if {one.id, one.title} & {other.id, other.title}:
        yield 0.95, "the id of one is the display name of the other"
    other_names = {"".join(other.words), "".join(other.title_words)}
    if {"".join(one.words), "".join(one.title_words)} & other_names:
        yield 0.85, "the names differ only in synonyms and ignored words"


def _similar(one: _Names, other: _Names) -> Iterator[tuple[float, str]]:
    """Yield the scores and reasons of similar names, the strongest first."""
    if _are_misspelt(one.id, other.id):
        yield 0.6, "the ids differ in one letter"
    for name, words in ((one.id, other.title_words), (other.id, one.title_words)):
        if len(name) >= _SHORTEST_INITIALS and is_initials(name, words):
            yield 0.6, "the id of one is the initials of the other"
    shorter, longer = sorted((one.words, other.words), key=len)
    if shorter == longer[: len(shorter)]:
        yield 0.4, "one name begins with the other"


def _are_misspelt(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_MISSPELT and edits(one, other, 1) == 1
