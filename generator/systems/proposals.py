"""Proposes links between the properties of a system: pairs of similar properties, one to one."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.catalog.decisions import VendorPath
from generator.systems.experience import Experience
from generator.systems.facts import Facts
from generator.systems.similarity import Likeness, Weights, likeness

LEAST = 0.45
"""Least score of a proposal."""

STRONG = 0.8
"""Least score of a proposal that can contradict a decision."""

_LAST_SECRETS = Likeness(0.5, ("the only secrets without a counterpart",))


@dataclasses.dataclass(frozen=True)
class Proposal:
    """Two properties that may mean the same."""

    one: Facts
    other: Facts
    likeness: Likeness

    @property
    def score(self) -> float:
        """The likelihood that they mean the same, from 0 to 1."""
        return self.likeness.score

    @property
    def paths(self) -> tuple[VendorPath, VendorPath]:
        """The vendor and the path of each property."""
        return (self.one.vendor, self.one.path), (self.other.vendor, self.other.path)


@dataclasses.dataclass(frozen=True)
class ProposedLink:
    """Properties that may mean the same, one for each vendor."""

    members: Mapping[str, Facts]
    score: float
    reasons: tuple[str, ...]


def similar_pairs(
    properties: Mapping[str, Sequence[Facts]], weights: Weights, experience: Experience, system: str
) -> list[Proposal]:
    """Return the pairs of similar properties of different vendors, the most similar first."""
    pairs = (
        Proposal(a, b, likeness(a, b, weights, experience, system))
        for one, other in combinations(sorted(properties), 2)
        for a in properties[one]
        for b in properties[other]
    )
    return sorted((each for each in pairs if each.score >= LEAST), key=lambda each: (-each.score, each.paths))


def left_over_secrets(
    properties: Mapping[str, Sequence[Facts]], pairs: Iterable[Proposal], linked: Collection[frozenset[VendorPath]] = ()
) -> list[Proposal]:
    """Return a pair for each two vendors that have exactly one secret each without a counterpart at the other.

    Args:
        properties: The properties by vendor.
        pairs: The pairs found so far.
        linked: Sets of linked properties.
    """
    paired = _counterparts((*linked, *(each.paths for each in pairs)))
    proposals = []
    for one, other in combinations(sorted(properties), 2):
        first = _secrets(properties[one], other, paired)
        second = _secrets(properties[other], one, paired)
        if len(first) == len(second) == 1:
            proposals.append(Proposal(first[0], second[0], _LAST_SECRETS))
    return proposals


def _secrets(properties: Sequence[Facts], other: str, paired: Collection[tuple[VendorPath, str]]) -> list[Facts]:
    return [each for each in properties if "secret" in each.stated and ((each.vendor, each.path), other) not in paired]


def one_to_one(pairs: Iterable[Proposal], linked: Collection[frozenset[VendorPath]] = ()) -> list[Proposal]:
    """Return the best pairs such that no property has two counterparts at one vendor.

    Args:
        pairs: The pairs, the best first.
        linked: Sets of linked properties; a member gets no other counterpart at the vendors of its set.
    """
    taken = _counterparts(linked)
    chosen = []
    for each in pairs:
        one, other = each.paths
        counterparts = {(one, other[0]), (other, one[0])}
        if taken.isdisjoint(counterparts):
            taken |= counterparts
            chosen.append(each)
    return chosen


def _counterparts(links: Iterable[Collection[VendorPath]]) -> set[tuple[VendorPath, str]]:
    """Return each linked property with each vendor of its link."""
    return {(path, vendor) for link in links for path in link for vendor, _ in link}


def links_of(pairs: Iterable[Proposal]) -> list[ProposedLink]:
    """Return the links that pairs form, the best first. A link has one property for each vendor."""
    links: dict[VendorPath, list[Proposal]] = {}
    for each in pairs:
        one, other = each.paths
        both = [*links.get(one, ()), *links.get(other, ()), each]
        if _has_one_of_each(both):
            links |= dict.fromkeys(_paths(both), both)
    distinct = {id(each): each for each in links.values()}
    return sorted((_link(each) for each in distinct.values()), key=lambda link: -link.score)


def _paths(pairs: Iterable[Proposal]) -> Iterator[VendorPath]:
    for each in pairs:
        yield from each.paths


def _has_one_of_each(pairs: Iterable[Proposal]) -> bool:
    """Return whether pairs connect one property of each vendor."""
    paths = set(_paths(pairs))
    return len(paths) == len({vendor for vendor, _ in paths})


def _link(pairs: Sequence[Proposal]) -> ProposedLink:
    members = {facts.vendor: facts for each in pairs for facts in (each.one, each.other)}
    reasons = dict.fromkeys(reason for each in pairs for reason in each.likeness.reasons)
    return ProposedLink(dict(sorted(members.items())), min(each.score for each in pairs), tuple(reasons))
