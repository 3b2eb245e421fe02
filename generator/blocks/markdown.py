"""Reads a short Markdown text, such as a description in an OpenAPI file, into blocks."""

from __future__ import annotations

import html
import re

from generator.blocks.block import Block, Item, List, Paragraph

_BREAK = re.compile(r"\s*(?:<br\s*/?>|</?p>|</?[ou]l>|</li>|(?=<li>)|\n)\s*", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:strong|b)>", re.IGNORECASE)
_CODE = re.compile(r"</?code>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*•]\s+|<li>\s*)(?P<text>.+)|(?P<literal>`[^`]+`\s*[-–—:].*)")


def read_markdown(text: str, place: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a text; lines that each begin with a literal are a list too.

    Args:
        text: Markdown with the HTML tags that vendors mix into it.
        place: Where the text stands; paragraphs and items are numbered below it.
    """
    lines = [line for line in (_clean(part) for part in _BREAK.split(text)) if line]
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


def _clean(text: str) -> str:
    marked = _CODE.sub("`", _BOLD.sub("**", text))
    item = "- " if re.match(r"\s*<li>", marked, re.IGNORECASE) else ""
    return item + html.unescape(_TAG.sub("", marked)).strip()


def _list(items: list[str], place: str) -> List:
    paths = [f"{place}/item[{number}]" for number in range(1, len(items) + 1)]
    made = [Item((Paragraph(text, f"{path}/p[1]"),), path) for text, path in zip(items, paths, strict=True)]
    return List(tuple(made), place)
