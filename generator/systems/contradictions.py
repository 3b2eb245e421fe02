"""Finds what people have decided against a strong proposal, without saying that the properties only look the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.systems.proposals import STRONG, Place, Proposal, one_to_one
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class Contradiction:
    """Two properties that are alike and that a decision keeps apart.

    Attributes:
        one: A vendor and a path.
        other: Another vendor and a path.
        score: How likely they mean the same, from 0 to 1.
        reasons: Why.
    """

    one: Place
    other: Place
    score: float
    reasons: tuple[str, ...]


def contradictions(system: System, pairs: Iterable[Proposal]) -> tuple[Contradiction, ...]:
    """Return the strong proposals about a system that contradict a decision."""
    by_place: dict[Place, set[int]] = {}
    for number, link in enumerate(system.links):
        for place in link.every_path():
            by_place.setdefault(place, set()).add(number)
    apart = [set(each.every_path()) for each in system.differs]
    undecided = {(vendor, path) for vendor, listed in system.undecided.items() for path in listed}
    found = []
    for each in one_to_one(each for each in pairs if each.score >= STRONG):
        one, other = each.places
        is_linked = not by_place.get(one, set()).isdisjoint(by_place.get(other, set()))
        is_open = one in undecided or other in undecided
        if not is_linked and not is_open and not any({one, other} <= both for both in apart):
            found.append(Contradiction(one, other, each.score, each.likeness.reasons))
    return tuple(found)
