from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.unannounced_values import find_unannounced
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The side of your box (<code>left</code> or <code>right</code>).", {"enum": ["left", "right"]}),
        ("How to stack the boxes, <code>UP</code> or <code>DOWN</code>.", {"enum": ["UP", "DOWN"]}),
        (
            "Set the value to <code>UP</code> if it rises (see <code>other</code>). Otherwise, use <code>DOWN</code>.",
            {"enum": ["UP", "DOWN"]},
        ),
        ("If it begins with <code>x</code> then provide <code>EU</code> else <code>US</code>.", {"enum": ["EU", "US"]}),
        (
            "If it is red, enter <code>r</code> here. If it is not, enter <code>n</code>.",
            {"enum": ["r", "n"]},
        ),
        ("Set to <code>true</code> if it rises. Otherwise, set to <code>false</code>.", {}),
        ("The number and the sign (<code>true</code> or <code>false</code>) of a box.", {}),
        ("With a box (<code>left</code> or <code>right</code>) and a lid.", {}),
        ("Region of the shelf (EU/NA/FE). See below.", {"enum": ["EU", "NA", "FE"]}),
        ("Use 'UP' for rising or 'DOWN' for falling.", {"enum": ["UP", "DOWN"]}),
        ("ISO 8601, for instance: <code>YYYY</code>, <code>YYYY-MM</code>", {}),
        ("The name, <code>boxes</code> or <code>crates</code>.", {}),
        ("The side: <code>Up</code> or <code>Down</code>.", {"enum": ["Up", "Down"]}),
        ("Use <code>up</code> to rise, or <code>down</code> to fall.", {"enum": ["up", "down"]}),
        ("Set to <code>UP</code> for hills or <code>DOWN</code> for valleys.", {"enum": ["UP", "DOWN"]}),
        ("Use <code>box_id</code> for boxes and <code>lid_id</code> for lids.", {}),
        ("The type of lid (Open or Shut).", {"enum": ["Open", "Shut"]}),
        ("Lid mode (OPEN, HALF_OPEN or SHUT)", {"enum": ["OPEN", "HALF_OPEN", "SHUT"]}),
        ("The mode of the lid, ALL_OPEN or ALL_SHUT", {"enum": ["ALL_OPEN", "ALL_SHUT"]}),
        ("The format of lists: CSV or JSON.", {"enum": ["CSV", "JSON"]}),
        ("The type of lid: Oak or Pine.", {}),
        ("The garden (Front or Back).", {}),
        ("With a box (<code>left</code> or <code>right</code>).", {}),
        ("The sign of it (<code>true</code> or <code>false</code>).", {}),
        ("The type of lid, Oak or Pine.", {}),
        ("The type of lid (Oak or Pine boxes).", {}),
        ("The type of lid (see Oak or Pine).", {}),
    ],
)
def test_a_sentence_names_the_values(sentence: str, stated: dict[str, Any]):
    assert found(find_unannounced, f"<p>{sentence}</p>") == stated


def test_only_the_values_and_the_noun_are_read():
    assert words_read(find_unannounced, "<p>The green type of it (Open or Shut).</p>") == ["type", "(Open or Shut)"]


def test_the_words_of_a_choice_with_one_value_are_not_read():
    assert words_read(find_unannounced, "<p>Use <code>UP</code> if it rises. Otherwise, use <code>UP</code>.</p>") == []
