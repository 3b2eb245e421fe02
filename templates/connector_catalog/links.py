"""Links to the pages of the reference, where somebody has published them. Needs the standard library only."""

from __future__ import annotations

import os
from urllib.parse import quote, urlsplit

from .build import setting

VARIABLE = "CONNECTOR_CATALOG_REFERENCE_URL"
"""The environment variable with the base URL."""

_PAGE = "{page}"
_SUFFIX = ".md"
_RESERVED = ".invalid"


class BadUrlError(ValueError):
    """A base URL is not the address of a web page."""


class Links:
    """Makes links to pages of the reference, below one base URL or with the page in its place in a URL."""

    def __init__(self, base: str = "") -> None:
        """Take a base URL, such as ``https://docs.example.com/catalog``; empty, there are no links.

        ``{page}`` in it stands for a page without its suffix; without that, ``/{page}.html`` is added.

        Raises:
            BadUrlError: It is no URL of the schemes ``http`` and ``https``.
        """
        self._template = _template(base) if base else ""

    def to(self, reference: str) -> str:
        """Return the link to a page, with an anchor where the reference has one; empty if there are no links."""
        if not self._template or not reference:
            return ""
        page, mark, anchor = reference.partition("#")
        return self._template.replace(_PAGE, quote(page.removesuffix(_SUFFIX))) + mark + quote(anchor)


def _template(base: str) -> str:
    try:
        parts = urlsplit(base)
        is_url = parts.scheme in ("http", "https") and bool(parts.hostname) and base.isascii() and base.isprintable()
    except ValueError:
        is_url = False
    if not is_url or set(base) & set(' "<>\\^`|') or (_PAGE not in base and (parts.query or parts.fragment)):
        raise BadUrlError(f"expected a URL that begins with https:// or http://, also in {VARIABLE}")
    if f".{parts.hostname}".rstrip(".").endswith(_RESERVED):
        # An address in the reserved domain means that nothing is published.
        return ""
    return base if _PAGE in base else f"{base.rstrip('/')}/{_PAGE}.html"


def links(base: str = "") -> Links:
    """Return the links below a base URL: the one given, else of the environment, else of the build of the package.

    Raises:
        BadUrlError: The URL that is given, or the one of the environment, is none.
    """
    return Links(base or os.environ.get(VARIABLE) or setting("baseUrl"))
