from __future__ import annotations

from generator.blocks.block import Code, Item, Paragraph, Table, walk
from generator.blocks.text import read_text
from generator.diagnostics import Diagnostics
from tests.blocks.reading import faults, only_list, text


def test_a_text_without_headings_is_one_section():
    (section,) = read_text("Acme\nwords", Diagnostics("page")).sections
    assert (section.level, section.text, section.place) == (0, "", "line 1")


def test_headings_as_in_markdown_begin_sections():
    found = read_text("before\n# Acme API\ntext\n### **Config** parameters ##\n", Diagnostics("page")).sections
    assert [(each.level, each.text, each.place) for each in found] == [
        (0, "", "line 1"),
        (1, "Acme API", "line 2"),
        (3, "Config parameters", "line 4"),
    ]
    assert [each.blocks for each in found] == [
        (Paragraph("before", "line 1/p"),),
        (Paragraph("text", "line 3/p"),),
        (),
    ]


def test_a_line_in_a_payload_is_not_a_heading():
    page = read_text('{\n"a": 1,\n"b": "\n# c"\n}\nafter', Diagnostics("page"))
    assert len(page.sections) == 1


def test_lines_are_paragraphs_with_their_number_as_place():
    assert text("one\n\n two \n") == (Paragraph("one", "line 1/p"), Paragraph("two", "line 3/p"))


def test_windows_line_ends_are_line_ends():
    assert text("one\r\ntwo\r\n") == (Paragraph("one", "line 1/p"), Paragraph("two", "line 2/p"))


def test_a_payload_is_code_and_a_table_is_a_table():
    blocks = text('Acme\n{"a": 1}\nName | Description |\n|---|---|\na | words |\n\nafter')
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Code", "Table", "Paragraph"]
    assert [block.place for block in blocks] == ["line 1/p", "line 2/code", "line 3/table", "line 7/p"]


def test_text_around_a_payload_is_two_paragraphs():
    before, payload, after = text('POST https://acme.example/v1{ "a": 1 } and so on')
    assert isinstance(payload, Code)
    assert [block.text for block in (before, after) if isinstance(block, Paragraph)] == [
        "POST https://acme.example/v1",
        "and so on",
    ]


def test_every_block_has_a_place_of_its_own():
    content = 'a { "b": 1 } c { "d": 2 } e\nName | Description |\n|---|---|\nf | g |\n- h\n- i\n'
    places = [block.place for block in walk(text(content))]
    assert sorted(places) == sorted(set(places))


def test_bullets_and_numbers_are_items():
    found = only_list(text("- one\n* two\n• three\n1. four\n2) five"))
    assert [[block.text for block in item.blocks if isinstance(block, Paragraph)] for item in found.items] == [
        ["one"], ["two"], ["three"], ["four"], ["five"]
    ]  # fmt: skip


def test_the_text_of_an_item_may_stand_on_the_line_after_its_bullet():
    assert only_list(text("-\none\n-\ntwo")).items == (
        Item((Paragraph("one", "line 1/p"),), "line 1/item"),
        Item((Paragraph("two", "line 3/p"),), "line 3/item"),
    )


def test_a_table_may_follow_a_table():
    table = "Name | Description |\n|---|---|\na | words |\n"
    blocks = text(f"{table}\nConfig parameters\n{table}")
    assert [block.place for block in blocks if isinstance(block, Table)] == ["line 1/table", "line 6/table"]


def test_text_that_ends_in_a_payload_is_cut_off():
    assert faults(read_text, 'Acme\n{ "a": 1,\n "b": {') == ["cut-off line 2"]


def test_text_that_ends_in_a_stacked_row_is_cut_off():
    assert faults(read_text, "port\nINTEGER\nREQUIRED |\nThe num") == ["cut-off line 1/row"]


def test_text_that_ends_in_a_cell_of_a_headed_table_is_cut_off():
    # The rows above close their last cell; this one does not, and nothing follows it.
    assert faults(read_text, "Name | Description |\n|---|---|\na | words |\nb | more wo") == ["cut-off line 4/row"]


def test_a_whole_text_is_not_cut_off():
    assert faults(read_text, 'Acme\n{ "a": 1 }\nName | Description |\n|---|---|\na | words |\n') == []
