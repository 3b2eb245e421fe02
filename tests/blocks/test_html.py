from __future__ import annotations

import pytest

from generator.blocks.block import Code, Item, List, Paragraph, Section, markdown, plain, walk
from generator.blocks.html import read_html
from generator.diagnostics import Diagnostics
from tests.blocks.reading import cell_blocks, cells, faults, html, only_list, only_table, rows


def sections(content: str) -> tuple[Section, ...]:
    return read_html(content, Diagnostics("page")).sections


def test_a_heading_begins_a_section_with_its_level_text_and_anchor():
    before, acme, plain_heading = sections('<p>x</p><h2 id="acme">The <b>Acme</b>\n object</h2><p>y</p><h5>Next</h5>')
    assert (before.level, before.text, before.anchor) == (0, "", "")
    assert (acme.level, acme.text, acme.anchor, acme.place) == (2, "The Acme object", "acme", "#acme")
    assert (plain_heading.level, plain_heading.anchor, plain_heading.place) == (5, "", "heading[2]")


@pytest.mark.parametrize("level", range(1, 7))
def test_each_level_of_heading_begins_a_section(level: int):
    assert [section.level for section in sections(f"<p>a</p><h{level}>T</h{level}><p>b</p>")] == [0, level]


def test_headings_are_found_inside_other_elements():
    found = sections('<div><section><div class="method"><h3 id="x">Deep</h3></div><p>below</p></section></div>')
    assert [section.text for section in found] == ["", "Deep"]
    assert found[1].blocks == (Paragraph("below", "#x/p[1]"),)


def test_a_heading_inside_a_block_does_not_begin_a_section():
    before, last = sections("<ul><li>a<h3>b</h3>c</li></ul><h2>T</h2><table><tr><td>d<h4>e</h4></td></tr></table>")
    assert [block.text for block in only_list(before.blocks).items[0].blocks if isinstance(block, Paragraph)] == [
        "a",
        "b",
        "c",
    ]
    assert rows(last.blocks) == [["d\ne"]]


def test_a_section_without_a_heading_holds_what_precedes_the_first_one():
    assert sections("<p>first</p><h2>T</h2>")[0].blocks == (Paragraph("first", "heading[0]/p[1]"),)


def test_each_kind_of_element_gives_its_kind_of_block():
    blocks = html("<p>a</p><ul><li>b</li></ul><ol><li>c</li></ol><pre>d</pre><table><tr><td>e</td></tr></table>")
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "List", "List", "Code", "Table"]


def test_places_count_each_kind_of_block_for_itself():
    blocks = html("<p>a</p><pre>b</pre><p>c</p><table><tr><td>x</td></tr></table><ul><li>y</li></ul><pre>d</pre>")
    assert [block.place for block in blocks] == [
        "#a/p[1]", "#a/code[1]", "#a/p[2]", "#a/table[1]", "#a/list[1]", "#a/code[2]"
    ]  # fmt: skip


def test_the_place_of_a_nested_block_is_its_element_path():
    blocks = html("<table><tr><td>a</td><td><ul><li>x</li><li>y</li></ul></td></tr></table>")
    places = [each.place for each in walk(blocks)]
    assert places == [
        "#a/table[1]",
        "#a/table[1]/row[1]",
        "#a/table[1]/row[1]/cell[1]/p[1]",
        "#a/table[1]/row[1]/cell[2]/list[1]",
        "#a/table[1]/row[1]/cell[2]/list[1]/item[1]",
        "#a/table[1]/row[1]/cell[2]/list[1]/item[1]/p[1]",
        "#a/table[1]/row[1]/cell[2]/list[1]/item[2]",
        "#a/table[1]/row[1]/cell[2]/list[1]/item[2]/p[1]",
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<code>port</code>", "`port`"),
        ("<code class='x'><span>a</span> <span>b</span></code>", "`a b`"),
        ("<code></code>x", "x"),
        ("<strong> bold </strong>", "**bold**"),
        ("<b>bold</b>", "**bold**"),
        ("<strong> </strong>x", "x"),
        ('<a href="#acme">Acme</a>', "[Acme](#acme)"),
        ('<a href=" mailto: a@b.c ">Acme</a>', "[Acme](mailto:%20a@b.c)"),
        ('<a href="/ü?a=1&amp;b=%20(c)#d">Acme</a>', "[Acme](/%C3%BC?a=1&b=%20(c)#d)"),
        ('<a href="">Acme</a>', "Acme"),
        ('<a name="acme">Acme</a>', "Acme"),
        ('<a href="#x"><code>port</code></a>', "[`port`](#x)"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ('<i class="fa fa-check-circle fa-lg fa-2x"></i>', ":check-circle:"),
        ('<i class="far fa-times-circle"></i>', ":times-circle:"),
        ('<i class="fa fa-lg fa-fw fa-check"></i>', ":check:"),
        ('<i class="note"></i>x', "x"),
        ('<span class="fa fa-check"></span>x', "x"),
        ("<i>words</i>", "words"),
        ("<em>a</em> <span>b</span>  <font>c</font>", "a b c"),
    ],
)
def test_inline_marks(markup: str, text: str):
    assert html(f"<p>{markup}</p>") == (Paragraph(text, "#a/p[1]"),)


