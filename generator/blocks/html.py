"""Reads an HTML page into sections of blocks.

lxml finds the headings of the whole page, which is fast; BeautifulSoup reads only the sections whose blocks
somebody asks for.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import lxml.etree
import lxml.html
from bs4 import BeautifulSoup, Tag

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from generator.blocks.html_inline import IGNORED, inline, tidy
from generator.diagnostics import Diagnostics

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAVES = ("p", "ul", "ol", "table", "pre")
_BLOCKS = frozenset({*_LEAVES, *_HEADINGS, "div"})
_SPACE = re.compile(r"\s+")
_OPENED = re.compile(r"<(/?)(table|pre|ul|ol)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

Leaf: TypeAlias = lxml.html.HtmlElement | str


def read_html(content: str, diagnostics: Diagnostics) -> Page:
    """Reads a page; a page that ends inside an element gets an error ``cut-off``."""
    _report_cut_off(content, diagnostics)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    root = lxml.html.document_fromstring(content.encode(), parser=parser)
    return Page(tuple(_sections(root)))


def _report_cut_off(content: str, diagnostics: Diagnostics) -> None:
    text = _COMMENT.sub("", content)
    line = f"line {content.count(chr(10)) + 1}"
    if text.rfind("<") > text.rfind(">"):
        diagnostics.error("cut-off", line, "the document ends inside a tag; expected the whole page")
        return
    depth = dict.fromkeys(("table", "pre", "ul", "ol"), 0)
    for closing, tag in _OPENED.findall(text):
        depth[tag.lower()] += -1 if closing else 1
    unclosed = [tag for tag, open_tags in depth.items() if open_tags > 0]
    if unclosed:
        message = f"the document ends before </{unclosed[0]}>; expected the whole page"
        diagnostics.error("cut-off", line, message)


def _sections(root: lxml.html.HtmlElement) -> Iterator[Section]:
    heading: lxml.html.HtmlElement | None = None
    ordinal = 0
    leaves: list[Leaf] = []
    for node in _flat(root):
        if isinstance(node, str) or node.tag not in _HEADINGS:
            leaves.append(node)
            continue
        yield _section(heading, ordinal, leaves)
        heading, ordinal, leaves = node, ordinal + 1, []
    yield _section(heading, ordinal, leaves)


def _section(heading: lxml.html.HtmlElement | None, ordinal: int, leaves: list[Leaf]) -> Section:
    anchor = str(heading.get("id") or "") if heading is not None else ""
    place = f"#{anchor}" if anchor else f"heading[{ordinal}]"
    read = functools.partial(_read_leaves, leaves, place)
    if heading is None:
        return Section(0, "", "", place, read)
    text = _SPACE.sub(" ", heading.text_content()).strip()
    return Section(int(heading.tag[1]), text, anchor, place, read)


def _flat(element: lxml.html.HtmlElement) -> Iterator[Leaf]:
    """The headings and the outermost block elements below ``element``, and the text loose between them."""
    if element.text and element.text.strip():
        yield element.text
    for child in element.iterchildren(tag=lxml.etree.Element):
        if child.tag in IGNORED:
            pass
        elif child.tag in _HEADINGS or child.tag in _LEAVES or next(child.iter(*_HEADINGS, *_LEAVES), None) is None:
            yield child
        else:
            yield from _flat(child)
        if child.tail and child.tail.strip():
            yield child.tail


def _read_leaves(leaves: Iterable[Leaf], place: str) -> tuple[Block, ...]:
    parts = (
        html.escape(leaf) if isinstance(leaf, str) else lxml.html.tostring(leaf, encoding="unicode", with_tail=False)
        for leaf in leaves
    )
    # Each leaf in a <div> of its own: two neighbours that are inline stay two paragraphs.
    soup = BeautifulSoup("".join(f"<div>{part}</div>" for part in parts), "lxml")
    return _blocks(soup.body, place) if soup.body is not None else ()


def _blocks(parent: Tag, place: str) -> tuple[Block, ...]:
    return tuple(_BlockBuilder(place).read(parent))


class _BlockBuilder:
    """Turns the content of one element into blocks; numbers them by kind, as an element path does."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._counts: dict[str, int] = {}
        self._inline: list[str] = []

    def read(self, parent: Tag) -> Iterator[Block]:
        yield from self._children(parent)
        yield from self._paragraph()

    def _next(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{self._place}/{kind}[{self._counts[kind]}]"

    def _paragraph(self) -> Iterator[Block]:
        text = tidy("".join(self._inline))
        self._inline = []
        if text:
            yield Paragraph(text, self._next("p"))

    def _children(self, parent: Tag) -> Iterator[Block]:
        for child in parent.children:
            if not isinstance(child, Tag) or not _holds_blocks(child):
                self._inline.append(inline(child))
                continue
            yield from self._paragraph()
            yield from self._block(child)

    def _block(self, tag: Tag) -> Iterator[Block]:
        if tag.name == "table":
            yield _table(tag, self._next("table"))
        elif tag.name in ("ul", "ol"):
            yield _list(tag, self._next("list"))
        elif tag.name == "pre":
            yield Code(tag.get_text().strip("\n"), self._next("code"))
        else:
            yield from self._children(tag)
            yield from self._paragraph()


def _holds_blocks(tag: Tag) -> bool:
    return tag.name in _BLOCKS or any(isinstance(inner, Tag) and inner.name in _BLOCKS for inner in tag.descendants)


def _children(tag: Tag, *names: str) -> list[Tag]:
    """The direct children of these names; find_all() would build a filter for each of the page's many calls."""
    return [child for child in tag.children if isinstance(child, Tag) and child.name in names]


def _list(tag: Tag, place: str) -> List:
    items = _children(tag, "li")
    paths = [f"{place}/item[{number}]" for number in range(1, len(items) + 1)]
    return List(tuple(Item(_blocks(item, path), path) for item, path in zip(items, paths, strict=True)), place)


def _table(tag: Tag, place: str) -> Table:
    bodies = [tag, *_children(tag, "thead", "tbody", "tfoot")]
    rows = [row for body in bodies for row in _children(body, "tr")]
    paths = [f"{place}/row[{number}]" for number in range(1, len(rows) + 1)]
    return Table(tuple(Row(tuple(_cells(row, path)), path) for row, path in zip(rows, paths, strict=True)), place)


def _cells(row: Tag, place: str) -> Iterator[Cell]:
    for number, cell in enumerate(_children(row, "td", "th"), 1):
        yield Cell(_blocks(cell, f"{place}/cell[{number}]"), head=cell.name == "th")
