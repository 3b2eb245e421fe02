from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.blocks.block import Code, Page, Paragraph, Section
from generator.blocks.capture import page_to_json
from generator.records.coverage import Coverage
from generator.records.prune import GAP, prune
from generator.serialize import dumps
from tests.records.reading import captured, read_text_of

PARAGRAPH = Paragraph("one two three four", "#a/p[1]")


def pruned(coverage: Coverage, *blocks: Paragraph | Code) -> list[str]:
    coverage.sections.add("#a")
    page = prune(Page((Section(2, "T", "a", "#a", blocks),)), coverage)
    return [block.text for section in page.sections for block in section.blocks if isinstance(block, Paragraph | Code)]


def test_a_paragraph_that_no_rule_reads_leaves_nothing():
    assert pruned(Coverage(), PARAGRAPH) == []


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([(0, 3)], "one"),
        ([(4, 8), (14, 18)], f"two{GAP}four"),
        ([(14, 18), (4, 7)], f"two{GAP}four"),
        ([(0, 7), (4, 13)], "one two three"),
        ([(0, 13), (4, 7)], "one two three"),
        ([(0, 3), (3, 7)], "one two"),
        ([(0, 18)], "one two three four"),
    ],
)
def test_a_paragraph_keeps_the_words_that_were_read(spans: list[tuple[int, int]], text: str):
    coverage = Coverage()
    for start, end in spans:
        coverage.read(PARAGRAPH, start, end)
    assert pruned(coverage, PARAGRAPH) == [text]


def test_an_example_that_was_counted_is_kept_and_another_is_not():
    coverage, kept, other = Coverage(), Code("{}", "#a/code[1]"), Code("[]", "#a/code[2]")
    coverage.count((kept,))
    assert pruned(coverage, kept, other) == ["{}"]


def test_of_an_example_only_what_was_read_is_kept():
    coverage, code = Coverage(), Code('{"a": 1, "b": 2}', "#a/code[1]")
    coverage.count((code,))
    coverage.read_code(code, '{"a": 1}')
    assert pruned(coverage, code) == ['{"a": 1}']


def test_a_section_that_nobody_read_is_gone():
    sections = (Section(0, "", "", "line 1"), Section(2, "Other", "b", "#b"))
    assert prune(Page(sections), Coverage()).sections == ()


HEAD = """
<h1>Intro</h1><p>INTRODUCTION</p><table><tr><td>FOREIGN</td></tr></table>
<h4 id="source-acme-object">The Acme source connection property object</h4>
<p>OPENING correspond to source <code>type: platform.acme</code>. CLOSING</p>
<ul><li>BULLET</li></ul>
"""
ROW = """<table><tr><td><strong>speed</strong><br>STRING<br>REQUIRED</td><td>
<p>BEFORE</p><p>LEADING. Accepted values are:</p>
<ul><li><code>fast</code>: MEANING</li><li><code>slow</code> MORE</li></ul>
<p>AFTER <a href="#TARGET">LINKED</a> it will never be returned TRAILING</p><ol><li>STEPWISE</li></ol><pre>SNIPPET</pre>
</td></tr></table><p>BELOW</p><h2>Outro</h2><p>FAREWELL</p>"""


def test_a_capture_holds_what_is_stated_and_none_of_the_words_around_it(tmp_path: Path):
    document = read_text_of(HEAD + ROW, tmp_path)
    text = json.dumps(captured(document, tmp_path).reading.document.data["sections"])
    words = ["INTRODUCTION", "FOREIGN", "OPENING", "CLOSING", "BULLET", "BEFORE", "LEADING", "MEANING", "MORE", "AFTER"]
    words += ["TARGET", "LINKED", "TRAILING", "STEPWISE", "BELOW", "FAREWELL", "Intro", "Outro"]
    assert [word for word in words if word in text] == []
    for kept in ("speed", "STRING", "REQUIRED", "`fast`", "`slow`", "never be returned", "type: platform.acme"):
        assert kept in text


def test_a_capture_keeps_the_places_of_its_document(tmp_path: Path):
    document = read_text_of(HEAD + ROW, tmp_path)
    capture = captured(document, tmp_path)
    assert [line.partition(":")[2] for line in capture.lines] == [line.partition(":")[2] for line in document.lines]


def test_a_capture_is_smaller_than_its_blocks(tmp_path: Path):
    reading = read_text_of(HEAD + ROW, tmp_path).reading
    whole, reduced = dumps(page_to_json(reading.blocks)), dumps(page_to_json(prune(reading.blocks, reading.coverage)))
    assert len(reduced) < len(whole)
