from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.forms import find_integer, find_unit
from tests.records.prose.finding import all_of, found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The number of days to look back.", {"unit": "day", "encoding": "integer"}),
        ("How long to wait, in minutes.", {"unit": "minute"}),
        ("The percentage of rows.", {"unit": "percent"}),
        ("The shelf in months.", {"unit": "month"}),
        ("The shelf (minutes).", {"unit": "minute"}),
        ("The number of daily box lines.", {"unit": "line", "encoding": "integer"}),
        ("The shelf life can be 10, 20 or 30 days.", {"unit": "day"}),
        ("The number of boxes per day.", {"encoding": "integer"}),
        ("How many days to stay.", {"unit": "day"}),
        ("Days to stay.", {"unit": "day"}),
        ("Of all days, to stay.", {}),
        ("The number of lines before the boxes.", {"unit": "line", "encoding": "integer"}),
        ("Only digits are allowed: only numeric characters.", {"encoding": "integer"}),
        ("It must be an integer.", {"encoding": "integer"}),
        ("The port of the road.", {"encoding": "integer"}),
        ("Words between friends.", {}),
    ],
)
def test_a_sentence_states_the_unit(sentence: str, stated: dict[str, Any]):
    assert found(all_of(find_unit, find_integer), f"<p>{sentence}</p>") == stated
