"""The index of a page: the connectors that it alone names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.reading import Read, read_text_of
from tests.records.stitch.test_page import part, table

HEAD = "<tr><td>Connection name</td><td>Connection type</td><td>Connection property</td></tr>"


def row(name: str, role: str, type_: str, link: str = "") -> str:
    shown = f'<a href="{link}">{type_}</a>' if link else type_
    return f"<tr><td>{name}</td><td>{role}</td><td>{shown}</td></tr>"


def read(rows: str, folder: Path, heading: str = "<h2>Search for connections</h2>", head: str = HEAD) -> Read:
    found = read_text_of(f"{heading}<table>{head}{rows}</table>{part()}{table('a')}", folder)
    assert found.reading.records.unaccounted == 0
    return found


def listed(found: Read) -> list[tuple[str, str, str]]:
    connectors = found.reading.records.connectors
    assert [each.listed_only for each in connectors] == sorted(each.listed_only for each in connectors)
    return [(each.role, each.type, each.name) for each in connectors if each.listed_only]


def test_a_row_without_a_part_is_a_connector_that_is_listed_only(tmp_path: Path):
    rows = row("Bolt", "Source", "platform.bolt") + row("Bolt", "destination", "bolt")

    assert listed(read(rows, tmp_path)) == [("source", "platform.bolt", "Bolt"), ("destination", "bolt", "Bolt")]


def test_a_row_with_a_part_is_not(tmp_path: Path):
    found = read(row("Acme", "source", "platform.acme", "#acme"), tmp_path)

    assert listed(found) == []
    assert found.codes == []


def test_the_first_of_two_rows_is_used(tmp_path: Path):
    rows = row("Bolt", "source", "bolt") + row("Bolts", "source", "bolt")

    assert listed(read(rows, tmp_path)) == [("source", "bolt", "Bolt")]


def test_a_version_is_not_part_of_the_name(tmp_path: Path):
    assert listed(read(row("Bolt (v2-1)", "source", "bolt"), tmp_path)) == [("source", "bolt", "Bolt")]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (row("Bolt", "sauce", "bolt"), "index-row"),
        ("<tr><td>Bolt</td><td>source</td></tr>", "index-row"),
        (row("Bolt", "source", "Coming soon"), "not-in-api"),
        (row("Bolt", "source", "a..b"), "not-in-api"),
        (row("Bolt", "source", ""), "not-in-api"),
        (row("Bolt", "source", "bolt", "#nowhere"), "index-target-missing"),
    ],
)
def test_a_row_that_names_no_connector_is_a_diagnostic(given: str, code: str, tmp_path: Path):
    found = read(given, tmp_path)

    assert listed(found) == []
    assert found.codes == [code, "not-in-index"][: 1 + (code == "index-target-missing")]


@pytest.mark.parametrize("link", ["#acme", "https://docs.example/bolt"])
def test_a_link_may_lead_to_another_part_or_page(link: str, tmp_path: Path):
    assert listed(read(row("Bolt", "source", "bolt", link), tmp_path)) == [("source", "bolt", "Bolt")]


@pytest.mark.parametrize("heading", ["", "<h2>Search</h2>", "<h2>Prices</h2>"])
def test_the_index_is_below_any_heading(heading: str, tmp_path: Path):
    assert listed(read(row("Bolt", "source", "bolt"), tmp_path, heading)) == [("source", "bolt", "Bolt")]


@pytest.mark.parametrize(
    ("heading", "head"),
    [("", HEAD.replace("Connection name", "Name")), ("<h2>Prices</h2>", row("Acme", "source", "acme"))],
)
def test_an_index_with_another_head_is_an_error(heading: str, head: str, tmp_path: Path):
    found = read(row("Bolt", "source", "bolt"), tmp_path, heading, head)

    assert listed(found) == []
    assert found.codes == ["index-head"]
