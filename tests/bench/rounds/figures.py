"""The figures of the rounds: those of each first run, with counts and intervals."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tests.bench.figure import Figure
from tests.bench.rounds.round import Count, Round, rounds

_Z = 1.959964
"""Two-sided 95 % quantile of the normal distribution."""


def figures() -> Iterator[Figure]:
    """Yield precision and recall of each round, by kind of fact and overall."""
    for each in rounds():
        if each.first_run:
            for kind, count in each.first_run.items():
                yield from _rates(f"  {each.name}, {kind}", count)
            yield from _rates(f"{_title(each)}, all kinds", sum(each.first_run.values(), Count()))


def _title(each: Round) -> str:
    return f"round {each.name} ({len(each.labels)} descriptions, first run on {each.date})"


def _rates(name: str, count: Count) -> Iterator[Figure]:
    for rate, of, words in (("precision", count.found, "found"), ("recall", count.labelled, "labelled")):
        if of:
            low, high = interval(count.right, of)
            detail = f"{count.right} of {of} {words}; 95 % interval {low:.2f} to {high:.2f}"
            yield Figure(f"{name}: {rate}", count.right / of, "", detail=detail)


def interval(right: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share."""
    share, square = right / of, _Z * _Z / of
    middle = (share + square / 2) / (1 + square)
    half = _Z / (1 + square) * math.sqrt(share * (1 - share) / of + square / (4 * of))
    return max(0.0, middle - half), min(1.0, middle + half)
