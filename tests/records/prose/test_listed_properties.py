from __future__ import annotations

import pytest

from generator.blocks.block import Block, List, Paragraph, markdown
from generator.records.coverage import Coverage
from generator.records.prose.listed_properties import find_properties
from tests.blocks.reading import html
from tests.records.prose.pruning import found_whole_and_pruned

LEAD = "<p>A JSON object with the following properties:</p>"
ITEMS = "<ul><li><strong>size</strong>: How large it is.</li><li><strong>lid.kind</strong> - Its lid.</li></ul>"


def _names(description: str) -> list[str]:
    return [record.name for record, _ in find_properties(html(description), Coverage())]


@pytest.mark.parametrize(
    "lead",
    [
        "A JSON object with the following properties:",
        "Each box is an object with these keys:",
        "This is AN OBJECT with the following fields.",
        "Give an array; each item of it is a JSON object with these properties",
    ],
)
def test_a_list_after_these_words_names_properties(lead: str):
    assert _names(f"<p>{lead}</p>{ITEMS}") == ["size", "lid.kind"]


@pytest.mark.parametrize(
    "lead", ["", "The following properties:", "A JSON object.", "An object with some keys:", "JSON objects:"]
)
def test_a_list_after_other_words_does_not(lead: str):
    assert _names(f"<p>{lead}</p>{ITEMS}") == []


@pytest.mark.parametrize(
    "item",
    [
        "<strong>size</strong>: How large.",
        "<strong>size</strong> - How large.",
        "<strong>size</strong> – How large.",
        "<code>size</code>: How large.",
        "<strong>size</strong>:",
        "<p><strong>size</strong>: How large.</p><p>More.</p>",
    ],
)
def test_an_item_begins_with_a_name(item: str):
    assert _names(f"{LEAD}<ul><li>{item}</li></ul>") == ["size"]


@pytest.mark.parametrize(
    "item", ["", "size: How large.", "<strong>size</strong>", "The <code>size</code>: How large.", "<code>1</code>: x"]
)
def test_one_item_without_a_name_and_the_list_names_none(item: str):
    assert _names(f"{LEAD}<ul><li><strong>lid</strong>: Its lid.</li><li>{item}</li></ul>") == []


def test_paragraphs_and_other_lists_may_stand_between():
    assert _names(f"{LEAD}<p>Mind this.</p><ul><li>First.</li></ul>{ITEMS}") == ["size", "lid.kind"]


def test_a_list_before_the_words_names_none():
    assert _names(f"{ITEMS}{LEAD}") == []


def test_a_record_has_the_rest_of_its_item_as_description():
    item = "<li><p><strong>size</strong>: How large.</p><p>More.</p></li>"
    ((record, blocks),) = find_properties(html(f"{LEAD}<ul>{item}</ul>"), Coverage())

    assert record.description == "How large.\n\nMore."
    assert record.named_in_example
    assert (record.type_words, record.requirement) == ((), None)
    assert markdown(blocks).endswith("More.")


def test_each_record_has_a_place_of_its_own():
    records = [record for record, _ in find_properties(html(LEAD + ITEMS), Coverage())]

    assert len({record.place for record in records}) == len(records)


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, List):
            found += [text for item in block.items for text in _texts(item.blocks)]
    return found


WORDY = (
    "<p>WORDS. A JSON object with the following properties, of BOXES:</p><p>BETWEEN.</p>"
    "<ul><li><strong>size</strong>: HOW LARGE.</li><li><code>lid</code> - WHICH.</li></ul>"
)


def test_only_the_announcement_and_the_names_are_read():
    _, _, left = found_whole_and_pruned(find_properties, WORDY)

    texts = _texts(left)
    assert [text.rstrip() for text in texts] == ["JSON object with the following properties", "**size**:", "`lid` -"]


def test_the_words_that_were_read_give_the_same_records():
    whole, pruned, _ = found_whole_and_pruned(find_properties, WORDY)

    assert len(whole) == 2
    assert [(record.name, record.place) for record, _ in pruned] == [(record.name, record.place) for record, _ in whole]


def test_items_are_claimed_only_where_they_are_read():
    for description, expected in ((LEAD + ITEMS, True), (ITEMS, False)):
        blocks, coverage = html(description), Coverage()
        find_properties(blocks, coverage)
        (listing,) = (block for block in blocks if isinstance(block, List))
        assert [coverage.is_claimed(item) for item in listing.items] == [expected] * 2
