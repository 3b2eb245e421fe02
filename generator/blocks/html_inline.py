"""Turns inline HTML (text, code, strong, links, line breaks, icons) into one string."""

from __future__ import annotations

import re

from bs4 import Comment, Tag
from bs4.element import NavigableString, PageElement

IGNORED = ("script", "style", "template", "noscript", "head", "svg", "button", "input")
"""Elements whose content is no text of the page."""

_SPACE = re.compile(r"\s+")
_ICON = re.compile(r"fa-(?!lg$|fw$|\dx$)[a-z-]+$")


def inline(node: PageElement) -> str:
    """The inline text of an element or a string, as :mod:`generator.blocks.block` describes it."""
    if isinstance(node, NavigableString):
        # A backtick that the author typed would read as the start of code.
        return "" if isinstance(node, Comment) else _SPACE.sub(" ", str(node)).replace("`", "‘")
    assert isinstance(node, Tag)
    return _inline_tag(node)


def _inline_tag(tag: Tag) -> str:
    if tag.name in IGNORED:
        return ""
    if tag.name == "br":
        return "\n"
    if tag.name == "code":
        text = _SPACE.sub(" ", tag.get_text()).replace("`", "‘")
        return f"`{text}`" if text else ""
    inner = "".join(inline(child) for child in tag.children)
    if not inner.strip():
        return _icon(tag) if tag.name == "i" else inner
    return _marked(tag, inner)


def _marked(tag: Tag, inner: str) -> str:
    if tag.name in ("strong", "b"):
        return f"**{inner.strip()}**"
    if tag.name == "a" and tag.get("href"):
        return f"[{inner.strip()}]({tag['href']})"
    return inner


def _icon(tag: Tag) -> str:
    names = [name for name in tag.get_attribute_list("class") if name and _ICON.match(name)]
    return f":{names[0].removeprefix('fa-')}:" if names else ""


def tidy(text: str) -> str:
    """Inline text without empty lines and without space at the ends of lines."""
    return "\n".join(line for line in (part.strip() for part in text.split("\n")) if line)
