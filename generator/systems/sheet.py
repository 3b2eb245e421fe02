"""Review sheets of systems: proposed links, undecided properties and contradictions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from generator.catalog.decisions import PathsByVendor
from generator.systems.contradictions import Contradiction, contradictions
from generator.systems.properties import listed_texts
from generator.systems.proposals import ProposedLink, links_of
from generator.systems.review import Review
from generator.systems.system import System
from generator.systems.value_rows import value_rows


@dataclasses.dataclass(frozen=True)
class SheetLink:
    """A proposed link.

    Attributes:
        paths: The properties by vendor.
        values: Proposed rows of listed values that mean the same.
        score: Likelihood that the properties mean the same, from 0 to 1.
        reasons: The reasons for the score.
    """

    paths: dict[str, str]
    values: tuple[dict[str, str], ...]
    score: float
    reasons: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Sheet:
    """The review sheet of a system.

    Attributes:
        system: The system.
        is_decided: Whether the system has a file.
        links: The proposed links, the best first.
        alone: The undecided properties without a proposed link.
        contradictions: Proposals that contradict a decision.
    """

    system: System
    is_decided: bool
    links: tuple[SheetLink, ...]
    alone: PathsByVendor
    contradictions: tuple[Contradiction, ...]

    @property
    def is_open(self) -> bool:
        """Whether anything is left to decide."""
        return not self.is_decided or bool(self.links or self.alone)

    def to_json(self) -> dict[str, Any]:
        """Return the sheet as JSON values."""
        return {
            "name": self.system.name,
            "title": self.system.title,
            "role": self.system.role,
            "decided": self.is_decided,
            "connectors": {vendor: list(ids) for vendor, ids in self.system.connectors.items()},
            "links": [dataclasses.asdict(each) for each in self.links],
            "alone": {vendor: list(paths) for vendor, paths in self.alone.items()},
            "contradictions": [dataclasses.asdict(each) for each in self.contradictions],
        }


def sheets(review: Review) -> Iterable[Sheet]:
    """Yield the sheets of the decided systems, then of the systems that the rules propose."""
    for system in review.systems:
        yield _sheet(review, system, is_decided=True)
    for group in review.undecided_groups():
        yield _sheet(review, review.system_of_group(group), is_decided=False)


def _sheet(review: Review, system: System, *, is_decided: bool) -> Sheet:
    links = links_of(review.proposed(system))
    used = {(vendor, facts.path) for link in links for vendor, facts in link.members.items()}
    alone = {
        vendor: tuple(path for path in listed if (vendor, path) not in used)
        for vendor, listed in system.undecided.items()
    }
    return Sheet(
        system,
        is_decided,
        tuple(_link(review, system, each) for each in links),
        {vendor: paths for vendor, paths in alone.items() if paths},
        contradictions(system, review.similar_pairs(system)),
    )


def _link(review: Review, system: System, link: ProposedLink) -> SheetLink:
    texts = {
        vendor: listed_texts(review.properties(system, vendor)[facts.path]) for vendor, facts in link.members.items()
    }
    paths = {vendor: facts.path for vendor, facts in link.members.items()}
    return SheetLink(paths, tuple(value_rows(texts, review.tables.properties)), link.score, link.reasons)
