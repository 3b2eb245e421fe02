"""Measures how fast a large page is read, against BeautifulSoup on the same page."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup

from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout
from generator.pipeline.reading import read_records
from generator.profiles.profile import load_vendors
from tests.bench.figure import Figure, best_of

_PAGE = PROJECT.parent / "shared" / "documents" / "stitch" / "connect-api-2021-01.html"
_NAME = "a page of 4.3 MB into records, against BeautifulSoup(page, 'lxml') alone"


def figures() -> Iterator[Figure]:
    """Yield the time for the whole page as a fraction of the peer's time."""
    if not _PAGE.is_file():
        yield Figure(_NAME, None, "times the peer", 1.0, detail=f"{_PAGE} does not exist")
        return
    page = _PAGE.read_text(encoding="utf-8")
    vendors = load_vendors(Layout().vendors, Diagnostics())
    ours = best_of(3, lambda: read_records(_PAGE, None, Diagnostics(_PAGE.name), vendors=vendors))
    peer = best_of(3, lambda: BeautifulSoup(page, "lxml"))
    yield Figure(_NAME, ours / peer, "times the peer", 1.0, detail=f"{ours:.2f} s against {peer:.2f} s")
