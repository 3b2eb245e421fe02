"""The documentation site of connectors with hostile texts: whole pages as mkdocs writes them."""

from __future__ import annotations

import functools
import logging
import random
import re
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.catalog.catalog import Catalog
from generator.context.catalog_shape import catalog_shape_of
from generator.outputs.catalog_files import catalog_files
from generator.outputs.connector_files import connector_files
from generator.outputs.task import Task
from generator.paths import PROJECT, REFERENCE
from generator.site.store import SiteStore
from tests.fuzz import places
from tests.fuzz.checks.markdown import TAGS
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.report import Report
from tests.vendors import ACME, ACME_PROFILE

_TOKEN = re.compile(r"zq\d{3}q\d{3}qz")
_THEME = """
    html head meta link title script style body div nav ul li a button span i form input label h4 p footer hr main
    header small kbd search details summary ol
"""
_SHOWN = {"content", "id", "href", "title"}
_LINK = re.compile(r"(?:\.\./|[\w./-])*[\w.-]*(?:#[\w.-]*)?|https?://[\w./~%?&=+#;-]+")


class _Live(HTMLParser):
    """What of a page holds a token and is no text: a tag, an attribute, a comment, a script."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if _TOKEN.search(tag):
            self.found.append(f"the tag {tag!r:.100}")
        for name, value in attrs:
            bad = name not in _SHOWN or (name == "href" and not _LINK.fullmatch(value or ""))
            if _TOKEN.search(name) or (bad and _TOKEN.search(value or "")):
                self.found.append(f"the attribute {name}={value!r:.100}")

    def handle_comment(self, data: str) -> None:
        if _TOKEN.search(data):
            self.found.append(f"the comment {data!r:.100}")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] in ("script", "style") and self.cdata_elem and _TOKEN.search(data):
            self.found.append(f"a script {data!r:.100}")


def run(seed: int, count: int) -> Report:
    """Build the site of some connectors; a case is a text at a place."""
    numbers = list(range(len(HOSTILE)))
    random.Random(seed).shuffle(numbers)
    chosen = numbers[: max(1, count // len(places.PLACES))]
    connectors = [places.connector(number) for number in chosen]
    # One that has the texts of a plain page, for the number of tags of the theme's own.
    origins = {number: places.origin(number) for number in chosen}
    made = dict(
        zip(
            (each.key for each in connectors),
            connector_files(
                [
                    Task(each, ACME, origins[number], api=places.api(number))
                    for each, number in zip(connectors, chosen, strict=True)
                ]
            ),
            strict=True,
        )
    )
    files = {path: text for each in made.values() for path, text in each.files.items()}
    catalog = Catalog(tuple(connectors), {}, (), {"acme": ACME_PROFILE})
    files |= catalog_files(catalog_shape_of(catalog), {key: each.shared for key, each in made.items()})
    with tempfile.TemporaryDirectory() as folder:
        failures = tuple(_faults(Path(folder), files))
    return Report(len(chosen) * len(places.PLACES), failures)


def _faults(folder: Path, files: dict[str, str]) -> Iterator[str]:
    for path, text in files.items():
        if path.startswith(REFERENCE):
            target = folder / "docs" / path.removeprefix(f"{REFERENCE}/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    _build(folder)
    for path in sorted((folder / "site").rglob("*.html")):
        if path.name == "404.html":
            continue
        page = _Live()
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        yield from (f"{path.relative_to(folder / 'site')}: {fault}" for fault in page.found)
        allowed = _own_tags()
        yield from (
            f"{path.relative_to(folder / 'site')}: the tag {tag!r:.100}" for tag in page.tags if tag not in allowed
        )


@functools.cache
def _own_tags() -> frozenset[str]:
    """The tags of the theme, and those of a reference."""
    return frozenset((*_THEME.split(), *TAGS))


def _build(folder: Path) -> None:
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    options: dict[str, Any] = {"docs_dir": str(folder / "docs"), "site_dir": str(folder / "site"), "nav": None}
    config = load_config(str(PROJECT / "mkdocs.yml"), **options)
    config.nav = None
    # What is kept between builds is that of the project's own site.
    with mock.patch.object(SiteStore, "save"):
        build(config)
