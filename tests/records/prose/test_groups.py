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


STATED = [
    ("Either <code>crate</code> or <code>lid</code> is required.", ("anyOf", ["crate", "lid"])),
    ("You must provide either <code>crate</code> or <code>lid</code>.", ("anyOf", ["crate", "lid"])),
    ("Use <code>crate</code> or <code>lid</code>, but not both.", ("atMostOne", ["crate", "lid"])),
    ("Use <code>lid</code> (open) or <code>crate</code> (closed), not both at once.", ("atMostOne", ["crate", "lid"])),
    ("Only one of <code>crate</code> and <code>lid</code> can be set.", ("atMostOne", ["crate", "lid"])),
    ("Give only one of <code>crate</code>, <code>lid</code>.", ("atMostOne", ["crate", "lid"])),
    ("<code>crate</code> and <code>lid</code> are mutually exclusive.", ("atMostOne", ["crate", "lid"])),
    ("<code>crate</code> and <code>lid</code> cannot be used together.", ("atMostOne", ["crate", "lid"])),
    ("This is mutually exclusive with <code>lid</code>.", ("atMostOne", ["crate", "lid"])),
    ("It cannot be used together with <code>lid</code>.", ("atMostOne", ["crate", "lid"])),
    ("Do not specify this parameter with <code>lid</code>.", ("atMostOne", ["crate", "lid"])),
    ("Do not set both <code>crate</code> and <code>lid</code>.", ("atMostOne", ["crate", "lid"])),
    ("Do not use with <code>lid</code>.", ("atMostOne", ["crate", "lid"])),
    ("Cannot be specified if <code>lid</code> is specified.", ("atMostOne", ["crate", "lid"])),
    ("Either this or <code>lid</code> must be specified.", ("anyOf", ["crate", "lid"])),
    ("Either <code>lid</code> or this field is required.", ("anyOf", ["crate", "lid"])),
    ("<code>lid</code> or <code>crate</code> is required.", ("anyOf", ["crate", "lid"])),
    ("You must specify <code>lid</code> or <code>crate</code>.", ("anyOf", ["crate", "lid"])),
    ("Required along with <code>lid</code>.", ("dependentRequired", ["lid"])),
    ("If <code>lid</code> is given, this must also be set.", ("dependentRequired", {"lid": ["crate"]})),
    ("It requires the <code>lid</code> property.", ("dependentRequired", ["lid"])),
    ("This must be set together with <code>lid</code>.", ("dependentRequired", ["lid"])),
    ("<code>lid</code> is also required.", ("dependentRequired", ["lid"])),
    ("Required if <code>lid</code> is specified.", ("dependentRequired", {"lid": ["crate"]})),
    ("This must be provided when the <code>lid</code> field is set.", ("dependentRequired", {"lid": ["crate"]})),
]


@pytest.mark.parametrize(("sentence", "stated"), STATED)
def test_a_sentence_states_a_rule_of_this_property_and_others(sentence: str, stated: tuple[str, Any]):
    whole, pruned, left = found_whole_and_pruned(about(find_groups, "crate"), f"<p>Before. {sentence} After.</p>")

    assert [(each.field, each.value) for each in whole] == [stated]
    assert pruned == whole
    assert "Before" not in repr(left)
    assert "closed" not in repr(left)


@pytest.mark.parametrize(
    "sentence",
    [
        "Use <code>ROUND</code> or <code>FLAT</code>, not both.",
        "It cannot be used with <code>ROUND</code> boxes.",
        "It cannot be used with <code>crate</code>.",
        "Either <code>true</code> or <code>false</code> must be set.",
        "Required if <code>lid</code> is set to <code>true</code>.",
        "Required if <code>lid</code> is given and the box is closed.",
        "The <code>hinge</code> is required if <code>lid</code> is given.",
        "It requires a lid.",
        "The <code>hinge</code> cannot be used with <code>lid</code>.",
        "The hinge must be set together with <code>lid</code>.",
        "If <code>hinge</code> is given, <code>lid</code> must also be given.",
        "If <code>lid</code> is given, the box is closed.",
        "Optional if <code>lid</code> is given.",
    ],
)
def test_a_sentence_states_no_such_rule(sentence: str):
    assert found(about(find_groups, "crate"), f"<p>{sentence}</p>") == {}


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
