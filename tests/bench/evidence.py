"""Counts the real requests that get the verdict that reading them gives."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.figure import Figure
from tests.evidence import load, refusals
from tests.evidence.verdicts import codes


def figures() -> Iterator[Figure]:
    """Yield the share of the requests whose verdict comes out, and how many are refused for each reason."""
    evidence = load()
    right = [each for each in evidence if not each.pending and codes(each) == each.problems]
    detail = f"{len(right)} of {len(evidence)}; refused: {'; '.join(refusals(evidence))}"
    yield Figure("real requests with the verdict as stated", len(right) / len(evidence), "of them", None, 1, detail)
