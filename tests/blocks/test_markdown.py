"""A short Markdown text, as OpenAPI files hold it, in blocks."""

from __future__ import annotations

import pytest

from generator.blocks.block import Item, List, Paragraph, walk
from generator.blocks.markdown import read_markdown

PLACE = "/schemas/x"
Shape = str | list[str]


def _shape(text: str) -> list[Shape]:
    """Paragraphs as texts, lists as lists of their items' texts."""
    shapes: list[Shape] = []
    for block in read_markdown(text, PLACE):
        if isinstance(block, List):
            shapes.append([each.text for item in block.items for each in item.blocks if isinstance(each, Paragraph)])
        else:
            assert isinstance(block, Paragraph)
            shapes.append(block.text)
    return shapes


@pytest.mark.parametrize("text", ["", " ", "\n\n", "<br>", "<p></p>"])
def test_nothing_gives_no_blocks(text: str) -> None:
    assert read_markdown(text, PLACE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "One.\nTwo.",
        "One.\r\n\r\n Two. ",
        "One.<br>Two.",
        "One.<BR />Two.",
        "<p>One.</p><p>Two.</p>",
        "<p>One.</p>Two.",
        "One.<p class='x'>Two.",
        "<!-- a comment --><p>One.</p>Two.<script>three()</script>",
    ],
)
def test_each_line_is_a_paragraph(text: str) -> None:
    assert _shape(text) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "inline"),
    [
        ("Set <code>a</code>.", "Set `a`."),
        ("Set `a`.", "Set `a`."),
        ("<strong>Mind</strong> <b>this</b>.", "**Mind** **this**."),
        ("<STRONG class='x'>Mind</STRONG>", "**Mind**"),
        ("<b>Set <code>a</code></b> now", "**Set `a`** now"),
        ("<i>Mind</i> <a href='x'>this</a>.", "Mind [this](x)."),
        ("<i>Mind</i> <a>this</a>, <a href='x (y)'>that</a>.", "Mind this, that."),
        ("Mind</i> this.", "Mind this."),
        ("`x_<name>`", "`x_<name>`"),
        ("<b>A</b>`x_<name>` of `<b>`", "**A**`x_<name>` of `<b>`"),
        ("The name` of <b>all</b> `x`", "The name` of **all** `x`"),
        ("x_<name>", "x_"),
        ("Less &lt; more &amp; more.", "Less < more & more."),
        ("<i>Less</i> &lt; more &amp;&nbsp;more.", "Less < more &\xa0more."),
        ("Less < more and 3 > 2.", "Less < more and 3 > 2."),
        ("<i>Less</i> < more and 3 > 2.", "Less < more and 3 > 2."),
        ("&lt;b&gt; is text.", "<b> is text."),
        ("<i>&lt;b&gt;</i> is text.", "<b> is text."),
        ("https://acme.example/?a=1&b=2", "https://acme.example/?a=1&b=2"),
    ],
)
def test_markup_becomes_the_marks_of_inline_text(text: str, inline: str) -> None:
    assert _shape(text) == [inline]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "-   "])
def test_lines_with_a_mark_are_items(mark: str) -> None:
    assert _shape(f"Words:\n{mark}one\n{mark}two\nMore.") == ["Words:", ["one", "two"], "More."]


def test_items_in_html_are_items() -> None:
    assert _shape("Words:\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\nMore.") == ["Words:", ["one", "two"], "More."]


@pytest.mark.parametrize("tag", ["ul", "ol", "UL"])
def test_items_in_html_on_one_line_are_items_too(tag: str) -> None:
    markup = f"Words:<{tag}><li>one</li><li>two <b>three</b></li></{tag}>More."
    assert _shape(markup) == ["Words:", ["one", "two **three**"], "More."]


def test_items_in_html_need_no_list_around_them() -> None:
    assert _shape("Words:<li>one</li><li>two</li>More.") == ["Words:", ["one", "two"], "More."]


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_without_items_is_a_paragraph(tag: str) -> None:
    assert _shape(f"One.<{tag}>Two.</{tag}>Three.") == ["One.", "Two.", "Three."]


def test_the_items_of_a_nested_list_are_items_of_the_outer_one() -> None:
    assert _shape("Words:<ul><li>one<ul><li>two</li></ul></li></ul>") == ["Words:", ["one", "two"]]


@pytest.mark.parametrize("tag", ["b", "ul><li"])
def test_deep_nesting_is_read(tag: str) -> None:
    assert len(read_markdown(f"One.{f'<{tag}>' * 40}Two.", PLACE)) > 0


@pytest.mark.parametrize("dash", ["-", "–", "—", ":"])
def test_lines_that_begin_with_a_literal_are_items(dash: str) -> None:
    assert _shape(f"Words:\n`a` {dash} one\n`b`{dash} two") == ["Words:", [f"`a` {dash} one", f"`b`{dash} two"]]


@pytest.mark.parametrize("text", ["`a` is one.", "-one", "*one*", "**One**", "A - one", "1 - one"])
def test_other_lines_are_not_items(text: str) -> None:
    assert _shape(f"Words:\n{text}") == ["Words:", text]


@pytest.mark.parametrize("text", ["- one", "`a`: one"])
def test_a_first_line_is_not_an_item(text: str) -> None:
    assert _shape(text) == [text]


def test_two_lists_with_words_between_are_two() -> None:
    assert _shape("A:\n- one\nB:\n- two\n- three") == ["A:", ["one"], "B:", ["two", "three"]]


def test_empty_lines_do_not_cut_a_list() -> None:
    assert _shape("A:\n\n- one\n\n- two") == ["A:", ["one", "two"]]


def test_each_block_and_item_has_a_place_of_its_own_below_the_text_s() -> None:
    places = [each.place for each in walk(read_markdown("A:\n- one\n- two\nB:\n- three\nC.", PLACE))]

    assert len(places) == 11
    assert len(set(places)) == len(places)
    assert all(place.startswith(f"{PLACE}/") for place in places)


def test_an_item_is_numbered_in_its_list() -> None:
    _, listing = read_markdown("A:\n- one\n- two", PLACE)

    assert isinstance(listing, List)
    last = listing.items[1]
    assert last == Item((Paragraph("two", f"{listing.place}/item[2]/p[1]"),), f"{listing.place}/item[2]")
