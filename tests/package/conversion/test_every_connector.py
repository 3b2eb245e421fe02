"""What is converted from requests of every vendor; ``python -m tests.bench.conversion`` does it for all connectors."""

from __future__ import annotations

import functools

import pytest

from tests.bench.conversion import Tally, converted_entries, tally_of

_EVERY = 40


@functools.cache
def _tally() -> Tally:
    return tally_of(converted_entries()[::_EVERY], drawn=1)


@pytest.mark.parametrize(
    "total", ["requests", "problems", "there and back", "back and there", "requests with canaries"]
)
def test_there_is_something_to_convert(total: str) -> None:
    assert _tally().counts[total] > 0


@pytest.mark.parametrize(
    "fault",
    [
        "exceptions",
        "not converted",
        "changed payloads",
        "values that are not accepted",
        "problems without a name",
        "differences there and back",
        "differences back and there",
        "canaries",
    ],
)
def test_nothing_is_wrong_with_what_is_converted(fault: str) -> None:
    assert _tally().faults[fault] == 0, _tally().examples[fault]


def test_something_is_carried_over_in_each_direction() -> None:
    assert all(_tally().carried[direction] for direction in _tally().given)
