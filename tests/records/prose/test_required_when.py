"""Sentences that make a property required under a condition, and those that do not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.conditions import NOTE, find_conditions
from tests.records.prose.finding import about, found, words_read
from tests.records.prose.pruning import found_whole_and_pruned


def required(*conditions: tuple[str, list[str]]) -> dict[str, Any]:
    """The statements of a duty."""
    stated = [{"property": name, "in": values} for name, values in conditions]
    return {"requirement": "conditional", "requiredWhen": stated}


DUTIES = [
    ("Required only if <code>ssh</code> is <code>true</code>.", required(("ssh", ["true"]))),
    (
        "This is required when <code>mode</code> is set to <code>a</code> or <code>b</code>.",
        required(("mode", ["a", "b"])),
    ),
    ("Should be specified when <code>mode</code> is <code>a</code>.", required(("mode", ["a"]))),
    ("Should be specified when sync_mode is SomeEvents", required(("sync_mode", ["SomeEvents"]))),
    ("Has to be given where <code>mode</code> equals <code>a</code>.", required(("mode", ["a"]))),
    ("It needs to be set if <code>lid: true</code>.", required(("lid", ["true"]))),
    ("You must provide this if <code>mode</code> = <code>a</code>.", required(("mode", ["a"]))),
    ("Mandatory if <code>mode</code> has the value <code>a</code>", required(("mode", ["a"]))),
    ("Needed for packing when <code>lid</code> is <code>true</code>.", required(("lid", ["true"]))),
    (
        "Required if <code>ssh</code> is <code>true</code> and <code>ssl</code> is <code>false</code>.",
        required(("ssh", ["true"]), ("ssl", ["false"])),
    ),
    (
        "Required if <code>kind</code> is <code>A</code> or if <code>kind</code> is <code>B</code>.",
        required(("kind", ["A", "B"])),
    ),
    (
        "Required if <code>kind</code> is <code>A</code>. Also required if <code>kind</code> is <code>B</code>.",
        required(("kind", ["A", "B"])),
    ),
    ("Required if the authentication type is <code>KEY</code>.", required(("authentication_type", ["KEY"]))),
    ("Required if the sync mode is Some Boxes.", required(("sync_mode", ["Some Boxes"]))),
    ("Required for the <code>KEY</code> access method.", required(("access_method", ["KEY"]))),
    ("Required for <code>KEY</code> authentication.", required(("authentication", ["KEY"]))),
    ("Required for the <code>a</code> and <code>b</code> message types.", required(("message_type", ["a", "b"]))),
    ("Required if <code>A</code> is the <code>box_kind</code>.", required(("box_kind", ["A"]))),
    ("Required when you select <code>A</code> as the <code>box_kind</code>.", required(("box_kind", ["A"]))),
    ("Required when you set <code>box_kind</code> to <code>A</code>.", required(("box_kind", ["A"]))),
    (
        "Required if the value of the <code>mode</code> property is set to either <code>a</code> or <code>b</code>.",
        required(("mode", ["a", "b"])),
    ),
    ("Required if <code>mode</code> field value equals to the value <code>a</code>.", required(("mode", ["a"]))),
    (
        "Required if <code>ssh</code> and <code>ssl</code> are <code>true</code>.",
        required(("ssh", ["true"]), ("ssl", ["true"])),
    ),
    ("Only required for <code>KEY</code> auth.", required(("auth", ["KEY"]))),
    ("Required for the OAuth2 auth type.", required(("auth_type", ["OAuth2"]))),
    ("Required for connection types <code>A</code> and <code>B</code>.", required(("connection_type", ["A", "B"]))),
    (
        "Required when <code>kind</code> is <code>A</code>, <code>B</code> and <code>C</code>.",
        required(("kind", [*"ABC"])),
    ),
    ("Required if you enable <code>use_lid</code>.", required(("use_lid", ["true"]))),
    ("Required if <code>use_lid</code> is enabled.", required(("use_lid", ["true"]))),
    ("Required if <code>use_lid</code> is turned off.", required(("use_lid", ["false"]))),
    ("Required if strict packing is enabled.", required(("strict_packing", ["true"]))),
    (
        'Must be set for <code>"kind": "A"</code>, <code>"kind": "B"</code> or <code>"C"</code>.',
        required(("kind", ["A", "B", "C"])),
    ),
    ("Required if <code>lid</code> is <code>true</code> (see below). More.", required(("lid", ["true"]))),
    ("Required if <code>lid</code> is <code>true</code>, otherwise it is ignored.", required(("lid", ["true"]))),
    ("Required if <code>lid</code> is <code>true</code> and optional otherwise.", required(("lid", ["true"]))),
    ("If <code>lid</code> is <code>true</code>, this field is required.", required(("lid", ["true"]))),
    ("When <code>lid: true</code>, <code>crate</code> is required.", required(("lid", ["true"]))),
    ("Required if ROUND is selected as the box shape type.", required(("box_shape_type", ["ROUND"]))),
    (
        "Required if <code>a: x</code>, <code>b</code> is <code>y</code>, and <code>c</code> is <code>z</code>.",
        required(("a", ["x"]), ("b", ["y"]), ("c", ["z"])),
    ),
    ("The crate's name, required if <code>lid</code> is <code>true</code>", required(("lid", ["true"]))),
    ("Crate name required if <code>lid</code> is <code>true</code>", required(("lid", ["true"]))),
]
NO_STATEMENTS = [
    "Words.",
    "Required.",
    "Required only if",
    "Required only if .",
    "The name that is required for signing in.",
    "Required for box creation.",
    "Required parameter to connect.",
    "Must not be specified if <code>lid</code> is specified.",
    # About another property, a value, or something else altogether.
    "The <code>lid</code> property is required if <code>mode</code> is <code>a</code>.",
    "The <code>shape</code> column is mandatory for <code>ROUND</code> box types.",
    "<code>SMALL</code>: a box that is required when <code>mode</code> is <code>a</code>.",
    "Tells whether a lid is required when <code>mode</code> is <code>a</code>.",
    "If <code>lid</code> is <code>true</code>, <code>hinge</code> is required.",
    # A rule of both properties.
    "Required if <code>lid</code> is specified.",
    # On its own value.
    "Required if <code>crate</code> is <code>true</code>.",
]
CONDITIONS_IN_WORDS = [
    "Required if you like.",
    "Required only for large boxes.",
    "Required unless <code>lid</code> is <code>true</code>.",
    "Required if <code>ssh</code> is <code>true</code> or <code>ssl</code> is <code>false</code>.",
    "Required if <code>ssh</code> or <code>ssl</code> is set to <code>true</code>.",
    "Required if <code>lid</code> is set to <code>true</code> and the box is closed.",
    "Required if <code>lid</code> is <code>true</code>, unless the box is open.",
    "Required if the access method is <code>KEY</code> in the cellar.",
    "Required if <code>a</code> is <code>x</code>. Required if <code>b</code> is <code>y</code>.",
    "It is not required if <code>lid</code> is <code>true</code>.",
    "Omit this field for <code>lid: true</code>.",
    "Ignored if <code>lid</code> is given.",
    "This field can be empty if <code>lid</code> is <code>true</code>.",
    "The crate can be omitted if it rains.",
    "If the crate is closed, you need to specify a name.",
    "When the crate is closed, you must provide a name.",
    "In case it is closed, you are required to enter a name.",
    "Required if <code>ROUND</code> is selected.",
    "Required if <code>a: x</code>, <code>b</code> is <code>y</code> or <code>c</code> is <code>z</code>.",
]


@pytest.mark.parametrize(("sentence", "stated"), DUTIES)
def test_the_sentence_states_when_the_property_is_required(sentence: str, stated: dict[str, Any]):
    assert found(about(find_conditions, "crate"), f"<p>{sentence}</p>") == stated


@pytest.mark.parametrize("sentence", NO_STATEMENTS)
def test_the_sentence_states_no_condition_of_the_property(sentence: str):
    assert found(about(find_conditions, "crate"), f"<p>{sentence}</p>") == {}


@pytest.mark.parametrize("sentence", CONDITIONS_IN_WORDS)
def test_a_condition_that_cannot_be_expressed_is_a_note(sentence: str):
    assert found(about(find_conditions, "crate"), f"<p>{sentence}</p>") == {"note": NOTE}


@pytest.mark.parametrize("sentence", [*(sentence for sentence, _ in DUTIES), *CONDITIONS_IN_WORDS])
def test_the_words_that_were_read_give_the_same_statements(sentence: str):
    description = f"<p>Before. {sentence} After.</p>"
    whole, pruned, left = found_whole_and_pruned(about(find_conditions, "crate"), description)

    assert pruned == whole != []
    assert "Before" not in repr(left)
    assert "After." not in repr(left)


@pytest.mark.parametrize(
    ("sentence", "name", "is_subject"),
    [
        ("The password is required if <code>lid</code> is <code>true</code>.", "box_password", True),
        ("The <code>box</code> is required if <code>lid</code> is <code>true</code>.", "box", True),
        ("The <code>box</code> is required if <code>lid</code> is <code>true</code>.", "crate", False),
        ("The hinge is required if <code>lid</code> is <code>true</code>.", "crate", False),
        ("This option is required if <code>lid</code> is <code>true</code>.", "crate", True),
        ("A box, and is required if <code>lid</code> is <code>true</code>.", "crate", True),
    ],
)
def test_the_property_must_be_the_subject(sentence: str, name: str, is_subject: bool):
    stated = found(about(find_conditions, name), f"<p>{sentence}</p>")
    assert stated == (required(("lid", ["true"])) if is_subject else {})


def test_only_the_wording_is_read():
    description = "<p>Words. Required only if <code>ssh</code> is <code>true</code>. More.</p>"
    assert words_read(about(find_conditions), description) == ["Required only if `ssh` is `true`"]


def test_a_word_is_left_out_of_a_long_wording():
    sentence = "Must be set if <code>a</code> is set to <code>x</code> and <code>b</code> is set to <code>y</code>."
    read = ["Must ", " set if `a` is set to `x` and `b` is set ", " `y`"]
    assert words_read(about(find_conditions), f"<p>{sentence}</p>") == read


def test_of_an_unread_tail_only_the_first_word_is_read():
    description = "<p>Required if <code>lid</code> is <code>true</code> and the box is closed.</p>"
    assert words_read(about(find_conditions), description) == ["Required if `lid` is `true` and"]
