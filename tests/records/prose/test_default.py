from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.values import find_default
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The default is <code>3306</code>.", {"default": "3306"}),
        ("Default value: <code>fast</code>.", {"default": "fast"}),
        ("It defaults to <code>true</code>.", {"default": "true"}),
        ("Default: 60.", {"default": "60"}),
        ("One is <code>fast</code> (default).", {"default": "fast"}),
        ("The default port of the machine.", {}),
        ("<code>fast</code> is used by default.", {"default": "fast"}),
        ("By default, the value is set to true.", {"default": "true"}),
        ("By default, the rows are sorted.", {}),
        ("Words about <code>3306</code>.", {}),
    ],
)
def test_a_sentence_states_the_default(sentence: str, stated: dict[str, Any]):
    assert found(find_default, f"<p>{sentence}</p>") == stated


def test_only_the_wording_is_read():
    assert words_read(find_default, "<p>Words before. The default is <code>3306</code>, and after.</p>") == [
        "default is `3306`"
    ]


@pytest.mark.parametrize(
    "words", ["(Default) Hurries.", "- hurries. This is the default.", "hurries, and is used by default"]
)
def test_the_item_of_a_list_says_that_its_value_is_the_default(words: str):
    listed = f"<p>Supported values:</p><ul><li><code>fast</code> {words}</li><li><code>slow</code></li></ul>"
    assert found(find_default, listed) == {"default": "fast"}
