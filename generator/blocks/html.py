"""Reads an HTML page into sections of blocks."""

from __future__ import annotations

import re
import string
import urllib.parse
from collections import Counter
from collections.abc import Iterable, Iterator

import lxml.etree

from generator.blocks.block import Block, Cell, Code, Item, List, Page, Paragraph, Row, Section, Table
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import DOCUMENT

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAVES = ("p", "ul", "ol", "table", "pre")
_BLOCKS = frozenset({*_LEAVES, *_HEADINGS, "div"})
_OPENED = re.compile(r"<(/?)(table|pre|ul|ol)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SPACE = re.compile(r"\s+")
_ICON = re.compile(r"fa-(?!lg$|fw$|\dx$)[a-z-]+$")

_TOO_DEEP = lxml.etree.XPath(f"boolean({'/*' * (DOCUMENT.depth + 1)})")

# Elements whose content is no text of the page.
_NO_TEXT = ("script", "style", "template", "noscript", "head", "svg", "button", "input")


def read_html(content: str, diagnostics: Diagnostics) -> Page:
    """Return the sections of a page; a page that ends inside an element gets an error ``cut-off``."""
    _report_cut_off(content, diagnostics)
    parser = lxml.etree.HTMLParser(encoding="utf-8", remove_comments=True)
    root = lxml.etree.fromstring(content.encode(), parser)
    if root is None:  # a page of nothing but comments
        return Page(())
    if _TOO_DEEP(root):  # the parser leaves out what is below 256 levels
        diagnostics.error("too-large", "", f"elements are nested more than {DOCUMENT.depth} levels deep")
        return Page(())
    lxml.etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    return Page(tuple(_sections(root)))


def _report_cut_off(content: str, diagnostics: Diagnostics) -> None:
    # A comment that does not end stays, so that the page is seen to be cut off.
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
    for node in _flat(root):
        if isinstance(node, str) or node.tag not in _HEADINGS:
            sections[-1][1].append(node)
        else:
            sections.append((node, []))
    for ordinal, (heading, leaves) in enumerate(sections):
        anchor = heading.get("id") or "" if heading is not None else ""
        place = f"#{anchor}" if anchor else f"heading[{ordinal}]"
        blocks = _blocks(leaves, place)
        if heading is None:
            yield Section(0, "", "", place, blocks)
        else:
            yield Section(int(heading.tag[1]), " ".join(_text_of(heading).split()), anchor, place, blocks)


def _flat(element: lxml.etree._Element) -> Iterator[lxml.etree._Element | str]:
    """Yield the headings and the outermost block elements below ``element``, and the text loose between them."""
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
        self._counts = Counter[str]()
        self._inline: list[str] = []

    def read(self, leaves: Iterable[lxml.etree._Element | str]) -> Iterator[Block]:
        for leaf in leaves:
            if isinstance(leaf, str):
                self._inline.append(_words(leaf))
            else:
                yield from self._element(leaf)
        yield from self._paragraph()

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        return f"{self._place}/{kind}[{self._counts[kind]}]"

    def _paragraph(self) -> Iterator[Block]:
        lines = (line.strip() for line in "".join(self._inline).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._inline = []
        if text:
            yield Paragraph(text, self._next("p"))

    def _element(self, element: lxml.etree._Element) -> Iterator[Block]:
        if _BLOCKS.isdisjoint(inner.tag for inner in element.iter()):
            self._inline.append(_inline(element))
            return
        yield from self._paragraph()
        if element.tag == "table":
            yield _table(element, self._next("table"))
        elif element.tag in ("ul", "ol"):
            place = self._next("list")
            items = _numbered(element.iterchildren("li"), f"{place}/item")
            yield List(tuple(Item(_blocks([item], path), path) for item, path in items), place)
        elif element.tag == "pre":
            yield Code(_text_of(element).strip("\n"), self._next("code"))
        else:
            self._inline.append(_words(element.text))
            for child in element:
                yield from self._element(child)
                self._inline.append(_words(child.tail))
            yield from self._paragraph()


def _table(element: lxml.etree._Element, place: str) -> Table:
    bodies = [element, *element.iterchildren("thead", "tbody", "tfoot")]
    rows = _numbered((row for body in bodies for row in body.iterchildren("tr")), f"{place}/row")
    return Table(tuple(Row(tuple(_cells(row, path)), path) for row, path in rows), place)


def _cells(row: lxml.etree._Element, place: str) -> Iterator[Cell]:
    for cell, path in _numbered(row.iterchildren("td", "th"), f"{place}/cell"):
        yield Cell(_blocks([cell], path), head=cell.tag == "th")


def _numbered(elements: Iterable[lxml.etree._Element], kind: str) -> Iterator[tuple[lxml.etree._Element, str]]:
    return ((element, f"{kind}[{number}]") for number, element in enumerate(elements, 1))


def _text_of(element: lxml.etree._Element) -> str:
    return lxml.etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def _words(text: str | None) -> str:
    """Return text with single spaces; a backtick that the author typed would read as the start of code."""
    return _SPACE.sub(" ", text).replace("`", "‘") if text else ""


def _inline(element: lxml.etree._Element) -> str:
    """Return the inline text of an element, as :mod:`generator.blocks.block` describes it."""
    if element.tag == "br":
        return "\n"
    if element.tag == "code":
        text = _words(_text_of(element))
        return f"`{text}`" if text else ""
    inner = _words(element.text) + "".join(_inline(child) + _words(child.tail) for child in element)
    if not inner.strip():
        return _icon(element) if element.tag == "i" else inner
    if element.tag in ("strong", "b"):
        return f"**{inner.strip()}**"
    if element.tag == "a" and (target := element.get("href")):
        # A space would end the target of a link in Markdown.
        return f"[{inner.strip()}]({urllib.parse.quote(target.strip(), safe=string.punctuation)})"
    return inner


def _icon(element: lxml.etree._Element) -> str:
    names = [name for name in (element.get("class") or "").split() if _ICON.match(name)]
    return f":{names[0].removeprefix('fa-')}:" if names else ""