def test_entities_are_the_characters_that_they_stand_for():
    assert html("<p>a &lt; b &amp;&nbsp;c &quot;d&quot; &#8217;</p>")[0] == Paragraph('a < b & c "d" ’', "#a/p[1]")


def test_loose_text_with_entities_is_read_once():
    assert html("a &lt;b&gt; &amp;amp; c")[0] == Paragraph("a <b> &amp; c", "#a/p[1]")


def test_a_backtick_in_the_text_does_not_begin_code():
    assert html("<p>a ` b <code>c`d</code></p>")[0] == Paragraph("a ‘ b `c‘d`", "#a/p[1]")
    assert html("<div>a ` b<p>c</p> d ` e</div>")[::2] == (Paragraph("a ‘ b", "#a/p[1]"), Paragraph("d ‘ e", "#a/p[3]"))


def test_white_space_is_one_space():
    assert html("<p>\n  a\t b\n c  </p>") == (Paragraph("a b c", "#a/p[1]"),)


def test_code_blocks_keep_their_lines_and_lose_their_colours():
    markup = '<div class="highlight"><pre><code><span>{</span>\n  <span>"a"</span>: 1\n}\n</code></pre></div>'
    assert html(markup) == (Code('{\n  "a": 1\n}', "#a/code[1]"),)


def test_text_loose_between_blocks_is_a_paragraph():
    blocks = html("one <p>two</p> three <ul><li>x</li></ul> four")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["one", "two", "three", "four"]


@pytest.mark.parametrize("wrapper", ["<div>{}</div>", "<table><tr><td>{}</td></tr></table>"])
def test_loose_text_is_one_paragraph_with_the_inline_elements_in_it(wrapper: str):
    blocks = html(wrapper.format("one <b>two</b> three<br><code>four</code><p>five</p> six"))
    paragraphs = [block.text for block in walk(blocks) if isinstance(block, Paragraph)]
    assert paragraphs == ["one **two** three\n`four`", "five", "six"]


def test_two_neighbouring_elements_are_two_paragraphs():
    blocks = html("<div>one</div><div>two</div>")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["one", "two"]


def test_empty_elements_are_not_blocks():
    assert html("<p> </p><div></div><p>\n<br></p>") == ()


@pytest.mark.parametrize(
    "ignored",
    [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<noscript><p>gone</p></noscript>",
        "<template><p>gone</p></template>",
        "<button><code>gone</code></button>",
        "<svg><text>gone</text></svg>",
        "<!-- <p>gone</p> -->",
        "<?php gone ?>",
    ],
)
def test_scripts_comments_and_buttons_are_no_text(ignored: str):
    assert html(f"{ignored}<p>a{ignored}b</p>") == (Paragraph("ab", "#a/p[1]"),)
    assert html(f"<p><code>a{ignored}b</code></p>") == (Paragraph("`ab`", "#a/p[1]"),)
    assert rows(html(f"<table><tr><td>a{ignored}b</td></tr></table>")) == [["ab"]]
    assert sections(f"<h2>a{ignored}b</h2>")[1].text == "ab"


def test_code_inside_a_button_within_a_code_block_is_no_code():
    assert html("<pre>a\n<button>copy</button>b</pre>") == (Code("a\nb", "#a/code[1]"),)


@pytest.mark.parametrize("content", ["", " \n", "<!-- <p>a</p> -->"])
def test_a_page_without_an_element_has_no_sections(content: str):
    assert sections(content) == ()


def test_a_cell_knows_whether_it_is_a_heading():
    first, second = only_table(html("<table><tr><th>Name</th></tr><tr><td>a</td></tr></table>")).rows
    assert [first.cells[0].head, second.cells[0].head] == [True, False]


def test_rows_of_a_head_a_body_and_a_foot_are_rows_of_the_table():
    markup = "<table><thead><tr><th>N</th></tr></thead><tbody><tr><td>a</td></tr></tbody>"
    assert rows(html(f"{markup}<tfoot><tr><td>z</td></tr></tfoot></table>")) == [["N"], ["a"], ["z"]]


