from __future__ import annotations

from pathlib import Path

import pytest

from generator.blocks.block import Block, Cell, Code, Item, List, Paragraph, Row, Table, walk
from generator.diagnostics import Diagnostics
from generator.records import property_table
from generator.records.coverage import Coverage
from tests.blocks.reading import html
from tests.records.reading import PAGES, read

PAGE = """
<p>words</p>
<ul><li>one<pre>inner</pre></li></ul>
<table><tr><td>a</td><td><ul><li>two</li></ul><table><tr><td>b</td></tr></table></td></tr></table>
<pre>{}</pre>
"""
PLACES = {
    "#a/list[1]/item[1]": "list item",
    "#a/list[1]/item[1]/code[1]": "example",
    "#a/table[1]/row[1]": "table row",
    "#a/table[1]/row[1]/cell[2]/list[1]/item[1]": "list item",
    "#a/table[1]/row[1]/cell[2]/table[1]/row[1]": "table row",
    "#a/code[1]": "example",
}


def unaccounted(coverage: Coverage) -> list[str]:
    diagnostics = Diagnostics("page")
    count = coverage.report_unaccounted(diagnostics)
    assert count == len(diagnostics)
    return [str(each) for each in diagnostics]


def entries(blocks: tuple[Block, ...]) -> list[Row | Item | Code]:
    return [each for each in walk(blocks) if isinstance(each, Row | Item | Code)]


def test_what_is_counted_and_not_claimed_is_an_error():
    coverage = Coverage()
    coverage.count(html(PAGE))
    assert unaccounted(coverage) == [
        f"page:{place}: error [unaccounted] this {kind} is in no record and no diagnostic"
        for place, kind in PLACES.items()
    ]


@pytest.mark.parametrize("place", PLACES)
def test_one_thing_that_nobody_claims_is_enough(place: str):
    coverage, blocks = Coverage(), html(PAGE)
    coverage.count(blocks)
    coverage.claim(*(each for each in entries(blocks) if each.place != place))
    assert [line.split(": ")[0] for line in unaccounted(coverage)] == [f"page:{place}"]


def test_what_is_claimed_is_accounted_for():
    coverage, blocks = Coverage(), html(PAGE)
    coverage.count(blocks)
    coverage.claim_all(blocks)
    assert unaccounted(coverage) == []
    assert all(coverage.is_claimed(each) for each in entries(blocks))


def test_a_claim_of_a_row_does_not_claim_what_is_in_it():
    coverage, blocks = Coverage(), html(PAGE)
    (row,) = (block for block in blocks if isinstance(block, Table))
    coverage.count(blocks)
    coverage.claim(*row.rows)
    assert len(unaccounted(coverage)) == len(PLACES) - 1


def test_paragraphs_are_not_counted():
    coverage = Coverage()
    coverage.count((Paragraph("words", "#a/p[1]"),))
    assert unaccounted(coverage) == []


def test_lists_and_code_that_no_rule_reads_are_notes_and_so_accounted_for():
    coverage, diagnostics, blocks = (
        Coverage(),
        Diagnostics("page"),
        html("<ul><li>one</li><li>two</li></ul><pre>x</pre>"),
    )
    coverage.count(blocks)
    coverage.report_unread_lists(blocks, diagnostics, "acme")
    assert [(each.level.word, each.code, each.place, each.subject) for each in diagnostics] == [
        ("note", "list-not-read", "#a/list[1]", "acme"),
        ("note", "code-not-read", "#a/code[1]", "acme"),
    ]
    assert unaccounted(coverage) == []


def test_spans_are_in_the_order_of_the_text():
    coverage, paragraph = Coverage(), Paragraph("one two three", "#a/p[1]")
    coverage.read(paragraph, 8, 13)
    coverage.read(paragraph, 0, 3)
    coverage.read(paragraph, 0, 3)
    assert coverage.spans("#a/p[1]") == [(0, 3), (8, 13)]


def test_a_paragraph_without_ends_is_read_whole():
    coverage = Coverage()
    coverage.read_cells(Cell((Paragraph("one", "#a/p[1]"), List((), "#a/list[1]"), Paragraph("three", "#a/p[2]"))))
    assert [span for place in ("#a/p[1]", "#a/p[2]") for span in coverage.spans(place)] == [
        (0, 3),
        (0, 5),
    ]


def test_a_reader_that_forgets_a_row_is_found_out(monkeypatch: pytest.MonkeyPatch):
    # The reader of tables drops its second row without a word: the coverage has to notice.
    whole = property_table.TableReader.read

    def forgetful(self: property_table.TableReader, table: Table, subject: str) -> object:
        return whole(self, Table(table.rows[:1], table.place), subject)

    monkeypatch.setattr(property_table.TableReader, "read", forgetful)
    document = read(PAGES / "stitch" / "type_words.html")
    assert document.reading.records.unaccounted == 5
    assert document.codes.count("unaccounted") == 5


def test_an_example_outside_an_examples_part_is_accounted_for(tmp_path: Path):
    page = tmp_path / "page.html"
    content = (PAGES / "stitch" / "type_words.html").read_text(encoding="utf-8")
    page.write_text(f"{content}<pre>loose</pre><ul><li>loose</li></ul>", encoding="utf-8")
    document = read(page)
    assert document.reading.records.unaccounted == 0
    assert {"code-not-read", "list-not-read"} <= set(document.codes)
