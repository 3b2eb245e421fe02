"""The figures of the first runs on the halves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.bench.declarations.comparison import RULE, RULE_AND_TABLE, Tally
from tests.bench.declarations.first_run import Run, stored
from tests.bench.figure import Figure
from tests.bench.rounds.figures import interval
from tests.bench.rounds.round import Count

_FIGURE = 2
"""The half on which no rule was fixed."""
_GOALS = {"names": {"precision": 0.93, "recall": 0.95}, "prose": {"precision": 0.97}, "labels": {"recall": 0.90}}


def figures() -> Iterator[Figure]:
    """Yield the figures of the stored first runs; those of the second half have goals."""
    for half in (1, 2):
        found = stored(half)
        if found is not None:
            yield from figures_of(found, f"half {half}, first run on {found.date}")


def figures_of(run: Run, title: str) -> Iterator[Figure]:
    """Yield the figures of a run."""
    goals: Mapping[str, Mapping[str, float]] = _GOALS if run.half == _FIGURE else {}
    prose = {kind: tally for kind, tally in run.declarations.items() if kind not in (RULE, RULE_AND_TABLE)}
    for kind in (RULE, RULE_AND_TABLE):
        tally = run.declarations[kind]
        yield from _of_tally(f"{title}: {kind}", tally, goals.get("names", {}) if kind == RULE else {})
    for kind, tally in prose.items():
        yield from _of_tally(f"  {title}: prose, {kind}", tally, {})
    yield from _of_tally(f"{title}: prose, all kinds", sum(prose.values(), Tally()), goals.get("prose", {}))
    for kind, count in run.labels.items():
        yield from _of_count(f"  {title}: labels, {kind}", count, {})
    if run.labels:
        yield from _of_count(f"{title}: labels, all kinds", sum(run.labels.values(), Count()), goals.get("labels", {}))


def _of_tally(name: str, tally: Tally, goals: Mapping[str, float]) -> Iterator[Figure]:
    counts = f"{tally.right} right, {tally.wrong} wrong, {tally.missed} missed, {tally.undeclared} undeclared"
    yield from _rate(f"{name}: precision", tally.right, tally.right + tally.wrong, counts, goals.get("precision"))
    yield from _rate(f"{name}: recall", tally.right, tally.right + tally.missed, counts, goals.get("recall"))


def _of_count(name: str, count: Count, goals: Mapping[str, float]) -> Iterator[Figure]:
    counts = f"{count.right} right, {count.found} found, {count.labelled} labelled"
    yield from _rate(f"{name}: precision", count.right, count.found, counts, goals.get("precision"))
    yield from _rate(f"{name}: recall", count.right, count.labelled, counts, goals.get("recall"))


def _rate(name: str, right: int, of: int, counts: str, least: float | None) -> Iterator[Figure]:
    if of:
        low, high = interval(right, of)
        yield Figure(name, right / of, "", least=least, detail=f"{counts}; 95 % interval {low:.2f} to {high:.2f}")
