"""Compares what the prose rules find with the labels of the descriptions that were drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.declarations.declared import Declared
from tests.bench.declarations.stated import stated_of
from tests.bench.rounds.measure import KINDS, agree
from tests.bench.rounds.round import Count, Label

LABELS = Path(__file__).parent / "labels.json"
_KINDS = (*KINDS, "minLength", "maxLength")


def labels() -> list[Label]:
    """Return the labels, in the order of the draw."""
    return [Label(**each) for each in json.loads(LABELS.read_text(encoding="utf-8"))["labels"]]


def labelled_counts(population: Iterable[Declared]) -> dict[str, Count]:
    """Return the counts by kind of fact."""
    counts = dict.fromkeys(_KINDS, Count())
    for kind, _, _, count in labelled_compared(population):
        counts[kind] += count
    return {kind: count for kind, count in counts.items() if count != Count()}


def labelled_compared(population: Iterable[Declared]) -> Iterator[tuple[str, Label, Any, Count]]:
    """Yield each fact that is labelled or found: its kind, its label, what is found, and its count.

    Raises:
        KeyError: A labelled description is none of a property of the population.
    """
    by_place = {each.place: each for each in population}
    for label in labels():
        found = stated_of(by_place[label.place])
        for kind in _KINDS:
            value = _found(kind, found.facts, found.raw, is_labelled=kind in label.facts)
            is_right = kind in label.facts and value is not None and agree(kind, label.facts[kind], value)
            count = Count(int(is_right), int(value is not None), int(kind in label.facts))
            if count != Count():
                yield kind, label, value, count


def _found(kind: str, facts: Mapping[str, Any], raw: Mapping[str, Any], *, is_labelled: bool) -> Any:
    """Return the fact; where it is labelled also one that means nothing for the declared types, as labels need none."""
    value = facts.get(kind, raw.get(kind) if is_labelled else None)
    return None if (kind, value) == ("requirement", "conditional") else value
