from __future__ import annotations

import pytest

from generator.blocks.text_lines import lines_of
from generator.blocks.text_tables import table_at
from tests.blocks.reading import only_table, rows, text

SEPARATORS = ["|---|---|", "|---|---|---|", "---|---", "--- | ---", "| :--- | ---: |", "|:-:|:-:|", "| -- | -- |"]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_separator_makes_the_line_before_it_a_head(separator: str):
    table = only_table(text(f"Name | Description |\n{separator}\na | words |"))
    assert [[cell.head for cell in row.cells] for row in table.rows] == [[True, True], [False, False]]


@pytest.mark.parametrize("head", ["| Name | Description |", "Name | Description |", "Name | Description"])
@pytest.mark.parametrize("row", ["| a | words |", "a | words |", "a | words"])
def test_pipes_at_the_ends_may_be_missing(head: str, row: str):
    assert rows(text(f"{head}\n|---|---|\n{row}")) == [["Name", "Description"], ["a", "words"]]


def test_the_label_after_a_name_stays_in_its_cell():
    assert rows(text("Name | Description |\n|---|---|\na (required) | words |"))[1] == ["a (required)", "words"]


def test_a_cell_over_several_lines_is_one_cell():
    content = "Name | Description |\n|---|---|\na | one\ntwo\nthree |\nb | words |"
    assert rows(text(content))[1:] == [["a", "one\ntwo\nthree"], ["b", "words"]]


def test_a_name_on_its_own_line_begins_a_row():
    assert rows(text("Name | Description |\n|---|---|\na\n| words |\nb\n| more |"))[1:] == [
        ["a", "words"],
        ["b", "more"],
    ]


def test_an_escaped_pipe_is_part_of_a_cell():
    assert rows(text("Name | Description |\n|---|---|\na | x \\| y |"))[1] == ["a", "x | y"]


def test_pipes_beyond_the_last_column_are_part_of_the_last_cell():
    assert rows(text("Name | Description |\n|---|---|\na | one of: x | y | z |"))[1] == ["a", "one of: x | y | z"]


def test_an_empty_cell_is_a_cell():
    assert rows(text("Name | Type | Description |\n|---|---|---|\na | | words |"))[1] == ["a", "", "words"]


def test_an_empty_line_ends_a_table():
    blocks = text("Name | Description |\n|---|---|\na | words |\n\nb is another thing.")
    assert [type(block).__name__ for block in blocks] == ["Table", "Paragraph"]


def test_a_payload_ends_a_table():
    blocks = text('Name | Description |\n|---|---|\na | words |\n{"b": 1}')
    assert [type(block).__name__ for block in blocks] == ["Table", "Code"]


def test_a_sentence_after_a_table_is_not_in_it():
    blocks = text("Name | Description |\n|---|---|\na | words |\nAuthorization comes next.")
    assert rows(blocks)[1:] == [["a", "words"]]
    assert type(blocks[-1]).__name__ == "Paragraph"


def test_a_table_after_a_table_begins_with_its_own_head():
    content = "Name | Description |\n|---|---|\na | words |\nName | Description |\n|---|---|\nb | words |"
    tables = [block for block in text(content) if type(block).__name__ == "Table"]
    assert [rows((table,))[1:] for table in tables] == [[["a", "words"]], [["b", "words"]]]


def test_a_row_with_too_few_cells_keeps_those_that_it_has():
    assert rows(text("Name | Type | Description |\n|---|---|---|\na | words\n\nafter"))[1] == ["a", "words"]


def test_stacked_cells_are_a_table_without_a_head():
    content = "start_date\nSTRING\nREQUIRED |\nFrom\nwhen on. |\nport\nINTEGER\nOPTIONAL |\nWhere. |"
    assert rows(text(content)) == [
        ["start_date\nSTRING\nREQUIRED", "From\nwhen on."],
        ["port\nINTEGER\nOPTIONAL", "Where."],
    ]


def test_a_stack_of_name_and_type_alone_is_a_stack():
    assert rows(text("id\nSTRING |\nWhat it is. |")) == [["id\nSTRING", "What it is."]]


def test_rows_of_several_cells_on_one_line_need_no_head():
    assert rows(text("Acme | Source | acme |\nBolt | Destination | bolt |\nwords")) == [
        ["Acme", "Source", "acme"],
        ["Bolt", "Destination", "bolt"],
    ]


def test_the_place_of_a_row_is_its_first_line():
    table = only_table(text("x\nName | Description |\n|---|---|\na | one\ntwo |\nb | words |"))
    assert [row.place for row in table.rows] == ["line 2/row", "line 4/row", "line 6/row"]
    assert [cell.blocks[0].place for cell in table.rows[1].cells] == ["line 4/cell[1]/p", "line 4/cell[2]/p"]


@pytest.mark.parametrize("content", ["words", "a | b", "one\ntwo\nthree", "STRING\nREQUIRED |"])
def test_other_lines_are_not_a_table(content: str):
    found = table_at(list(lines_of(content)), 0)
    assert found is None or not found.whole
