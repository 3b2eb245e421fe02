from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.forms import find_switch
from tests.records.prose.finding import found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("If <code>true</code>, it hurries.", {"encoding": "boolean"}),
        ("If set to <code>false</code>, it waits.", {"encoding": "boolean"}),
        ("Set this to <code>true</code> to hurry.", {"encoding": "boolean"}),
        ("It defaults to <code>false</code>.", {"encoding": "boolean"}),
        ("It is true that it hurries.", {}),
        ("The shelf (<code>true</code> or <code>false</code>).", {"encoding": "boolean"}),
        ("The name and the sign (<code>true</code> or <code>false</code>) of a box.", {}),
        ("The clock to use if <code>other</code> set to <code>false</code>.", {}),
        ("Needed if <code>ssl</code> is <code>true</code>.", {}),
    ],
)
def test_a_sentence_treats_the_value_as_true_or_false(sentence: str, stated: dict[str, Any]):
    assert found(find_switch, f"<p>{sentence}</p>") == stated


def test_a_condition_on_another_switch_makes_no_switch():
    assert found(find_switch, "<p>Must be populated if <code>other</code> is set to <code>true</code>.</p>") == {}
