"""``diff``: what differs between two catalogs or two documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.paths import Layout
from generator.serialize import dumps
from tests.catalog.building import Fields, connector, prop

PAGE = """<h4 id="acme-object">The Acme source connection property object</h4>
<p>Boxes correspond to source <code>type: platform.acme</code>.</p>
<table>
<tr><td><strong>region</strong><br>STRING<br>OPTIONAL</td><td>A place.</td></tr>
<tr><td><strong>size</strong><br>STRING<br>REQUIRED</td><td>How large.</td></tr>
</table>
"""
FORM = "stitch/source/platform.acme form"


def _diff(old: Path, new: Path) -> list[str]:
    result = CliRunner().invoke(main, ["diff", str(old), str(new)])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def _changed(tmp_path: Path, old: str, new: str) -> list[str]:
    """Return what the command prints for a page and the same page with one replacement."""
    before, after = tmp_path / "old.html", tmp_path / "new.html"
    before.write_text(PAGE, encoding="utf-8")
    after.write_text(PAGE.replace(old, new, 1), encoding="utf-8")
    return _diff(before, after)


def test_a_page_and_itself_are_the_same(tmp_path: Path):
    assert _changed(tmp_path, "STRING", "STRING") == []


def test_a_project_and_itself_are_the_same(project: Layout):
    assert _diff(project.root, project.root) == []


def test_a_changed_type_is_reported(tmp_path: Path):
    assert _changed(tmp_path, "STRING", "INTEGER") == [f'~ {FORM}.region type: "string" → "integer"']


def test_a_changed_requirement_is_reported(tmp_path: Path):
    assert _changed(tmp_path, "OPTIONAL", "REQUIRED") == [f'~ {FORM}.region requirement: "optional" → "required"']


def test_a_new_and_a_lost_property_are_reported(tmp_path: Path):
    assert _changed(tmp_path, "region", "country") == [f"+ {FORM}.country", f"- {FORM}.region"]


def test_a_lost_connector_is_reported(project: Layout, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    lines = _diff(project.root, tmp_path / "empty")

    assert "- fivetran/source/iterable" in lines


def _two(tmp_path: Path, old: Fields, new: Fields, **more: Any) -> list[str]:
    """Return what the command prints for two catalogs of one connector with one property."""
    for name, fields, head in (("old", old, {}), ("new", new, more)):
        path = tmp_path / name / "catalog/connectors/acme/source/x.json"
        path.parent.mkdir(parents=True)
        path.write_text(dumps(connector({"name": "a"} | fields, **head).to_json()), encoding="utf-8")
    return _diff(tmp_path / "old", tmp_path / "new")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ({}, {"default": None}, "default: not stated → null"),
        ({"default": "é"}, {}, 'default: "é" → not stated'),
        ({"default": 1}, {"default": True}, "default: 1 → true"),
        ({"enum": ["x"]}, {"enum": ["x", "y"]}, 'enum: ["x"] → ["x", "y"]'),
        ({"secret": True}, {"secret": False}, "secret: true → false"),
    ],
)
def test_a_field_that_differs_is_reported(old: Fields, new: Fields, line: str, tmp_path: Path):
    assert _two(tmp_path, old, new) == [f"~ acme/source/x form.a {line}"]


@pytest.mark.parametrize("name", ["sources", "inferred"])
def test_where_a_field_comes_from_is_ignored(name: str, tmp_path: Path):
    value = [{"document": "acme/page"}] if name == "sources" else ["type"]

    assert _two(tmp_path, {}, {name: value}) == []


def test_nested_properties_have_lines_of_their_own(tmp_path: Path):
    old, new = prop("a", "object", properties=[prop("b")]), prop("a", "object", properties=[prop("c", "integer")])

    assert _two(tmp_path, old, new) == ["- acme/source/x form.a.b", "+ acme/source/x form.a.c"]


def test_the_name_and_the_status_of_a_connector_are_compared(tmp_path: Path):
    assert _two(tmp_path, {}, {}, name="Y", status="listed") == [
        '~ acme/source/x name: "X" → "Y"',
        '~ acme/source/x status: "documented" → "listed"',
    ]


def test_a_document_that_cannot_be_read_is_an_error(tmp_path: Path):
    (tmp_path / "old.html").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["diff", str(tmp_path / "old.html"), str(tmp_path)])

    assert result.exit_code == 2
    assert "empty-document" in result.stderr
