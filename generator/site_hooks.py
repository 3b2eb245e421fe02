"""MkDocs hooks: breadcrumbs, and the neighbours of a connector's page in its vendor's list."""

from __future__ import annotations

from typing import Any, NamedTuple

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class Link(NamedTuple):
    """A link to a page of the site."""

    title: str
    url: str


_order: dict[str, list[Link]] = {}


def on_env(env: Any, *, files: Files, **_other: Any) -> Any:
    """Order the connectors of each vendor and role by title, once all pages have been read."""
    _order.clear()
    for file in files.documentation_pages():
        page = file.page
        if page is not None and page.url.count("/") == 2:
            _order.setdefault(page.url.rpartition("/")[0], []).append(Link(_title(page), page.url))
    for links in _order.values():
        links.sort(key=lambda each: (each.title.lower(), each.url))
    return env


def on_page_context(context: dict[str, Any], *, page: Page, nav: Navigation, **_other: Any) -> dict[str, Any]:
    """Add ``trail``, ``previous`` and ``next``."""
    vendors = {each.url.partition("/")[0]: each.title for each in nav.pages if each.url.endswith("/index.html")}
    parts = page.url.split("/")
    trail = [] if page.is_homepage else [Link("Home", "index.html")]
    if len(parts) == 3:
        trail.append(Link(str(vendors.get(parts[0], parts[0])), f"{parts[0]}/index.html"))
    siblings = _order.get(page.url.rpartition("/")[0], [])
    position = next((at for at, each in enumerate(siblings) if each.url == page.url), None)
    around = [None, *siblings, None]
    before, after = (None, None) if position is None else (around[position], around[position + 2])
    return context | {"title": _title(page), "trail": trail, "previous": before, "next": after}


def _title(page: Page) -> str:
    # The title that MkDocs finds is the first line's, which is a comment here.
    return str(page.toc.items[0].title if page.toc and page.toc.items else page.title or page.url)
