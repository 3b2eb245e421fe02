"""Draws the descriptions of a round, each text once, without those of earlier rounds and of the fixed samples."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from tests.bench.prose import FURTHER, LABELS, labels_of
from tests.bench.rounds.measure import places_of
from tests.bench.rounds.round import rounds
from tests.bench.sample import Described, populations


def drawn(vendor: str, seed: str, size: int, documents: Path) -> list[Described]:
    """Return a random sample of a vendor's descriptions that no earlier measurement has used."""
    of_vendor = {name: found for name, found in populations(documents).items() if name.startswith(f"{vendor}/")}
    texts: dict[str, Described] = {}
    for name, found in of_vendor.items():
        places = places_of(documents / name)
        for each in found:
            if each.text.strip() and each.place in places:
                texts.setdefault(_words(each), each)
    used = _used(each for found in of_vendor.values() for each in found)
    return [texts[each] for each in random.Random(f"{seed} {vendor}").sample(sorted(texts.keys() - used), size)]


def _used(described: Iterable[Described]) -> set[str]:
    """Return the texts of earlier rounds and samples."""
    places = {(each.document, each.place) for earlier in rounds() for each in earlier.labels}
    places |= {key for path in (LABELS, FURTHER) for key in labels_of(path)}
    return {_words(each) for each in described if (each.document, each.place) in places}


def _words(described: Described) -> str:
    return " ".join(described.text.split())
