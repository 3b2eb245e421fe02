from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.forms import find_number
from tests.records.prose.finding import found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The number of days to look back.", {"unit": "day", "encoding": "integer"}),
        ("How long to wait, in minutes.", {"unit": "minute"}),
        ("The percentage of rows.", {"unit": "percent"}),
        ("A value between 1 and 30.", {"minimum": 1, "maximum": 30}),
        ("A value between <code>1</code> and <code>30</code>.", {"minimum": 1, "maximum": 30}),
        ("It must be an integer.", {"encoding": "integer"}),
        ("The port of the road.", {"encoding": "integer"}),
        ("Words between friends.", {}),
    ],
)
def test_a_sentence_states_unit_and_range(sentence: str, stated: dict[str, Any]):
    assert found(find_number, f"<p>{sentence}</p>") == stated
