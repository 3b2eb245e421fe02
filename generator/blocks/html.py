"""Reads an HTML page into sections of blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import lxml.etree

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from generator.blocks.html_inline import inline_of, text_of, words_of
from generator.blocks.html_spans import WIDE, repeat_spanning_cells
from generator.blocks.html_tables import rows_of, strays_of
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import DOCUMENT

_Part = TypeVar("_Part")

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAVES = ("p", "ul", "ol", "dl", "table", "tr", "pre")
_BLOCKS = frozenset({*_LEAVES, *_HEADINGS, "div"})
_OPENED = re.compile(r"<(/?)(table|pre|ul|ol)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

_TOO_DEEP = lxml.etree.XPath(f"boolean({'/*' * (DOCUMENT.depth + 1)})")

# Elements whose content is not text of the page.
_NO_TEXT = ("script", "style", "template", "noscript", "head", "svg", "button", "input")


def read_html(content: str, diagnostics: Diagnostics) -> Page:
    """Return the sections of a page; a page that ends inside an element gets an error ``cut-off``."""
    _report_cut_off(content, diagnostics)
    parser = lxml.etree.HTMLParser(encoding="utf-8", remove_comments=True)
    root = lxml.etree.fromstring(content.encode(), parser)
    if root is None:  # a page of nothing but comments
        return Page(())
    if _TOO_DEEP(root):  # the parser drops content below 256 levels
        diagnostics.error("too-large", "", f"elements are nested more than {DOCUMENT.depth} levels deep")
        return Page(())
    lxml.etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    repeat_spanning_cells(root, diagnostics)
    return Page(tuple(_sections(root)))


def _report_cut_off(content: str, diagnostics: Diagnostics) -> None:
    # A comment that does not end is kept, so that the page counts as cut off.
    end = content.rfind("-->") + len("-->")
    text = _COMMENT.sub("", content[:end]) + content[end:]
    line = f"line {content.count(chr(10)) + 1}"
    if text.rfind("<") > text.rfind(">"):
        diagnostics.error("cut-off", line, "the document ends inside a tag; expected the whole page")
        return
    depth = Counter[str]()
    for closing, tag in _OPENED.findall(text):
        depth[tag.lower()] += -1 if closing else 1
    unclosed = next((tag for tag in ("table", "pre", "ul", "ol") if depth[tag] > 0), None)
    if unclosed is not None:
        diagnostics.error("cut-off", line, f"the document ends before </{unclosed}>; expected the whole page")


def _sections(root: lxml.etree._Element) -> Iterator[Section]:
    sections: list[tuple[lxml.etree._Element | None, list[lxml.etree._Element | str]]] = [(None, [])]
    for node in _leaves(root):
        if isinstance(node, str) or node.tag not in _HEADINGS:
            sections[-1][1].append(node)
        else:
            sections.append((node, []))
    anchors = Counter[str]()
    for ordinal, (heading, leaves) in enumerate(sections):
        anchor = heading.get("id") or "" if heading is not None else ""
        anchors[anchor] += 1
        place = f"#{anchor}" if anchor else f"heading[{ordinal}]"
        # Places are unique, so the coverage of a section does not leak to another with the same id.
        place += f"[{anchors[anchor]}]" if anchor and anchors[anchor] > 1 else ""
        blocks = _blocks(leaves, place)
        if heading is None:
            yield Section(0, "", "", place, blocks)
        else:
            yield Section(int(heading.tag[1]), " ".join(text_of(heading).split()), anchor, place, blocks)


def _leaves(element: lxml.etree._Element) -> Iterator[lxml.etree._Element | str]:
    """Yield the headings and the outermost block elements below ``element``, and the text between them."""
    yield element.text or ""
    for child in element:
        if child.tag in _HEADINGS:
            detached = _detach_blocks(child)
            yield child
            yield from _leaves(detached)
        elif next(child.iter(*_HEADINGS, *_LEAVES), None) in (None, child):
            yield child
        else:
            yield from _leaves(child)
        yield child.tail or ""


def _detach_blocks(heading: lxml.etree._Element) -> lxml.etree._Element:
    """Move the block elements of a heading, which are in it only because it is not closed, into a new element."""
    detached = lxml.etree.Element("div")
    blocks = [block for block in heading.iter(*_HEADINGS, *_LEAVES) if block is not heading and block.tag != "p"]
    for block in blocks:
        if not any(ancestor in blocks for ancestor in block.iterancestors()):
            detached.append(block)
    return detached


def _blocks(leaves: Iterable[lxml.etree._Element | str], place: str) -> tuple[Block, ...]:
    return tuple(_BlockBuilder(place).read(leaves))


class _BlockBuilder:
    """Builds blocks from elements and numbers them by kind, as an XPath does."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._counts = Counter[str]()
        self._inline: list[str] = []

    def read(self, leaves: Iterable[lxml.etree._Element | str]) -> Iterator[Block]:
        for leaf in leaves:
            if isinstance(leaf, str):
                self._inline.append(words_of(leaf))
            else:
                yield from self._element(leaf)
        yield from self._flush_paragraph()

    def _next_place(self, kind: str) -> str:
        self._counts[kind] += 1
        return f"{self._place}/{kind}[{self._counts[kind]}]"

    def _flush_paragraph(self) -> Iterator[Block]:
        lines = (line.strip() for line in "".join(self._inline).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._inline = []
        if text:
            yield Paragraph(text, self._next_place("p"))

    def _element(self, element: lxml.etree._Element) -> Iterator[Block]:
        if _BLOCKS.isdisjoint(inner.tag for inner in element.iter()):
            self._inline.append(inline_of(element))
            return
        yield from self._flush_paragraph()
        if element.tag in ("table", "tr", "dl"):
            yield _table(element, self._next_place("table"))
            yield from self.read(strays_of(element))
        elif element.tag in ("ul", "ol"):
            place = self._next_place("list")
            items = _numbered(element.iterchildren("li"), f"{place}/item")
            yield List(tuple(Item(_blocks([item], path), path) for item, path in items), place)
            yield from self.read(strays_of(element))
        elif element.tag == "pre":
            yield Code(text_of(element).strip("\n"), self._next_place("code"))
        else:
            self._inline.append(words_of(element.text))
            for child in element:
                yield from self._element(child)
                self._inline.append(words_of(child.tail))
            yield from self._flush_paragraph()


def _table(element: lxml.etree._Element, place: str) -> Table:
    rows = _numbered(rows_of(element), f"{place}/row")
    return Table(tuple(Row(tuple(_cells(cells, path)), path) for cells, path in rows), place)


def _cells(cells: Iterable[lxml.etree._Element], place: str) -> Iterator[Cell]:
    for cell, path in _numbered(cells, f"{place}/cell"):
        yield Cell(_blocks([cell], path), head=cell.tag == "th", wide=cell.get(WIDE) is not None)


def _numbered(elements: Iterable[_Part], kind: str) -> Iterator[tuple[_Part, str]]:
    return ((element, f"{kind}[{number}]") for number, element in enumerate(elements, 1))