def test_rows_beside_a_body_count_too():
    assert rows(html("<table><tr><th>N</th></tr><tbody><tr><td>a</td></tr></tbody></table>")) == [["N"], ["a"]]


def test_a_stacked_cell_keeps_its_lines():
    cell = "<td>\n <strong>\n  start_date\n </strong><br>\n STRING<br>\n\t REQUIRED\n</td>"
    assert rows(html(f"<table><tr>{cell}<td>x</td></tr></table>")) == [["**start_date**\nSTRING\nREQUIRED", "x"]]


def test_the_rows_of_a_nested_table_stay_in_their_cell():
    inner = "<table><tr><td>inner</td><td>1</td></tr><tr><td>inner two</td><td>2</td></tr></table>"
    table = only_table(html(f"<table><tr><td>outer</td><td>before {inner} after</td></tr></table>"))
    assert [cells(row) for row in table.rows] == [["outer", "before\nafter"]]
    assert cell_blocks(table.rows[0].cells[1]) == ["Paragraph", "Table", "Paragraph"]
    nested = only_table(table.rows[0].cells[1].blocks)
    assert [cells(row) for row in nested.rows] == [["inner", "1"], ["inner two", "2"]]


def test_a_table_inside_a_wrapper_in_a_cell_is_nested_too():
    inner = "<div><section><table><tr><td>inner</td></tr></table></section></div>"
    table = only_table(html(f"<table><tr><td>{inner}</td></tr></table>"))
    assert len(table.rows) == 1
    assert cell_blocks(table.rows[0].cells[0]) == ["Table"]


def test_the_text_of_a_list_in_a_cell_is_not_the_text_of_the_cell():
    table = only_table(html("<table><tr><td>a<ul><li>x</li></ul>b</td></tr></table>"))
    assert table.rows[0].cells[0].text == "a\nb"


def test_the_items_of_a_nested_list_stay_in_their_item():
    outer = only_list(html("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"))
    assert [type(block).__name__ for block in outer.items[0].blocks] == ["Paragraph", "List"]
    assert len(outer.items) == 2
    assert outer.items[1] == Item((Paragraph("d", "#a/list[1]/item[2]/p[1]"),), "#a/list[1]/item[2]")


def test_an_item_with_a_paragraph_reads_like_an_item_without_one():
    assert only_list(html("<ul><li>x</li></ul>")) == only_list(html("<ul><li><p>x</p></li></ul>"))


def test_a_list_as_markdown_is_bulleted():
    assert markdown(html("<p>Values:</p><ul><li>a<ul><li>b</li></ul></li></ul>")) == "Values:\n\n- a\n  \n  - b"


@pytest.mark.parametrize(
    ("text", "without"),
    [("**a** `b`", "a b"), ("[Acme](#x)", "Acme"), ("[a](/b(c)d) e", "a e"), ("a * b", "a * b"), ("[x]", "[x]")],
)
def test_plain_text_has_no_marks(text: str, without: str):
    assert plain(text) == without


WHOLE = """<h2 id="a">Title</h2>
<p>Words</p>
<table><tr><td><b>x</b></td><td>1<table><tr><td>y</td></tr></table><ul><li>z</li></ul></td></tr></table>
<p>More</p>
"""


def test_a_whole_page_is_not_cut_off():
    assert faults(read_html, WHOLE) == []


@pytest.mark.parametrize("end", range(WHOLE.index("<table>") + len("<table"), WHOLE.rindex("</table>") + 7))
def test_a_page_that_ends_anywhere_in_a_table_is_cut_off(end: int):
    assert faults(read_html, WHOLE[:end]) == ["cut-off line 3"]


@pytest.mark.parametrize("markup", ["<pre>{", "<ul><li>a", "<ol><li>a</li>", "<p>a</p><p cla", "<table><tr><td>a <"])
def test_a_page_that_ends_in_an_element_or_a_tag_is_cut_off(markup: str):
    assert faults(read_html, f"<h2>T</h2>\n{markup}") == ["cut-off line 2"]


@pytest.mark.parametrize("markup", ["<p>a <!-- <table> --> b</p>", "<p>a", "<p>a &lt; b"])
def test_a_page_is_whole_where_only_a_comment_or_a_paragraph_is_open(markup: str):
    assert faults(read_html, markup) == []


def test_two_lists_in_a_row_stay_two():
    blocks = html("<ul><li>a</li></ul><ul><li>b</li></ul>")
    assert [len(block.items) for block in blocks if isinstance(block, List)] == [1, 1]


@pytest.mark.parametrize("tag", ["b", "section", "div", "ul><li", "table><tr><td"])
def test_deep_nesting_is_read(tag: str):
    assert len(sections(f"<h2>T</h2><p>a</p>{f'<{tag}>' * 20}x")) == 2
