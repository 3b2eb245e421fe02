from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.values import find_in_sentence
from tests.records.prose.finding import found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Accepted values are <code>a</code>, <code>b</code> or <code>c</code>.", {"enum": ["a", "b", "c"]}),
        ("Possible values: <code>a</code>, <code>b</code>", {"enum": ["a", "b"]}),
        ("This must be <code>a</code> or <code>b</code>.", {"enum": ["a", "b"]}),
        ("One of <code>a</code> and <code>b</code>.", {"enum": ["a", "b"]}),
        ("Accepted values are <code>a</code> - which hurries, <code>b</code> - which waits.", {"enum": ["a", "b"]}),
        ("This must be <code>a</code>.", {}),
        ("Give either <code>boxes</code> or <code>crates</code>, the two properties of this kind.", {}),
        ("Words about <code>a</code> or <code>b</code>.", {}),
    ],
)
def test_a_sentence_names_the_values(sentence: str, stated: dict[str, Any]):
    assert found(find_in_sentence, f"<p>{sentence}</p>") == stated
