"""The page that a description sends its reader to: ``link``."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterable

from generator.blocks.block import Block
from generator.records.coverage import Coverage
from generator.records.prose.sentences import paragraphs
from generator.records.record import Statement

# Only the target is read: the words of a link are the vendor's.
_OWN = re.compile(r"\]\((?P<url>/(?!/)[^\s()]*)\)")
_LINK = re.compile(r"\]\((?P<url>https?://[^\s()]+)\)")
_BARE = re.compile(r"(?<![\w`(/\"'])\(?(?P<url>https?://(?![^\s`]*[<{])[^\s()`\"'<>]+[^\s()`\"'<>.,;:])")
_HELP = re.compile(
    r"\b(?:see|refer|documentation|docs|guide|instructions?|learn|read|article|how\s+to|more\s+info(?:rmation)?|visit|click|details|possible)\b|/docs?/|//docs\.|//help\.",
    re.IGNORECASE,
)


def find_link(blocks: tuple[Block, ...], coverage: Coverage) -> list[Statement]:
    """Return the first link within the vendor's own site, as it is written; else the first one to a page that helps.

    A link within the site is relative: it begins with a slash. Of an address with a host, the sentence or the words of
    the link must say that it is about help.
    """
    found = list(paragraphs(blocks, in_lists=True))
    for pattern in (_OWN, _LINK, _BARE):
        for paragraph in found:
            for match in pattern.finditer(paragraph.text):
                helps = _HELP.search(paragraph.text, max(match.start() - 90, 0), match.end())
                if pattern is _OWN or helps is not None:
                    coverage.read(paragraph, *match.span())
                    if pattern is not _OWN and helps is not None:
                        coverage.read(paragraph, *helps.span())
                    return [Statement("link", match["url"], paragraph.place)]
    return []


def own_page(link: str, pages: Iterable[str]) -> str | None:
    """Return the address of a link to the vendor's own site, of which ``pages`` are some; ``None`` if it is another's.

    A link that begins with a slash is relative to the first of these pages.
    """
    known = list(pages)
    if not known:
        return None
    address = urllib.parse.urljoin(known[0], link)
    hosts = {urllib.parse.urlsplit(page).hostname for page in known}
    parts = urllib.parse.urlsplit(address)
    return address if parts.hostname in hosts and parts.scheme == "https" else None
