"""The page of the vendor's documentation that a description sends its reader to: ``link``."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from generator.records.prose.description import Description
from generator.records.record import Statement

# Only the target is read: the words of a link are the vendor's.
_LINK = re.compile(
    r"\]\((?P<target>(?:https?://|/(?!/))[^\s()]+)\)|(?<![\w`(/\"'])\(?(?P<bare>https?://[^\s()`\"'<>{}]+[^\s()`\"'<>{}.,;:])"
)


def find_link(description: Description) -> list[Statement]:
    """Return the first link to a page of the vendor's own site, with its host."""
    for paragraph in description.paragraphs(in_lists=True):
        if "](" not in paragraph.text and "http" not in paragraph.text:
            continue
        for match in _LINK.finditer(paragraph.text):
            address = urljoin(description.site, match["target"] or match["bare"])
            if _is_page_of(description.site, address):
                description.coverage.read(paragraph, *match.span())
                return [Statement("link", address, paragraph.place)]
    return []


def _is_page_of(site: str, address: str) -> bool:
    """Return whether an address is a page, not the front page, of the domain of a site."""
    own, other = urlsplit(site).hostname or "", urlsplit(address)
    domain = ".".join(own.split(".")[-2:])
    host = other.hostname or ""
    return bool(domain) and (host == domain or host.endswith(f".{domain}")) and other.path not in ("", "/")
