"""MkDocs hooks: breadcrumbs, the neighbours of a page, a connector's JSON, and the data of its builder.

The HTML of a page's Markdown and the data take long to make, and are kept between builds.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.paths import TEMPLATES, Layout
from generator.pipeline.cache import digest_of_tools
from generator.serialize import dumps_line
from generator.site.data import InvalidFileError, SiteData
from generator.site.page import make_pages
from generator.site.store import SiteStore

_BUNDLE = TEMPLATES / "builder" / "dist"
"""The bundle that `make builder` writes; without it, the site has no builder."""


class Link(NamedTuple):
    """A link to a page of the site."""

    title: str
    url: str


_order: dict[str, list[Link]] = {}
_data = SiteData(Layout())
_store = SiteStore(Layout().kept_site, digest_of_tools())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add a page for each vendor after the first of the navigation."""
    pages: list[Any] = config.nav or []
    try:
        vendors = [{title: f"{name}/index.md"} for name, title in _data.titles.items()]
    except InvalidFileError as fault:
        raise PluginError(str(fault)) from fault
    config.nav = [*pages[:1], *vendors, *pages[1:]] if pages else None
    return config


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files, **_other: Any) -> Navigation:
    """Make the pages of connectors."""
    make_pages(nav, files, config, _store)
    return nav


def on_env(env: Any, *, files: Files, **_other: Any) -> Any:
    """Order the pages of each folder by title, once all have been read: connectors by vendor and role, and systems."""
    _order.clear()
    for file in files.documentation_pages():
        page = file.page
        if page is not None and not _is_index(page):
            _order.setdefault(page.url.rpartition("/")[0], []).append(Link(_title(page), page.url))
    for links in _order.values():
        links.sort(key=lambda each: (each.title.lower(), each.url))
    return env


def on_page_context(
    context: dict[str, Any], *, page: Page, nav: Navigation, config: MkDocsConfig, **_other: Any
) -> dict[str, Any]:
    """Add ``title``, ``trail``, ``previous``, ``next``, and ``builder``: the address of the data of its builder.

    A connector's page is also written as JSON, beside it.
    """
    vendors = {each.url.partition("/")[0]: each.title for each in nav.pages if each.url.endswith("/index.html")}
    parts = page.url.split("/")
    trail = [] if page.is_homepage else [Link("Home", "index.html")]
    if len(parts) > 1 and not _is_index(page):
        trail.append(Link(str(vendors.get(parts[0], parts[0])), f"{parts[0]}/index.html"))
    siblings = _order.get(page.url.rpartition("/")[0], [])
    position = next((at for at, each in enumerate(siblings) if each.url == page.url), None)
    around = [None, *siblings, None]
    before, after = (None, None) if position is None else (around[position], around[position + 2])
    builder = _write_data(page.url.removesuffix(".html"), Path(config.site_dir)) if len(parts) == 3 else ""
    found = {"title": _title(page), "trail": trail, "previous": before, "next": after}
    return context | found | {"builder": builder}


def on_post_build(*, config: MkDocsConfig, **_other: Any) -> None:
    """Copy the bundle of the builder; keep what was made."""
    _store.save()
    if _BUNDLE.is_dir():
        shutil.copytree(_BUNDLE, Path(config.site_dir) / "assets" / "builder", dirs_exist_ok=True)


def _write_data(key: str, folder: Path) -> str:
    """Write a connector's page as JSON, and the data of its builder; return the address of the latter, if there is one.

    Nothing is written of a connector that the project's catalog does not have.
    """
    source = _data.source_of(key)
    if source is None:
        return ""
    (folder / key).parent.mkdir(parents=True, exist_ok=True)
    try:
        return _write_found(key, source, folder)
    except InvalidFileError as fault:
        raise PluginError(str(fault)) from None


def _write_found(key: str, source: str, folder: Path) -> str:
    page = _store.take(lambda: dumps_line(_data.page(_data.connector(key))), "page", source)
    (folder / f"{key}.json").write_text(page, encoding="utf-8")
    if not _BUNDLE.is_dir():
        return ""
    builder = _store.take(lambda: dumps_line(_data.of(_data.connector(key))), "builder", source)
    (folder / f"{key}.builder.json").write_text(builder, encoding="utf-8")
    return f"{key}.builder.json"


def _is_index(page: Page) -> bool:
    return page.url.rpartition("/")[2] == "index.html"


def _title(page: Page) -> str:
    # MkDocs' own is that of the navigation, where there is one.
    return str(page.toc.items[0].title if page.toc and page.toc.items else page.title or page.url)
