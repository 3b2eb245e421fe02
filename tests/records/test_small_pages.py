"""Each shape of page, one small page for it: the golden beside the page holds the connectors in catalog form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Level
from generator.serialize import dumps
from tests.records.reading import PAGES, captured, comparable, read

CASES = sorted(path for path in PAGES.glob("*/*") if path.suffix in (".html", ".txt", ".yaml"))
each_page = pytest.mark.parametrize("page", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")


@each_page
def test_the_page_gives_these_connectors(page: Path, golden_beside: Callable[[str, Path], None]):
    connectors = [connector.to_json() for connector in read(page).connectors]
    golden_beside(dumps(connectors), page.with_name(f"{page.name}.records.json"))


@each_page
def test_nothing_of_the_page_is_an_error_or_unaccounted(page: Path):
    document = read(page)
    assert [str(each) for each in document.diagnostics if each.level is Level.ERROR] == []
    assert document.reading.records.unaccounted == 0


@each_page
def test_the_capture_of_the_page_gives_the_same_records_and_diagnostics(page: Path, tmp_path: Path):
    document = read(page)
    again = captured(document, tmp_path)
    assert comparable(again.connectors) == comparable(document.connectors)
    # A capture has the keywords as they are read.
    lines = [line for line in document.lines if "[misspelt-keyword]" not in line]
    assert [line.partition(":")[2] for line in again.lines] == [line.partition(":")[2] for line in lines]


@each_page
def test_the_capture_of_a_capture_is_the_same_capture(page: Path, tmp_path: Path):
    once = captured(read(page), tmp_path)
    twice = captured(once, tmp_path)
    data = [document.reading.document.data for document in (once, twice)]
    # A capture of a page has sections; one of an API file has schemas and operations.
    kept = [{name: value for name, value in each.items() if name != "document"} for each in data]
    assert kept[0]
    assert kept[0] == kept[1]
