from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.conditions import find_conditions
from tests.records.prose.finding import about, found, words_read


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        (
            "Required only if <code>ssh</code> is <code>true</code>.",
            {"requirement": "conditional", "requiredWhen": [{"property": "ssh", "in": ["true"]}]},
        ),
        (
            "This is required when <code>mode</code> is set to <code>a</code> or <code>b</code>.",
            {"requirement": "conditional", "requiredWhen": [{"property": "mode", "in": ["a", "b"]}]},
        ),
        (
            "Should be specified when <code>mode</code> is <code>a</code>.",
            {"requirement": "conditional", "requiredWhen": [{"property": "mode", "in": ["a"]}]},
        ),
        (
            "Should be specified when sync_mode is SomeEvents",
            {"requirement": "conditional", "requiredWhen": [{"property": "sync_mode", "in": ["SomeEvents"]}]},
        ),
        (
            "Required if <code>ssh</code> is <code>true</code> and <code>ssl</code> is <code>false</code>.",
            {
                "requirement": "conditional",
                "requiredWhen": [{"property": "ssh", "in": ["true"]}, {"property": "ssl", "in": ["false"]}],
            },
        ),
        (
            "Required if the authentication type is <code>KEY</code>.",
            {"requirement": "conditional", "requiredWhen": [{"property": "authentication_type", "in": ["KEY"]}]},
        ),
        (
            "Required for the <code>KEY</code> access method.",
            {"requirement": "conditional", "requiredWhen": [{"property": "access_method", "in": ["KEY"]}]},
        ),
        (
            "Required for the <code>a</code> and <code>b</code> message types.",
            {"requirement": "conditional", "requiredWhen": [{"property": "message_type", "in": ["a", "b"]}]},
        ),
        (
            "The key (only when mode_of_box = <code>OPEN</code>).",
            {"requirement": "conditional", "requiredWhen": [{"property": "mode_of_box", "in": ["OPEN"]}]},
        ),
        ("Required if <code>ssh</code> is <code>true</code> or <code>ssl</code> is <code>false</code>.", {}),
        ("Required if you like.", {}),
        ("Used if <code>ssh</code> is <code>true</code>.", {}),
        ("Words.", {}),
    ],
)
def test_a_sentence_states_the_condition(sentence: str, stated: dict[str, Any]):
    assert found(about(find_conditions), f"<p>{sentence}</p>") == stated


def test_only_the_wording_is_read():
    description = "<p>Words. Required only if <code>ssh</code> is <code>true</code>. More.</p>"
    assert words_read(about(find_conditions), description) == ["Required only if `ssh` is `true`"]
