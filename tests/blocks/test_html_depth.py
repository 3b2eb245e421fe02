"""Deep markup is an error: the parser would leave out what is below its own limit without a word."""

from __future__ import annotations

import pytest

from generator.blocks.html import read_html
from generator.blocks.markdown import NestingError, read_markdown
from generator.diagnostics import Diagnostics


def _faults(content: str) -> list[str]:
    diagnostics = Diagnostics()
    read_html(content, diagnostics)
    return [each.code for each in diagnostics]


@pytest.mark.parametrize("levels", [150, 254, 330, 2_000, 100_000])
@pytest.mark.parametrize("tag", ["b", "div", "span", "i", "section"])
def test_a_page_that_is_nested_too_deeply_is_an_error(tag: str, levels: int) -> None:
    assert _faults(f"<body>{f'<{tag}>' * levels}x{f'</{tag}>' * levels}<p>after") == ["too-large"]


@pytest.mark.parametrize("tag", ["b", "div", "span"])
def test_a_page_of_ninety_levels_is_read(tag: str) -> None:
    assert _faults(f"<body>{f'<{tag}>' * 90}x{f'</{tag}>' * 90}<p>after") == []


@pytest.mark.parametrize("levels", [150, 300, 100_000])
def test_a_description_that_is_nested_too_deeply_is_an_error(levels: int) -> None:
    with pytest.raises(NestingError):
        read_markdown("<b>" * levels + "x" + "</b>" * levels, "/description")


@pytest.mark.parametrize("start", ["<?xml version='1.0'?>", "<?XML?>", "\n<?xml version='1.0' encoding='utf-8' ?>\n"])
def test_a_description_may_begin_with_an_xml_declaration(start: str) -> None:
    assert read_markdown(f"{start}<p>An <b>acme</b> text.</p>", "/d") == read_markdown(
        "<p>An <b>acme</b> text.</p>" if not start.startswith("\n") else "\n\n<p>An <b>acme</b> text.</p>", "/d"
    )
