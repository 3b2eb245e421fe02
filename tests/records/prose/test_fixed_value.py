from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.values import find_only
from tests.records.prose.finding import found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("This must be <code>hour</code>.", {"const": "hour"}),
        ("This value should always be <code>hour</code>.", {"const": "hour"}),
        ("This property must be set to <code>hour</code>.", {"const": "hour"}),
        ("The only supported option is <code>hour</code>.", {"const": "hour"}),
        ("This must be <code>hour</code> or <code>day</code>.", {}),
        ("This must be <code>hour</code> if it rains.", {}),
        ("This must be short.", {}),
    ],
)
def test_a_sentence_states_the_only_value(sentence: str, stated: dict[str, Any]):
    assert found(find_only, f"<p>{sentence}</p>") == stated
