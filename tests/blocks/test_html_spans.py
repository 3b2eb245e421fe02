"""Cells that span rows or columns are in each row and column that they cover."""

from __future__ import annotations

import pytest

from generator.blocks.block import walk
from generator.blocks.html import read_html
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import PAGE
from tests.blocks.reading import faults, html, only_table, rows


def _rows(markup: str) -> list[list[str]]:
    return rows(html(f"<table>{markup}</table>"))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<tr><td rowspan=2>a<td>b<tr><td>c", [["a", "b"], ["a", "c"]]),
        ("<tr><td>a<td rowspan=2>b<tr><td>c", [["a", "b"], ["c", "b"]]),
        ("<tr><td>a<td rowspan=3>b<td>x<tr><td>c<td>y<tr><td>d", [["a", "b", "x"], ["c", "b", "y"], ["d", "b"]]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [["a", "a", "b"], ["c", "d", "e"]]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e", [["a", "a", "b"], ["a", "a", "c"], ["d", "e"]]),
        ("<tr><td rowspan=2>a<td rowspan=2>b<td>c<tr><td>d", [["a", "b", "c"], ["a", "b", "d"]]),
        # The last of three columns hangs down beside a row that lacks the second one.
        ("<tr><td>a<td>b<td rowspan=2>c<tr><td>d", [["a", "b", "c"], ["d", "", "c"]]),
        # A column in which no cell begins is none.
        ("<tr><td>a<td colspan=2>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td colspan=9>a<td>b<tr><td colspan=9>c<td>d", [["a", "b"], ["c", "d"]]),
        # A row without a cell of its own is only spanned.
        ("<tr><td rowspan=2>a<td rowspan=2>b<tr><tr><td>c<td>d", [["a", "b"], [], ["c", "d"]]),
    ],
)  # fmt: skip
def test_a_cell_is_in_each_row_and_column_that_it_covers(markup: str, expected: list[list[str]]) -> None:
    assert _rows(markup) == expected


@pytest.mark.parametrize("number", ["0", "000", "1000000", "9" * 5000, "0" * 5000 + "2", "65535", " +7 rows"])
def test_a_cell_ends_with_its_group_of_rows(number: str) -> None:
    body = f'<tbody><tr><td rowspan="{number}">a<td>b<tr><td>c<tbody><tr><td>d<td>e'
    assert _rows(body) == [["a", "b"], ["a", "c"], ["d", "e"]]


@pytest.mark.parametrize("number", ["", "1", "-2", "two", "1.9", "٢", "x2"])
def test_what_is_no_number_of_rows_is_one(number: str) -> None:
    assert _rows(f'<tbody><tr><td rowspan="{number}">a<td>b<tr><td>c<td>d') == [["a", "b"], ["c", "d"]]


def test_a_cell_that_spans_all_columns_alone_stays_one_cell() -> None:
    table = only_table(html("<table><tr><td colspan=2>a<tr><td>b<td>c<tr><td colspan=5>d<tr><td>e</table>"))
    assert [[(cell.text, cell.wide) for cell in row.cells] for row in table.rows] == [
        [("a", True)],
        [("b", False), ("c", False)],
        [("d", True)],
        [("e", False)],
    ]


def test_no_document_marks_its_cells_as_wide_itself() -> None:
    table = only_table(html("<table><tr><td data-spans-the-row>a</table>"))
    assert [cell.wide for row in table.rows for cell in row.cells] == [False]


def test_copies_have_their_tables_and_places_of_their_own() -> None:
    inner = "<table><tr><td rowspan=2>x<td>y<tr><td>z</table>"
    found = html(f"<table><tr><td rowspan=2>a {inner}<td>b<tr><td>c</table>")
    places = [block.place for block in walk(found)]

    assert len({*places}) == len(places)
    assert sum(place.endswith("/cell[1]/table[1]/row[2]/cell[1]/p[1]") for place in places) == 2


def test_text_between_cells_is_kept_once() -> None:
    found = html("<table><tr><td rowspan=2>a</td>loose<td>b</td></tr><tr>stray<td>c</td></tr></table>")
    texts = [block.text for block in walk(found) if hasattr(block, "text")]

    assert sorted(texts) == ["a", "a", "b", "c", "loosestray"]


def test_cells_that_overlap_are_an_error_and_the_first_one_counts() -> None:
    markup = "<p>x</p><table>\n<tr><td>a<td rowspan=2>b<tr>\n<td colspan=2>c<tr><td>d<td>e</table>"
    page = read_html(markup, Diagnostics("page"))

    assert faults(read_html, markup) == ["cells-overlap line 3"]
    assert rows(page.sections[0].blocks) == [["a", "b"], ["c", "b"], ["d", "e"]]


@pytest.mark.parametrize(
    "content",
    [
        "<tr><td rowspan=0>x" * 2_000,
        "<tr>" + "<td colspan=99999>x" * 1_100,
        "<tr>" + "<td rowspan=0>x" * 1_000 + "<tr><td>y" * 2_000,
        f"<tr><td rowspan=0>{'x' * 100_000}<td>y" + "<tr><td>y" * 20,
    ],
    ids=["staircase", "columns", "wide and long", "long text"],
)  # fmt: skip
def test_copies_have_a_bound(content: str) -> None:
    found = faults(read_html, f"<table><tbody>{content}</table>")
    assert found == ["too-large line 1"]


def test_the_bound_is_for_the_page() -> None:
    table = f"<table><tr><td rowspan=2>{'x' * (PAGE.copies // 2)}<td>a<tr><td>b</table>"
    assert faults(read_html, table) == []
    assert faults(read_html, table * 3) == ["too-large line 1", "too-large line 1"]
