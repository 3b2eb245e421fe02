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
        ("Set this parameter to <code>box</code>.", {"const": "box"}),
        ("Set this to <code>box</code> when it rains.", {}),
        ("Set this to <code>true</code>.", {}),
        ("This value will be <code>9</code>, unless the lid is open.", {}),
        ("For example: this value should be <code>9</code>.", {}),
        ("If it is 9 elsewhere, this value should be <code>9</code>.", {}),
        ("This must be short.", {}),
    ],
)
def test_a_sentence_states_the_only_value(sentence: str, stated: dict[str, Any]):
    assert found(find_only, f"<p>{sentence}</p>") == stated
