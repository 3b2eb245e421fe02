"""Draws the descriptions of the second half that are labelled by reading: at random, with a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.bench.declarations.declared import Declared

SEED = "20261121 airbyte"
SIZE = 150


def drawn(population: Iterable[Declared]) -> list[Declared]:
    """Return the descriptions, at most one per connector and each text once, in the order of the draw."""
    by_connector: dict[str, list[Declared]] = {}
    for each in population:
        if each.description.strip():
            by_connector.setdefault(each.connector, []).append(each)
    generator = random.Random(SEED)
    connectors = list(by_connector)
    generator.shuffle(connectors)
    found: list[Declared] = []
    texts = set[str]()
    for connector in connectors:
        each = generator.choice(by_connector[connector])
        if each.description not in texts:
            texts.add(each.description)
            found.append(each)
    return found[:SIZE]
