"""What is adopted from responses about connectors of every vendor; ``python -m tests.bench`` does it for all."""

from __future__ import annotations

import functools

import pytest

from tests.bench.adopting import Tally, tally_of
from tests.cases.verdicts import committed

_EVERY = 60


@functools.cache
def _tally() -> Tally:
    keys = sorted(committed())
    of_special_kinds = ["fivetran/source/github", "fivetran/destination/snowflake", "stitch/source/platform.ga360"]
    return tally_of(committed()[key] for key in dict.fromkeys([*keys[::_EVERY], *of_special_kinds]))


@pytest.mark.parametrize("total", ["responses", "values", "secrets", "references"])
def test_there_is_something_to_adopt(total: str) -> None:
    assert _tally().counts[total] > 0


@pytest.mark.parametrize(
    "fault",
    [
        "not recognised",
        "differences",
        "values",
        "secrets",
        "invalid",
        "gaps without a name",
        "canaries",
        "not resolved",
    ],
)
def test_nothing_is_wrong_with_what_is_adopted(fault: str) -> None:
    assert _tally().faults[fault] == 0, _tally().examples[fault]
