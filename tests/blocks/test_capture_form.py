from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from generator.blocks.capture import CaptureError, page_from_json, page_to_json
from generator.blocks.html import read_html
from generator.blocks.text import read_text
from generator.diagnostics import Diagnostics
from generator.serialize import dumps

Shape = Any
"""A block without its place: a kind and its content."""


def through_json(page: Page) -> Page:
    return page_from_json(json.loads(dumps(page_to_json(page))))


def contents(page: Page) -> list[tuple[Any, ...]]:
    """Everything of a page that counts; a section's function that reads it is not equal to another."""
    return [(each.level, each.text, each.anchor, each.place, each.blocks) for each in page.sections]


HTML = """
<p>before</p>
<h2 id="acme">Acme</h2>
<p>words <code>a</code></p><pre>{
  "a": 1
}</pre>
<table>
  <tr><th>Name</th><th></th></tr>
  <tr><td>a</td><td>one<table><tr><td>b</td></tr></table>two<ul><li>c<ul><li>d</li></ul></li><li></li></ul></td></tr>
</table>
<table></table>
<h3>No anchor</h3>
<p>after</p>
"""
TEXT = """Acme
POST https://acme.example { "a": 1 } and then
# Config parameters
| Name | Description |
|---|---|
a | one
two |

- three
- four
port
INTEGER
REQUIRED |
Where. |
"""


@pytest.mark.parametrize(("read", "content"), [(read_html, HTML), (read_text, TEXT)], ids=["html", "text"])
def test_a_page_is_the_same_after_writing_and_reading(read: Callable[[str, Diagnostics], Page], content: str):
    page = read(content, Diagnostics("page"))
    assert contents(through_json(page)) == contents(page)


def test_the_form_is_short_to_read():
    page = read_html('<h2 id="a">T</h2><table><tr><th>N</th><td>x<p>y</p></td></tr></table>', Diagnostics("page"))
    assert page_to_json(page)[1] == {
        "level": 2,
        "text": "T",
        "anchor": "a",
        "place": "#a",
        "blocks": {
            "table[1]": {
                "row[1]": [{"head": True, "cell[1]/p[1]": "N"}, {"cell[2]/p[1]": "x", "cell[2]/p[2]": "y"}],
            },
        },
    }


def blocks_of(shapes: list[Shape], above: str) -> tuple[Block, ...]:
    """Blocks of these shapes with the places that a reader gives."""
    counts: dict[str, int] = {}
    found = []
    for kind, content in shapes:
        counts[kind] = counts.get(kind, 0) + 1
        found.append(block_of(kind, content, f"{above}/{kind}[{counts[kind]}]"))
    return tuple(found)


def block_of(kind: str, content: Any, place: str) -> Block:
    if kind == "p":
        return Paragraph(content, place)
    if kind == "code":
        return Code(content, place)
    if kind == "list":
        places = [f"{place}/item[{number}]" for number in range(1, len(content) + 1)]
        return List(tuple(Item(blocks_of(each, at), at) for each, at in zip(content, places, strict=True)), place)
    places = [f"{place}/row[{number}]" for number in range(1, len(content) + 1)]
    return Table(tuple(Row(cells_of(row, at), at) for row, at in zip(content, places, strict=True)), place)


def cells_of(row: list[tuple[bool, list[Shape]]], place: str) -> tuple[Cell, ...]:
    wide = len(row) == 1
    return tuple(Cell(blocks_of(cell, f"{place}/cell[{at}]"), head, wide) for at, (head, cell) in enumerate(row, 1))


def deeper(shapes: st.SearchStrategy[Shape]) -> st.SearchStrategy[Shape]:
    some = st.lists(shapes, max_size=3)
    lists = st.tuples(st.just("list"), st.lists(some, max_size=3))
    tables = st.tuples(st.just("table"), st.lists(st.lists(st.tuples(st.booleans(), some), max_size=3), max_size=3))
    return lists | tables


WORDS = st.text(max_size=20)
SHAPES = st.recursive(st.tuples(st.sampled_from(["p", "code"]), WORDS), deeper, max_leaves=8)
PLACES = st.sampled_from(["#acme", "#acme-form[1]", "heading[3]", "line 12"])


@given(st.lists(st.tuples(st.integers(0, 6), WORDS, PLACES, st.lists(SHAPES, max_size=4)), max_size=3))
def test_any_blocks_are_the_same_after_writing_and_reading(shapes: list[tuple[int, str, str, list[Shape]]]):
    page = Page(
        tuple(
            Section(level, text, place.strip("#"), place, blocks_of(content, place))
            for level, text, place, content in shapes
        )
    )
    assert contents(through_json(page)) == contents(page)


SECTION = {"level": 2, "text": "T", "anchor": "a", "place": "#a", "blocks": {}}


@pytest.mark.parametrize(
    "sections",
    [
        None,
        5,
        "words",
        {},
        [None],
        ["words"],
        [{}],
        [{name: value for name, value in SECTION.items() if name != "blocks"}],
        [SECTION | {"blocks": []}],
        [SECTION | {"blocks": "words"}],
        [SECTION | {"blocks": {"picture[1]": "x"}}],
        [SECTION | {"blocks": {"": "x"}}],
        [SECTION | {"blocks": {"p[1]": 5}}],
        [SECTION | {"blocks": {"code[1]": None}}],
        [SECTION | {"blocks": {"list[1]": ["x"]}}],
        [SECTION | {"blocks": {"list[1]": {"item[1]": "x"}}}],
        [SECTION | {"blocks": {"table[1]": {"row[1]": {"cell[1]/p[1]": "x"}}}}],
        [SECTION | {"blocks": {"table[1]": {"row[1]": ["x"]}}}],
        [SECTION | {"blocks": {"table[1]": {"row[1]": [{"head": "x"}]}}}],
        [SECTION | {"level": "two"}],
        [SECTION | {"text": None}],
        [SECTION | {"anchor": 5}],
        [SECTION | {"place": 5}],
    ],
    ids=json.dumps,
)
def test_another_form_is_a_fault(sections: Any):
    with pytest.raises(CaptureError):
        page_from_json(sections)
