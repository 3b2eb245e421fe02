"""The addresses that documents are fetched from."""

from __future__ import annotations

import urllib.parse
from collections.abc import Collection

from generator.documents.answer import FetchError
from generator.documents.hosts import has_same_owner


def parse_address(url: str, hosts: Collection[str]) -> urllib.parse.SplitResult:
    """Return the parts of an https URL.

    Args:
        url: The URL.
        hosts: The hosts that it may lead to, each with the rest of its domain.

    Raises:
        FetchError: The URL is not a plain https URL, or leads to another host.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        valid = parts.port is None or parts.port > 0
    except ValueError:
        raise FetchError("the URL is invalid") from None
    if parts.scheme != "https" or not parts.hostname or not valid:
        raise FetchError("the URL does not begin with https:// and a host")
    if parts.username is not None or not url.isascii() or not url.isprintable() or " " in url:
        raise FetchError("the URL has a user or characters that a URL must not have")
    if not has_same_owner(parts.hostname, hosts):
        message = f"it leads to the host {printable(parts.hostname)!r}, which is not of a domain of "
        raise FetchError(f"{message}{', '.join(sorted(hosts))}; a vendor's profile lists others under hosts")
    return parts


def target_of(parts: urllib.parse.SplitResult) -> str:
    """Return the path and the query that a request for a URL asks for."""
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return path + (f"?{parts.query}" if parts.query else "")


def printable(text: str) -> str:
    """Return a text for a message, shortened, without characters that a terminal would act on."""
    return "".join(character if character.isprintable() else "?" for character in text[:200])
