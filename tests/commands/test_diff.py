from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.paths import Layout

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
