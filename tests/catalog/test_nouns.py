"""Whether two descriptions share a noun."""

from __future__ import annotations

import pytest

from generator.catalog.nouns import share_noun
from generator.catalog.synonyms import load_synonyms
from generator.diagnostics import Diagnostics
from generator.paths import Layout

SYNONYMS = load_synonyms(Layout().synonyms, Diagnostics()).descriptions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Name of the harbour.", "The harbour that ships call at."),
        ("Harbours to visit.", "One harbour."),
        ("Ferries that leave.", "The ferry."),
        ("Boxes on board.", "A box."),
        ("Switches of the lighthouse.", "A switch for lamps."),
        ("Way in which the harbour is encrypted.", "Encryption of messages."),
        ("Folder of the crew.", "A directory for sailors."),
        ("Password of the captain.", "Your passphrase."),
        ("Name of the user.", "Your username."),
        ("List of CSVs.", "Layout of CSV lines."),
        ("Fields of the deckHand.", "The hand that pulls ropes."),
        ("Whether to do so.", "Anchors."),
        ("", "Anchors."),
        ("Name of the value.", "The parameter."),
    ],
)
def test_texts_about_the_same_thing(one: str, other: str) -> None:
    assert share_noun(one, other, SYNONYMS)
    assert share_noun(other, one, SYNONYMS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Name of the harbour.", "Name of the lighthouse."),
        ("ID of the crew.", "The ID that identifies an anchor."),
        ("Password of the captain.", "Port of call."),
        ("See [the map](https://harbour.example/anchors).", "Anchors."),
        ("The harbour at https://anchors.example/.", "Anchors."),
        ("Harbour where <b>x</b> is.", "Bold letters."),
        ("Must be given with `anchor_mode` for ships.", "Mode of the anchor."),
    ],
)
def test_texts_about_different_things(one: str, other: str) -> None:
    assert not share_noun(one, other, SYNONYMS)
    assert not share_noun(other, one, SYNONYMS)


def test_the_words_of_the_connectors_name_do_not_count() -> None:
    assert share_noun("Lighthouse of Acme.", "Harbour of Acme.", SYNONYMS)
    assert not share_noun("Lighthouse of Acme Boats.", "Harbour of Acme boats.", SYNONYMS, "Acme Boats")
    assert share_noun("Acme.", "Harbour of Acme.", SYNONYMS, "Acme")
