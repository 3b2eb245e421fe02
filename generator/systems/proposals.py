"""Proposes which properties of a system's vendors mean the same: pairs that are alike, one to one."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.systems.experience import Experience
from generator.systems.facts import Facts
from generator.systems.similarity import Likeness, Weights, likeness

LEAST = 0.45
"""The score from which on two properties are proposed."""

STRONG = 0.8
"""The score from which on a proposal says something about a decision."""

_LAST_SECRETS = Likeness(0.5, ("the only secrets that have no counterpart",))

Place = tuple[str, str]
"""A vendor and a path."""


@dataclasses.dataclass(frozen=True)
class Proposal:
    """Two properties that may mean the same."""

    one: Facts
    other: Facts
    likeness: Likeness

    @property
    def score(self) -> float:
        """How likely it is, from 0 to 1."""
        return self.likeness.score

    @property
    def places(self) -> tuple[Place, Place]:
        """The properties."""
        return (self.one.vendor, self.one.path), (self.other.vendor, self.other.path)


@dataclasses.dataclass(frozen=True)
class ProposedLink:
    """Properties of several vendors, one of each, that may mean the same."""

    members: Mapping[str, Facts]
    score: float
    reasons: tuple[str, ...]


def alike(
    properties: Mapping[str, Sequence[Facts]], weights: Weights, experience: Experience, system: str
) -> list[Proposal]:
    """Return the pairs of properties of different vendors that are alike, the most alike first."""
    found = (
        Proposal(a, b, likeness(a, b, weights, experience, system))
        for one, other in combinations(sorted(properties), 2)
        for a in properties[one]
        for b in properties[other]
    )
    return sorted((each for each in found if each.score >= LEAST), key=lambda each: (-each.score, each.places))


def left_over(
    properties: Mapping[str, Sequence[Facts]], pairs: Iterable[Proposal], linked: Collection[frozenset[Place]] = ()
) -> list[Proposal]:
    """Return pairs of what is left where each of two vendors has only one secret without a counterpart.

    Args:
        properties: The properties by vendor.
        pairs: The pairs that there are.
        linked: Sets of properties that are linked already.
    """
    paired: set[tuple[Place, str]] = set()
    for places in (*linked, *(each.places for each in pairs)):
        paired |= {(place, vendor) for place in places for vendor, _ in places}
    found = []
    for one, other in combinations(sorted(properties), 2):
        first = _secrets(properties[one], other, paired)
        second = _secrets(properties[other], one, paired)
        if len(first) == len(second) == 1:
            found.append(Proposal(first[0], second[0], _LAST_SECRETS))
    return found


def _secrets(properties: Sequence[Facts], other: str, paired: Collection[tuple[Place, str]]) -> list[Facts]:
    return [each for each in properties if "secret" in each.stated and ((each.vendor, each.path), other) not in paired]


def one_to_one(pairs: Iterable[Proposal], linked: Collection[frozenset[Place]] = ()) -> list[Proposal]:
    """Return the pairs, the best first, in which no property has two counterparts at one vendor.

    Args:
        pairs: The pairs, the best first.
        linked: Sets of properties that are linked already; those of one set are no pairs.
    """
    taken: set[tuple[Place, str]] = set()
    for link in linked:
        taken |= {(place, vendor) for place in link for vendor, _ in link}
    found = []
    for each in pairs:
        one, other = each.places
        wanted = {(one, other[0]), (other, one[0])}
        if taken.isdisjoint(wanted):
            taken |= wanted
            found.append(each)
    return found


def joined(pairs: Iterable[Proposal]) -> list[ProposedLink]:
    """Return the links that pairs make, the best first: a link has one property of each vendor."""
    links: dict[Place, list[Proposal]] = {}
    for each in pairs:
        one, other = each.places
        both = [*links.get(one, ()), *links.get(other, ()), each]
        if _has_one_of_each(both):
            for place in _places(both):
                links[place] = both
    distinct = {id(each): each for each in links.values()}
    return sorted((_link(each) for each in distinct.values()), key=lambda link: -link.score)


def _places(pairs: Iterable[Proposal]) -> Iterator[Place]:
    for each in pairs:
        yield from each.places


def _has_one_of_each(pairs: Iterable[Proposal]) -> bool:
    places = set(_places(pairs))
    return len(places) == len({vendor for vendor, _ in places})


def _link(pairs: Sequence[Proposal]) -> ProposedLink:
    members = {facts.vendor: facts for each in pairs for facts in (each.one, each.other)}
    reasons = dict.fromkeys(reason for each in pairs for reason in each.likeness.reasons)
    return ProposedLink(dict(sorted(members.items())), min(each.score for each in pairs), tuple(reasons))
