"""A page of the site whose HTML is taken from an earlier build if it is made of the same Markdown."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler

from generator.site.store import SiteStore, digest_of

_KIND = "page"
_log = logging.getLogger("mkdocs")


def make_pages(nav: Navigation, files: Files, config: MkDocsConfig, store: SiteStore) -> None:
    """Make the pages that the navigation does not list: those of connectors."""
    settings = Path(config.config_file_path).read_text(encoding="utf-8")
    names = digest_of([settings, *sorted(files.src_uris)])
    listed = {each.file.src_uri for each in nav.pages}
    for file in files.documentation_pages():
        if file.src_uri not in listed:
            SitePage(file, config, store, names)


class SitePage(Page):
    """A page that asks the store before it renders its Markdown.

    Args:
        file: The file of the page.
        config: The settings of the site.
        store: What earlier builds have made.
        names: The digest of the settings and of the names of all files, which decide where links lead.
    """

    def __init__(self, file: File, config: MkDocsConfig, store: SiteStore, names: str) -> None:
        super().__init__(None, file, config)
        self._store = store
        self._names = names

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown to HTML, or take the HTML of the same Markdown."""
        sources = (self.file.src_uri, self._names, str(self.markdown))
        kept = self._store.find(_KIND, *sources)
        if kept is not None:
            self._take(kept, files)
            return
        # Each build prints the warnings: a page that has some is rendered again.
        warnings = CountHandler(level=logging.WARNING)
        _log.addHandler(warnings)
        try:
            super().render(config, files)
        finally:
            _log.removeHandler(warnings)
        if not warnings.get_counts() and self.links_to_anchors is not None:
            self._store.keep(self._made(), _KIND, *sources)

    def _made(self) -> dict[str, Any]:
        links = self.links_to_anchors or {}
        return {
            "content": self.content,
            "title": self._title_from_render,
            "toc": [_item(each) for each in self.toc],
            "anchors": sorted(self.present_anchor_ids or ()),
            "links": {file.src_uri: anchors for file, anchors in links.items()},
        }

    def _take(self, kept: dict[str, Any], files: Files) -> None:
        self.content = kept["content"]
        self._title_from_render = kept["title"]
        self.toc = TableOfContents([_anchor(each) for each in kept["toc"]])
        self.present_anchor_ids = set(kept["anchors"])
        self.links_to_anchors = {files.src_uris[name]: anchors for name, anchors in kept["links"].items()}


def _item(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_item(each) for each in link.children]]


def _anchor(item: list[Any]) -> AnchorLink:
    title, name, level, children = item
    link = AnchorLink(title, name, level)
    link.children = [_anchor(each) for each in children]
    return link
