"""The inline text of HTML elements, as :mod:`generator.blocks.block` describes it."""

from __future__ import annotations

import re
import string
import urllib.parse

import lxml.etree

_SPACE = re.compile(r"\s+")
_ICON = re.compile(r"fa-(?!lg$|fw$|\dx$)[a-z-]+$")


def text_of(element: lxml.etree._Element) -> str:
    """Return the text of an element, with its white space."""
    return lxml.etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def words_of(text: str | None) -> str:
    """Return text with single spaces and without backticks."""
    # A backtick of the page would begin code in inline text.
    return _SPACE.sub(" ", text).replace("`", "‘") if text else ""


def inline_of(element: lxml.etree._Element) -> str:
    """Return the inline text of an element, as :mod:`generator.blocks.block` describes it."""
    if element.tag == "br":
        return "\n"
    if element.tag == "code":
        text = words_of(text_of(element))
        return f"`{text}`" if text else ""
    inner = words_of(element.text) + "".join(inline_of(child) + words_of(child.tail) for child in element)
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
