"""Sentences that say when a property has a meaning; they never make it required."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.passes.conditions import UNREAD
from generator.records.coverage import Coverage
from generator.records.prose import find_statements
from generator.records.prose.conditions import NOTE, find_conditions
from generator.records.prose.description import Phrase
from tests.blocks.reading import html
from tests.records.prose.finding import about, found
from tests.records.prose.pruning import found_whole_and_pruned

TUNNEL = Phrase("box tunnel", "way", ("Tunnel",))
LID = [{"property": "lid", "in": ["true"]}]
IS = "<code>lid</code> is <code>true</code>"
APPLIES = [
    f"Specify only if {IS}.",
    f"Use this field only when {IS}.",
    f"Only specify this when {IS}.",
    f"The crate (only when {IS}).",
    f"Only if {IS}.",
    f"Only used when {IS}.",
    f"Used only if {IS}.",
    f"It is available only when {IS}.",
    f"This parameter only takes effect when {IS}.",
    "It works only with <code>lid: true</code>.",
    f"Only relevant if {IS}.",
    f"Applicable only when {IS}.",
    f"Applicable if {IS}.",
    f"It applies when {IS}.",
    f"It should only be specified if {IS}.",
    f"It can be set only if {IS}.",
    f"The name of the box, used if {IS}.",
    f"Boxes to pack when {IS}.",
    f"The field can be specified if {IS}.",
    f"If {IS}, the name of the crate.",
    f"If {IS}, enter the name of the crate.",
    "If you chose <code>true</code> for <code>lid</code>, enter the value.",
    "For <code>lid: true</code> only.",
    "When <code>lid</code> is enabled, give the name of the crate.",
    f"<b>Optional</b>: If {IS}, the name of the crate.",
]
NOTHING = [
    f"If {IS}, the crate is ignored.",
    f"The default is <code>x</code> when {IS}.",
    f"<code>SMALL</code> - a box to use when {IS}.",
    f"<code>SMALL</code>: available only when {IS}.",
    f"The <code>hinge</code> is used only if {IS}.",
    f"The <code>hinge</code> is used if {IS}.",
    f"The values when {IS}: <code>a</code>.",
    f"Set it to <code>x</code> if {IS}.",
    f"If {IS}, all boxes are packed.",
    f"If {IS}, omit the name.",
    f"If {IS}, use <code>x</code>.",
    f"Choose <code>x</code> if {IS}.",
    f"Boxes to pack when {IS}, never others.",
    "Used when packing boxes.",
    "Used if the box is closed.",
    "If you know the box, give its name.",
    "If <code>crate</code> is <code>true</code>, enter the name.",
    "If <code>true</code>, a name is not required for boxes.",
    "Only specified boxes are packed.",
    "The only box.",
]
IN_WORDS = [
    "Use this parameter only if you pack by hand.",
    "Use this parameter along with the lid only if you pack by hand.",
    "Only for boxes in the cellar.",
    "Only used for closed boxes.",
    "This is only applicable to the <code>round</code> shape.",
    "Relevant only to the <code>round</code> shape.",
    "(Round boxes only) The name.",
    "You only need to provide a name if you pack by hand.",
    f"Use only if {IS} and the box is closed.",
    f"Use only if {IS} or the box is closed.",
    "Specify only to connect via a stone tunnel.",
]


@pytest.mark.parametrize("sentence", APPLIES)
def test_the_sentence_states_when_the_property_applies(sentence: str):
    assert found(about(find_conditions, "crate"), f"<p>{sentence}</p>") == {"appliesWhen": LID}


@pytest.mark.parametrize("sentence", NOTHING)
def test_the_sentence_does_not_state_when_the_property_applies(sentence: str):
    assert found(about(find_conditions, "crate"), f"<p>{sentence}</p>") == {}


@pytest.mark.parametrize("sentence", IN_WORDS)
def test_a_restriction_that_cannot_be_expressed_is_a_note(sentence: str):
    assert found(about(find_conditions, "crate", (TUNNEL,)), f"<p>{sentence}</p>") == {"note": NOTE}


@pytest.mark.parametrize(
    "sentence",
    [
        "Box name, specify only to connect via a box tunnel (not a bridge).",
        "Box name, only specify when connecting through the box tunnel.",
        "Specify only if you use a Box Tunnel.",
        "Used only with box tunnels.",
    ],
)
def test_a_phrase_of_the_vendor_stands_for_a_condition(sentence: str):
    rule = about(find_conditions, "crate", (TUNNEL,))
    whole, pruned, _ = found_whole_and_pruned(rule, f"<p>{sentence}</p>")

    assert {each.field: each.value for each in whole} == {"appliesWhen": [{"property": "way", "in": ["Tunnel"]}]}
    assert pruned == whole
    assert found(about(find_conditions, "crate"), f"<p>{sentence}</p>") == {"note": NOTE}


@pytest.mark.parametrize("sentence", [*APPLIES, *IN_WORDS])
def test_the_words_that_were_read_give_the_same_statements(sentence: str):
    whole, pruned, left = found_whole_and_pruned(about(find_conditions, "crate"), f"<p>Before. {sentence} After.</p>")

    assert pruned == whole != []
    assert "Before" not in repr(left)
    assert "After." not in repr(left)


def test_a_sentence_that_mentions_a_condition_gives_way_to_one_that_restricts():
    sentences = "Used if <code>hinge</code> is <code>a</code>. Specify only if <code>lid</code> is <code>true</code>."
    assert found(about(find_conditions), f"<p>{sentences}</p>") == {"appliesWhen": LID}


def test_a_property_can_be_required_in_one_case_and_apply_in_another():
    sentences = f"Use only if {IS}. Required if <code>hinge</code> is <code>a</code>."
    assert found(about(find_conditions), f"<p>{sentences}</p>") == {
        "requirement": "conditional",
        "requiredWhen": [{"property": "hinge", "in": ["a"]}],
        "appliesWhen": LID,
    }


@pytest.mark.parametrize(
    ("sentences", "stated"),
    [
        (f"(Optional) Required only if {IS}.", {"appliesWhen": LID, "requirement": "optional"}),
        (f"(Optional) Required if {IS}.", {"note": NOTE, "requirement": "optional"}),
        (f"(Optional) Use only when {IS}.", {"appliesWhen": LID, "requirement": "optional"}),
        (
            f"Required if {IS}. This parameter is optional otherwise.",
            {"requirement": "conditional", "requiredWhen": LID},
        ),
    ],
)
def test_optional_beats_a_condition(sentences: str, stated: dict[str, Any]):
    statements = find_statements(html(f"<p>{sentences}</p>"), Coverage(), "crate")
    assert {each.field: each.value for each in statements} == stated


def test_notes_are_joined():
    sentences = "It is not yet supported for this source. Only used for closed boxes."
    notes = [each.value for each in find_statements(html(f"<p>{sentences}</p>"), Coverage()) if each.field == "note"]
    assert notes == [f"{NOTE} The vendor does not support it yet for this connector."]


def test_the_catalog_notes_a_condition_that_it_cannot_resolve_in_the_same_words():
    assert NOTE == UNREAD
