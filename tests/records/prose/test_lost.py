from __future__ import annotations

import pytest

from generator.blocks.block import Block, Paragraph
from generator.diagnostics import Diagnostics, Level
from generator.records.coverage import Coverage
from generator.records.prose.lost import report_lost
from generator.records.record import Statement
from tests.blocks.reading import html
from tests.records.prose.pruning import found_whole_and_pruned

SUBJECT = "stitch/source/platform.x form.a"


def _notes(blocks: tuple[Block, ...], coverage: Coverage, *found: str) -> Diagnostics:
    diagnostics = Diagnostics("page")
    report_lost(blocks, [Statement(field, "x") for field in found], coverage, diagnostics, SUBJECT)
    return diagnostics


def _codes(blocks: tuple[Block, ...], coverage: Coverage, *found: str) -> list[str]:
    return [each.code for each in _notes(blocks, coverage, *found)]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Accepted values are:", ["enum-lost"]),
        ("How quick. Possible values:", ["enum-lost"]),
        ("Supported values are: Refer to the page.", ["enum-lost"]),
        ("Required only if .", ["requiredWhen-lost"]),
        ("Must be populated if", ["requiredWhen-lost"]),
        ("Specify only for .", ["requiredWhen-lost"]),
        ("The default is .", ["default-lost"]),
        ("Default value: .", ["default-lost"]),
        ("This will default to , as ever.", ["default-lost"]),
        ("The default value is . Possible values:", ["enum-lost", "default-lost"]),
    ],
)
def test_an_announcement_without_its_value_is_a_note(sentence: str, codes: list[str]):
    assert _codes(html(f"<p>{sentence}</p>"), Coverage()) == codes


@pytest.mark.parametrize(
    "sentence",
    [
        "Accepted values are: many.",
        "Only required if it rains.",
        "The default is to wait.",
        "By default, it waits.",
        "A default value.",
        "This is required.",
        "Words.",
    ],
)
def test_other_words_announce_nothing(sentence: str):
    assert _codes(html(f"<p>{sentence}</p>"), Coverage()) == []


@pytest.mark.parametrize(
    ("sentence", "field"),
    [("Possible values:", "enum"), ("Required only if .", "requiredWhen"), ("The default is .", "default")],
)
def test_what_a_rule_has_found_is_not_lost(sentence: str, field: str):
    assert _codes(html(f"<p>{sentence}</p>"), Coverage(), field) == []
    assert _codes(html(f"<p>{sentence}</p>"), Coverage(), "unit") == [f"{field}-lost"]


def test_a_list_that_is_there_is_not_lost():
    assert _codes(html("<p>Possible values:</p><ul><li>fast</li></ul>"), Coverage()) == []


def test_the_note_says_what_and_where():
    (note,) = _notes(html("<p>Words.</p><p>Required only if .</p>"), Coverage())

    assert (note.level, note.subject) == (Level.NOTE, SUBJECT)
    assert note.place.endswith("p[2]")
    assert "condition" in note.message


def test_only_the_announcement_is_read_and_gives_the_same_note():
    whole, pruned, left = found_whole_and_pruned(_codes, "<p>WORDS. The default is . MORE.</p><p>OTHERS.</p>")

    assert whole == pruned == ["default-lost"]
    assert [block.text for block in left if isinstance(block, Paragraph)] == ["default is"]
