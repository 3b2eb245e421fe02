"""Finds decisions that contradict a strong proposal and give no reason under ``differs``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.catalog.decisions import VendorPath
from generator.systems.proposals import STRONG, Proposal, one_to_one
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class Contradiction:
    """Two similar properties that a decision keeps apart.

    Attributes:
        one: Vendor and path of a property.
        other: Vendor and path of the other property.
        score: Likelihood that they mean the same, from 0 to 1.
        reasons: The reasons for the score.
    """

    one: VendorPath
    other: VendorPath
    score: float
    reasons: tuple[str, ...]


def contradictions(system: System, pairs: Iterable[Proposal]) -> tuple[Contradiction, ...]:
    """Return the contradictions between the decisions about a system and these proposals."""
    links: dict[VendorPath, set[int]] = {}
    for number, link in enumerate(system.links):
        for place in link.every_path():
            links.setdefault(place, set()).add(number)
    apart = [set(each.every_path()) for each in system.differs]
    undecided = {(vendor, path) for vendor, listed in system.undecided.items() for path in listed}
    result = []
    for each in one_to_one(each for each in pairs if each.score >= STRONG):
        one, other = each.paths
        is_linked = not links.get(one, set()).isdisjoint(links.get(other, set()))
        is_open = one in undecided or other in undecided
        if not is_linked and not is_open and not any({one, other} <= both for both in apart):
            result.append(Contradiction(one, other, each.score, each.likeness.reasons))
    return tuple(result)
