"""The only way from a vendor's text into an output: whatever the text is, it stays a text."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.context.literals import (
    docstring,
    markdown_code,
    markdown_json,
    markdown_text,
    python_literal,
    typescript_comment,
    typescript_literal,
    typescript_name,
)

EXAMPLES = settings(derandomize=True, max_examples=150, deadline=None)
PIECES = [
    '"',
    "'",
    '"""',
    "\\",
    "\n",
    "\r",
    "\0",
    "\u202e",
    "\ud800",
    "\u2028",
    "`",
    "|",
    "<",
    ">",
    "{",
    "}",
    "&",
    "a ",
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
PRINTABLE = re.compile(r"[\x20-\x7e]*")
# What MDX, HTML or a table would take for something else than text. A backslash before `|` would do for a table.
RAW = re.compile(r"[<>{}|\r\n\x00-\x08\u202a-\u202e\u2066-\u2069]")
RAW_LINE = re.compile(r"[\r\n\x00-\x08\u2028\u2029\u202a-\u202e\u2066-\u2069]")
OWN_TAGS = re.compile(r"</?code>")


@given(JSON)
@EXAMPLES
def test_python_literal_gives_the_value_back(value: Any) -> None:
    assert ast.literal_eval(python_literal(value)) == value


@given(JSON)
@EXAMPLES
def test_python_literal_is_printable_ascii_on_one_line(value: Any) -> None:
    assert PRINTABLE.fullmatch(python_literal(value))


@pytest.mark.parametrize("value", [(), ("a",), ("a", 1), [()], {"a": ("b",)}])
def test_python_literal_keeps_tuples(value: Any) -> None:
    assert ast.literal_eval(python_literal(value)) == value


@pytest.mark.parametrize("value", [True, False, 1, 0, 1.0, None, "1"])
def test_python_literal_keeps_the_type(value: Any) -> None:
    assert type(ast.literal_eval(python_literal(value))) is type(value)


def test_python_literal_takes_double_quotes_so_that_a_formatter_has_nothing_to_change() -> None:
    assert python_literal("it's") == '"it\'s"'


@given(TEXTS)
@EXAMPLES
def test_docstring_holds_the_text_on_one_line(text: str) -> None:
    printed = docstring(text)
    function = ast.parse(f"def f():\n    {printed}\n").body[0]

    assert isinstance(function, ast.FunctionDef)
    assert ast.get_docstring(function, clean=False) == text
    assert PRINTABLE.fullmatch(printed)


@pytest.mark.parametrize("text", ['"', '""', '"""', "\\", '\\"', 'a"', ""])
def test_docstring_is_not_ended_by_its_text(text: str) -> None:
    tree = ast.parse(docstring(text))

    assert len(tree.body) == 1
    assert ast.literal_eval(docstring(text)) == text


@given(TEXTS)
@EXAMPLES
def test_markdown_text_lets_no_raw_mark_through(text: str) -> None:
    assert not RAW.search(markdown_text(text))


@given(st.text(alphabet="`*_[]\\#~$a ", max_size=8))
@EXAMPLES
def test_markdown_text_escapes_every_mark_of_markdown(text: str) -> None:
    shown = re.sub(r"\\(.)", "", markdown_text(text))

    assert not re.search(r"[\\`*_\[\]#~$]", shown)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain text, with a full stop.", "plain text, with a full stop."),
        ("a_b", r"a\_b"),
        ("a | b", "a &#124; b"),
        ("<b>", "&lt;b&gt;"),
        ("&amp;", "&amp;amp;"),
        ("{{ x }}", "&#123;&#123; x &#125;&#125;"),
        ("# heading", r"\# heading"),
        ("1. list", r"1\. list"),
        ("1) list", r"1\) list"),
        ("- list", r"\- list"),
        ("+ list", r"\+ list"),
        ("> quote", "&gt; quote"),
        ("[a](b)", r"\[a\](b)"),
        ("two\r\nlines", "two lines"),
        ("  around  ", "around"),
        ("\u202ex\u202c", "x"),
    ],
)
def test_markdown_text_case_by_case(text: str, printed: str) -> None:
    assert markdown_text(text) == printed


@given(JSON)
@EXAMPLES
def test_markdown_code_lets_no_raw_mark_through(value: Any) -> None:
    assert not RAW.search(OWN_TAGS.sub("", markdown_code(value)))


@given(TEXTS)
@EXAMPLES
def test_markdown_code_is_one_span(text: str) -> None:
    printed = markdown_code(text)

    assert re.fullmatch(r"`[^`]+`|<code>.+</code>", printed)
    assert printed.count("<code>") == printed.count("</code>") <= 1


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("UTC", "`UTC`"),
        ("a_b", "`a_b`"),
        ("", '<code>""</code>'),
        ("  ", '<code>""</code>'),
        ("a`b", r"<code>a\`b</code>"),
        ("a|b", "<code>a&#124;b</code>"),
        (" padded ", "<code>padded</code>"),
        (1, "`1`"),
        (True, "`true`"),
        (None, "`null`"),
        (0.5, "`0.5`"),
        ({"a": 1}, r'<code>&#123;"a": 1&#125;</code>'),
    ],
)
def test_markdown_code_case_by_case(value: Any, printed: str) -> None:
    assert markdown_code(value) == printed


@given(JSON)
@EXAMPLES
def test_markdown_json_reads_back_and_cannot_end_its_block(value: Any) -> None:
    printed = markdown_json(value)

    assert json.loads(printed) == value
    assert not re.search(r"^\s*(```|~~~)", printed, re.MULTILINE)
    assert not re.search(r"\{[{%#]|[$#]\{|<%", printed)
    assert printed.isascii()


@given(TEXTS)
@EXAMPLES
def test_a_text_cannot_leave_a_typescript_comment(text: str) -> None:
    found = typescript_comment(text)

    assert "*/" not in found
    assert not RAW_LINE.search(found)
    assert not re.search(r"(?<!\\)@", found)


@given(TEXTS)
@EXAMPLES
def test_a_text_is_one_typescript_literal(text: str) -> None:
    found = typescript_literal(text)

    assert json.loads(found) == text
    assert PRINTABLE.fullmatch(found)
    assert typescript_name(text) in (text, found)


@pytest.mark.parametrize("name", ["", "a-b", "1a", "a b", "é", 'a"', "a\n", "constructor()"])
def test_other_names_of_members_are_quoted(name: str) -> None:
    assert typescript_name(name) == json.dumps(name)
    assert typescript_name("$a_1") == "$a_1"
