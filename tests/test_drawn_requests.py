"""Whole requests drawn from the catalog: bundle, model and validator say the same, and a request comes back."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.bench.drawn_requests import RequestDrawer
from tests.bench.whole_requests import ACTIONS, RequestReaders, agree, disagreements, envelope
from tests.cases.verdicts import committed

KEYS = sorted(committed())
DRAWN = KEYS[::40]
REQUESTS = 10


@pytest.mark.parametrize("action", ACTIONS)
def test_the_readers_agree_on_drawn_requests(action: str) -> None:
    kinds: Counter[str] = Counter()
    found = [line for key in DRAWN for line in disagreements(committed()[key], action, REQUESTS, kinds)]

    assert found == []
    told = {kind.rpartition(" ")[2] for kind in kinds}
    assert told == {"accepted", "refused"}


def test_drawn_faults_are_of_every_kind_and_many_are_refused() -> None:
    # Where nothing is refused, the test above finds nothing.
    kinds: Counter[str] = Counter()
    for key in KEYS[::150]:
        list(disagreements(committed()[key], "create", 50, kinds))

    refused = {kind.partition(" ")[0]: count for kind, count in kinds.items() if kind.endswith("refused")}
    assert set(refused) >= {
        "drop",
        "misspelt",
        "type",
        "fixed",
        "moved",
        "repeated",
        "part",
        "id",
        "alternative",
        "own",
    }
    assert 0.3 * kinds.total() < sum(refused.values()) < 0.8 * kinds.total()


def test_a_reader_that_differs_is_seen() -> None:
    key = "fivetran/source/adroll"
    request = RequestDrawer(committed()[key], envelope("fivetran", "source"), "create", random.Random(1)).valid()
    verdicts = RequestReaders(committed()[key], "create").verdicts(request)

    assert agree(verdicts)
    assert not agree(verdicts | {"bundle": False})
    assert not agree(verdicts | {"model": Counter({("config", "type"): 1})})
    assert not agree(verdicts | {"validator": Counter({("config", "type"): 1})})
