"""Reads Markdown with HTML tags, the form of descriptions in OpenAPI files, as blocks."""

from __future__ import annotations

import html
import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from generator.blocks.block import Block, Item, List, Paragraph
from templates.connector_catalog.bounds import DOCUMENT

# Most texts have no tag and are not parsed.
_TAG = re.compile(r"</?[a-z]", re.IGNORECASE)
# A tag inside code is text, such as ``<name>``. A backtick within a word opens no code.
_CODE = re.compile(r"(?<![\w`])`[^`\n]+`(?![\w`])")
# An XML declaration makes the parser warn that the text is not HTML.
_XML_DECLARATION = re.compile(r"<\?xml\b[^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"[-*•]\s+(?P<text>.+)|(?P<literal>`[^`]+`\s*[-–—:].*)")
_MARKS = dict.fromkeys(("br", "p", "ul", "ol"), ("\n", "\n")) | {
    "li": ("\n- ", "\n"),
    "strong": ("**", "**"),
    "b": ("**", "**"),
    "code": ("`", "`"),
}


class NestingError(ValueError):
    """Tags are nested more deeply than the parser reads."""


def read_markdown(text: str, place: str) -> tuple[Block, ...]:
    """Return the paragraphs and lists of Markdown with HTML tags. A line that begins with a literal is an item, too.

    Raises:
        NestingError: The tags are nested too deeply.
    """
    markdown = _without_tags(text) if _TAG.search(text) else html.unescape(text)
    lines = [line for line in (part.strip() for part in markdown.split("\n")) if line]
    blocks: list[Block] = []
    items: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        item = _ITEM.fullmatch(line)
        if item is not None and (blocks or items):
            items.append(item["text"] or item["literal"])
            continue
        if items:
            blocks.append(_list(items, f"{place}/list[{number}]"))
            items = []
        if line:
            blocks.append(Paragraph(line, f"{place}/p[{number}]"))
    return tuple(blocks)


def _without_tags(text: str) -> str:
    """Replace HTML tags with the marks of Markdown; tags without a mark are removed."""
    text = _CODE.sub(lambda code: code[0].replace("<", "&lt;"), _XML_DECLARATION.sub("", text))
    parts: list[str] = []
    # A stack, because tags may be nested more deeply than calls; lxml, because html.parser fails on some texts.
    stack: list[tuple[PageElement | str, int]] = [(BeautifulSoup(text, "lxml"), 0)]
    while stack:
        node, depth = stack.pop()
        if isinstance(node, Tag):
            if depth > DOCUMENT.depth:  # the parser drops content below 256 levels
                raise NestingError(f"the tags are nested more than {DOCUMENT.depth} levels deep")
            before, after = _link_marks(node) if node.name == "a" else _MARKS.get(node.name, ("", ""))
            children: list[PageElement | str] = [after, *reversed(node.contents), before]
            stack += [(child, depth + 1) for child in children]
        elif type(node) in (str, NavigableString):  # a comment's and a script's text are of other types
            parts.append(str(node))
    return "".join(parts)


def _link_marks(link: Tag) -> tuple[str, str]:
    target = link.get("href")
    return ("[", f"]({target})") if isinstance(target, str) and not re.search(r"[\s()]", target) else ("", "")


def _list(items: list[str], place: str) -> List:
    paths = ((text, f"{place}/item[{number}]") for number, text in enumerate(items, 1))
    return List(tuple(Item((Paragraph(text, f"{path}/p[1]"),), path) for text, path in paths), place)
