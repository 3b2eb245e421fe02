"""How far the rules and people agree: what the rules propose where they do not know the system's own decisions."""

from __future__ import annotations

import dataclasses
from itertools import combinations, product

from generator.systems.proposals import Place
from generator.systems.review import Review
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class Agreement:
    """Numbers of pairs of vendors' properties that mean the same.

    Attributes:
        decided: Those that people have linked.
        found: Of these, the ones that the rules propose.
        proposed: All that the rules propose.
        right: Of these, the ones that people have linked.
    """

    decided: int
    found: int
    proposed: int
    right: int

    def __str__(self) -> str:
        """Return the shares in words."""
        recall = self.found / self.decided if self.decided else 1.0
        precision = self.right / self.proposed if self.proposed else 1.0
        return f"the rules find {recall:.1%} of what is linked, and {precision:.1%} of what they propose is"


def agreement_of(review: Review) -> Agreement:
    """Return how far the rules agree with the decisions about all systems."""
    decided = found = proposed = right = 0
    for system in review.systems:
        linked = _linked(system)
        pairs = {frozenset(each.places) for each in review.unaided(system)}
        hit = {group for group, members in linked.items() if not members.isdisjoint(pairs)}
        known = {pair for members in linked.values() for pair in members}
        decided, found = decided + len(linked), found + len(hit)
        proposed, right = proposed + len(pairs), right + len(pairs & known)
    return Agreement(decided, found, proposed, right)


def _linked(system: System) -> dict[tuple[int, str, str], frozenset[frozenset[Place]]]:
    """Return, by link and two of its vendors, the pairs of properties any of which stands for the meaning."""
    return {
        (number, one, other): frozenset(
            frozenset({(one, path), (other, counterpart)})
            for path, counterpart in product(link.paths[one], link.paths[other])
        )
        for number, link in enumerate(system.links)
        for one, other in combinations(link.paths, 2)
    }
