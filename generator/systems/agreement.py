"""Compares the pairs that the rules propose with the links that reviewers have decided."""

from __future__ import annotations

import dataclasses
from itertools import combinations, product

from generator.catalog.decisions import Link, VendorPath
from generator.systems.review import Review
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class Agreement:
    """Counts for the precision and recall of the rules.

    Attributes:
        decided: Linked properties of two vendors; a link of three vendors counts three times.
        found: Decided links that the rules propose.
        proposed: Pairs of properties that the rules propose.
        right: Proposed pairs that are linked.
    """

    decided: int
    found: int
    proposed: int
    right: int

    def __str__(self) -> str:
        """Return recall and precision as a sentence."""
        recall = self.found / self.decided if self.decided else 1.0
        precision = self.right / self.proposed if self.proposed else 1.0
        return f"the rules propose {recall:.1%} of the links; {precision:.1%} of their proposals are links"


def agreement_of(review: Review) -> Agreement:
    """Return the agreement over all systems. The rules ignore the decisions about the system at hand."""
    decided = found = proposed = right = 0
    for system in review.systems:
        linked = _linked(system)
        pairs = {frozenset(each.paths) for each in review.proposed_without_decisions(system)}
        proposed_links = {group for group, members in linked.items() if not members.isdisjoint(pairs)}
        linked_pairs = {pair for members in linked.values() for pair in members}
        decided, found = decided + len(linked), found + len(proposed_links)
        proposed, right = proposed + len(pairs), right + len(pairs & linked_pairs)
    return Agreement(decided, found, proposed, right)


def _linked(system: System) -> dict[tuple[int, str, str], frozenset[frozenset[VendorPath]]]:
    """Return the pairs of properties by number of the link and two of its vendors.

    A link with alternative properties has several pairs for two vendors; each of them counts as found.
    """
    return {
        (number, one, other): _pairs(link, one, other)
        for number, link in enumerate(system.links)
        for one, other in combinations(link.paths, 2)
    }


def _pairs(link: Link, one: str, other: str) -> frozenset[frozenset[VendorPath]]:
    return frozenset(frozenset({(one, a), (other, b)}) for a, b in product(link.paths[one], link.paths[other]))
