from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.groups import find_groups
from tests.records.prose.finding import about, found, words_read
from tests.records.prose.pruning import found_whole_and_pruned


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Either <code>boxes</code> or <code>crates</code> must be provided.", {"anyOf": ["boxes", "crates"]}),
        ("Mind: either <code>crates</code> or <code>boxes</code> has to be set.", {"anyOf": ["boxes", "crates"]}),
        ("At least one of <code>a</code>, <code>b</code> and <code>c</code> should be given.", {"anyOf": [*"abc"]}),
        ("One of <code>a</code>, or <code>b</code> needs to be populated.", {"anyOf": ["a", "b"]}),
        ("If you give a lid, <code>box</code> must also be specified.", {"dependentRequired": ["box"]}),
        ("The <code>box</code> property should also be set.", {"dependentRequired": ["box"]}),
        (
            "Either <code>a</code> or <code>b</code> must be set; <code>c</code> must also be set.",
            {"anyOf": ["a", "b"], "dependentRequired": ["c"]},
        ),
        ("Either <code>a</code> or <code>b</code> will do.", {}),
        ("Either boxes or crates must be provided.", {}),
        ("Both <code>a</code> and <code>b</code> must be provided.", {}),
        ("The <code>box</code> property must be specified.", {}),
        ("The box must also be specified.", {}),
        ("The value is one of <code>a</code> or <code>b</code>.", {}),
        ("Words.", {}),
    ],
)
def test_a_sentence_states_what_concerns_several_properties(sentence: str, stated: dict[str, Any]):
    assert found(about(find_groups), f"<p>{sentence}</p>") == stated


def test_a_property_that_requires_two_others_has_two_statements():
    description = "<p><code>a</code> must also be set. <code>b</code> must also be set.</p>"
    statements, _, _ = found_whole_and_pruned(about(find_groups), description)

    assert [each.value for each in statements] == [["a"], ["b"]]


WORDY = (
    "<p>WORDS before. Either <code>a</code> or <code>b</code> must be provided, MORE. "
    "And <code>c</code> must also be set, of course.</p>"
)


def test_only_the_wording_is_read():
    assert words_read(about(find_groups), WORDY) == ["Either `a` or `b` must be provided", "`c` must also be set"]


def test_the_words_that_were_read_give_the_same_statements():
    whole, pruned, _ = found_whole_and_pruned(about(find_groups), WORDY)

    assert len(whole) == 2
    assert pruned == whole


def test_a_sentence_in_a_nested_table_is_not_about_this_property():
    nested = "<table><tr><td>a<br>STRING</td><td>Either <code>a</code> or <code>b</code> must be set.</td></tr></table>"

    assert found(about(find_groups), nested) == {}
