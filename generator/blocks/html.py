"""Reads an HTML page into sections of blocks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import lxml.etree

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from generator.blocks.html_inline import inline, text_of, tidy, words
from generator.diagnostics import Diagnostics

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAVES = ("p", "ul", "ol", "table", "pre")
_BLOCKS = frozenset({*_LEAVES, *_HEADINGS, "div"})
_OPENED = re.compile(r"<(/?)(table|pre|ul|ol)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# Elements whose content is no text of the page.
_NO_TEXT = ("script", "style", "template", "noscript", "head", "svg", "button", "input")


def read_html(content: str, diagnostics: Diagnostics) -> Page:
    """Reads a page; a page that ends inside an element gets an error ``cut-off``."""
    _report_cut_off(content, diagnostics)
    parser = lxml.etree.HTMLParser(encoding="utf-8", remove_comments=True)
    root = lxml.etree.fromstring(content.encode(), parser)
    if root is None:  # a page of nothing but comments
        return Page(())
    lxml.etree.strip_elements(root, *_NO_TEXT, with_tail=False)
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


def _sections(root: lxml.etree._Element) -> Iterator[Section]:
    sections: list[tuple[lxml.etree._Element | None, list[lxml.etree._Element | str]]] = [(None, [])]
    for node in _flat(root):
        if isinstance(node, str) or node.tag not in _HEADINGS:
            sections[-1][1].append(node)
        else:
            sections.append((node, []))
    for ordinal, (heading, leaves) in enumerate(sections):
        yield _section(heading, ordinal, leaves)


def _section(heading: lxml.etree._Element | None, ordinal: int, leaves: Iterable[lxml.etree._Element | str]) -> Section:
    anchor = heading.get("id") or "" if heading is not None else ""
    place = f"#{anchor}" if anchor else f"heading[{ordinal}]"
    read = functools.partial(tuple, _blocks(leaves, place))
    if heading is None:
        return Section(0, "", "", place, read)
    return Section(int(heading.tag[1]), " ".join(text_of(heading).split()), anchor, place, read)


def _flat(element: lxml.etree._Element) -> Iterator[lxml.etree._Element | str]:
    """The headings and the outermost block elements below ``element``, and the text loose between them."""
    yield element.text or ""
    for child in element:
        if next(child.iter(*_HEADINGS, *_LEAVES), None) in (None, child):
            yield child
        else:
            yield from _flat(child)
        yield child.tail or ""


def _blocks(leaves: Iterable[lxml.etree._Element | str], place: str) -> tuple[Block, ...]:
    return tuple(_BlockBuilder(place).read(leaves))


class _BlockBuilder:
    """Turns elements into blocks; numbers them by kind, as an element path does."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._counts: dict[str, int] = {}
        self._inline: list[str] = []

    def read(self, leaves: Iterable[lxml.etree._Element | str]) -> Iterator[Block]:
        for leaf in leaves:
            if isinstance(leaf, str):
                self._inline.append(words(leaf))
            else:
                yield from self._element(leaf)
        yield from self._paragraph()

    def _next(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{self._place}/{kind}[{self._counts[kind]}]"

    def _paragraph(self) -> Iterator[Block]:
        text = tidy("".join(self._inline))
        self._inline = []
        if text:
            yield Paragraph(text, self._next("p"))

    def _element(self, element: lxml.etree._Element) -> Iterator[Block]:
        if _BLOCKS.isdisjoint(inner.tag for inner in element.iter()):
            self._inline.append(inline(element))
            return
        yield from self._paragraph()
        if element.tag == "table":
            yield _table(element, self._next("table"))
        elif element.tag in ("ul", "ol"):
            yield _list(element, self._next("list"))
        elif element.tag == "pre":
            yield Code(text_of(element).strip("\n"), self._next("code"))
        else:
            self._inline.append(words(element.text))
            for child in element:
                yield from self._element(child)
                self._inline.append(words(child.tail))
            yield from self._paragraph()


def _list(element: lxml.etree._Element, place: str) -> List:
    items = _numbered(element.iterchildren("li"), f"{place}/item")
    return List(tuple(Item(_blocks([item], path), path) for item, path in items), place)


def _table(element: lxml.etree._Element, place: str) -> Table:
    bodies = [element, *element.iterchildren("thead", "tbody", "tfoot")]
    rows = _numbered((row for body in bodies for row in body.iterchildren("tr")), f"{place}/row")
    return Table(tuple(Row(tuple(_cells(row, path)), path) for row, path in rows), place)


def _cells(row: lxml.etree._Element, place: str) -> Iterator[Cell]:
    for cell, path in _numbered(row.iterchildren("td", "th"), f"{place}/cell"):
        yield Cell(_blocks([cell], path), head=cell.tag == "th")


def _numbered(elements: Iterable[lxml.etree._Element], kind: str) -> Iterator[tuple[lxml.etree._Element, str]]:
    """Each element with its place."""
    return ((element, f"{kind}[{number}]") for number, element in enumerate(elements, 1))
