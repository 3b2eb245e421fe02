"""What reads like a connector or a property outside every section that was recognised."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.reading import Read, read_text_of
from tests.records.stitch.test_page import part, table

ROWS = "<table><tr><td>id<br>STRING<br>REQUIRED</td><td>Words.</td></tr></table>"


def read(before: str, folder: Path, after: str = "") -> Read:
    return read_text_of(f"{before}{part()}{table('a')}{after}", folder)


def places(found: Read) -> list[str]:
    return [each.place for each in found.diagnostics if each.code == "outside-section"]


@pytest.mark.parametrize("heading", ["<h2 id='x'>More</h2>", "<h4 id='x'>Data structure</h4>"])
def test_a_property_table_outside_is_an_error(heading: str, tmp_path: Path):
    assert places(read("", tmp_path, heading + ROWS)) == ["#x/table[1]"]


def test_a_property_table_above_the_first_heading_is_an_error(tmp_path: Path):
    assert places(read(ROWS, tmp_path)) == ["heading[0]/table[1]"]


@pytest.mark.parametrize(
    "wrapped", [f"<ul><li>{ROWS}</li></ul>", f"<table><tr><td>One</td><td>{ROWS}</td></tr></table>"]
)
def test_a_property_table_inside_another_block_is_an_error(wrapped: str, tmp_path: Path):
    (place,) = places(read("", tmp_path, f"<h2 id='x'>More</h2>{wrapped}"))

    assert place.startswith("#x/")
    assert place.endswith("/table[1]")


@pytest.mark.parametrize("chapter", ["Core objects", "Data structures"])
def test_the_tables_of_a_chapter_about_something_else_are_not(chapter: str, tmp_path: Path):
    found = read("", tmp_path, f"<h2>{chapter}</h2><h3>The Box object</h3>{ROWS}<h2 id='y'>More</h2>{ROWS}")

    assert places(found) == ["#y/table[1]"]


def test_a_heading_or_a_sentence_of_a_connector_is_an_error_in_any_chapter(tmp_path: Path):
    heading = "<h3 id='x'>The Bolt source connection property objects</h3>"
    sentence = "<p>Bolts correspond to source <code>type: platform.bolt</code>.</p>"
    example = "<h3 id='y'>Example Bolt connection property object of old</h3>"
    found = read("", tmp_path, f"<h2>Core objects</h2>{heading}{sentence}{example}")

    assert places(found) == ["#x/p[1]", "#y"]


@pytest.mark.parametrize(
    "prose",
    [
        "<h2>Connection property types</h2><p>Words about the type of a source.</p>",
        "<h2>Prices</h2><table><tr><th>Name</th><th>Details</th></tr><tr><td>One plan</td><td>9</td></tr></table>",
        "<h2>Steps</h2><ol><li>Create a source</li></ol><pre>curl</pre>",
        "<nav><ul><li><a href='#acme'>The Acme source</a></li></ul></nav>",
    ],
)
def test_prose_and_navigation_are_not(prose: str, tmp_path: Path):
    found = read(prose, tmp_path, prose.replace("<nav>", "<h2>Below</h2><nav>"))

    assert found.codes == []


def test_two_sections_with_one_id_have_two_places(tmp_path: Path):
    found = read("", tmp_path, f"<h2 id='acme'>More</h2>{ROWS}")

    assert places(found) == ["#acme[2]/table[1]"]
