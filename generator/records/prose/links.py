"""The page of the vendor's documentation that a description links to: ``link``."""

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
    """Return the address of the first link to a page of the vendor's own site."""
    for paragraph in description.paragraphs(in_lists=True):
        if "](" not in paragraph.text and "http" not in paragraph.text:
            continue
        for match in _LINK.finditer(paragraph.text):
            address = _page_of(description.site, match["target"] or match["bare"])
            if address:
                description.coverage.read(paragraph, *match.span())
                return [Statement("link", address, paragraph.place)]
    return []


def _page_of(site: str, target: str) -> str:
    """Return the address of a page in the domain of a site; empty for another domain, and for the front page."""
    try:
        address = urljoin(site, target)
        parts = urlsplit(address)
        host, site_host = parts.hostname or "", urlsplit(site).hostname or ""
    except ValueError:  # such as https://[shop].example
        return ""
    domain = ".".join(site_host.split(".")[-2:])
    is_page = domain and (host == domain or host.endswith(f".{domain}")) and parts.path not in ("", "/")
    return address if is_page else ""
