"""What ``diff`` compares: documents, captures, catalogs, projects and git revisions, in every combination."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.paths import Layout
from generator.second_process import started
from generator.serialize import dumps
from tests.bench.differences.figures import apply_patches

PAGE = """<h4 id="acme-object">The Acme source connection property object</h4>
<p>Boxes correspond to source <code>type: platform.acme</code>.</p>
<table>
<tr><td><strong>region</strong><br>STRING<br>OPTIONAL</td><td>A place.</td></tr>
<tr><td><strong>size</strong><br>STRING<br>REQUIRED</td><td>How large.</td></tr>
</table>
"""
KINDS = ("document", "capture", "catalog", "project", "revision")


def _git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def _diff(root: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["--project", str(root), "diff", "--", *map(str, arguments)])


@pytest.fixture(scope="module")
def project(made_small_project: Layout, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a repository, whose catalog is that of one captured page."""
    root = tmp_path_factory.mktemp("sides") / "project"
    shutil.copytree(made_small_project.root / "catalog", root / "catalog")
    for folder in ("documents", "connectors", "envelopes", "history", "corrections"):
        shutil.rmtree(root / "catalog" / folder, ignore_errors=True)
    (root / "page.html").write_text(PAGE, encoding="utf-8")
    for command in (["capture", "--date", "2026-11", str(root / "page.html")], ["generate"]):
        result = CliRunner().invoke(main, ["--project", str(root), *command])
        assert result.exit_code == 0, result.output
    _git(root, "init", "-q")
    _git(root, "add", "catalog")
    _git(root, "commit", "-qm", "one")
    return root


def _side(root: Path, kind: str) -> str:
    (capture,) = (root / "catalog/documents").rglob("*.json")
    names = {"document": root / "page.html", "capture": capture, "catalog": root / "catalog", "project": root}
    return str(names.get(kind, "HEAD"))


@pytest.mark.parametrize(("old", "new"), [*itertools.product(KINDS, repeat=2)])
def test_any_two_kinds_of_sides_are_compared(old: str, new: str, project: Path) -> None:
    result = _diff(project, _side(project, old), _side(project, new))

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 → 1 connectors: ")
    assert "for writers of requests: 0 breaking, 0 risky, 0 safe" in result.stdout or "no changes" in result.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_document_differs_from_every_kind_of_side(kind: str, project: Path, tmp_path: Path) -> None:
    (tmp_path / "new.html").write_text(PAGE.replace("REQUIRED", "OPTIONAL"), encoding="utf-8")
    result = _diff(project, _side(project, kind), tmp_path / "new.html")

    assert "stitch/source/platform.acme: form.size no longer required" in result.stdout


BAD = {
    "unknown": "no such file, and no git revision",
    "HEAD~99": "no such file, and no git revision",
    "--upload-pack=x": "expected a path or a git revision",
    "nul\0byte": "no such file, and git failed",
    "folder": "expected a folder with catalog/connectors",
    "connectors-only": "expected a project's folder, or one with the name catalog",
    "empty.html": "empty-document",
    "binary.json": "not-text",
    "no-connectors.html": "unknown-document",
    "variants.yaml": "different-vendors",
    "old-format": "(and 2 other files; was the catalog written by another version?)",
    "not-a-catalog": "catalog/connectors/acme/source/0.json: error [catalog-format] Input should be an object",
}


def _bad(root: Path, name: str) -> str:
    path = root / name
    files = {
        "empty.html": b"",
        "binary.json": bytes(range(128, 256)),
        "no-connectors.html": b"<p>Nothing.</p>",
    }
    if name in files:
        path.write_bytes(files[name])
    elif name == "folder":
        path.mkdir()
    elif name == "connectors-only":
        (path / "connectors").mkdir(parents=True)
    elif name in ("old-format", "not-a-catalog"):
        texts = ['{"vendor": "acme", "kind": "x"}'] * 3 if name == "old-format" else ["[]"]
        for number, text in enumerate(texts):
            file = path / f"catalog/connectors/acme/source/{number}.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    elif name == "variants.yaml":
        shutil.copy(Path(__file__).parents[1] / "pages/airbyte" / name, path)
    else:
        return name
    return str(path)


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("is_new", [False, True])
def test_what_is_no_side_is_an_error_and_nothing_is_compared(
    name: str, is_new: bool, project: Path, tmp_path: Path
) -> None:
    sides = [_bad(tmp_path, name), str(project / "page.html")]
    result = _diff(project, *(reversed(sides) if is_new else sides))

    assert result.exit_code in (1, 2)
    assert BAD[name] in result.stderr
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) <= 3


def test_a_document_is_compared_with_its_own_vendor_only(project: Path, small: Layout) -> None:
    found = json.loads(
        CliRunner()
        .invoke(
            main, ["--project", str(project), "diff", "--format", "json", str(small.root), str(project / "page.html")]
        )
        .stdout
    )

    assert {each["key"].partition("/")[0] for each in found["changes"]} == {"stitch"}
    assert all("/stitch" in name for name in found["files"])


def test_the_patches_between_a_revision_and_a_project_give_the_new_files(project: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    shutil.copytree(project / "catalog", new / "catalog")
    (path,) = (new / "catalog/connectors").rglob("*.json")
    changed = json.loads(path.read_bytes()) | {"name": "Æ"}
    path.write_text(dumps(changed), encoding="utf-8")
    call = ["--project", str(project), "diff", "--format", "json", "HEAD", str(new)]
    found = json.loads(CliRunner().invoke(main, call).stdout)
    name = path.relative_to(new).as_posix()
    old = {name: json.loads((project / name).read_bytes())}

    assert [*found["files"]] == [name]
    assert dumps(apply_patches(old, found["files"])[name]).encode() == path.read_bytes()


def _fails_elsewhere(parent: int) -> int:
    if os.getpid() != parent:
        os._exit(3)
    return parent


def test_a_second_process_that_ends_is_replaced_by_this_one() -> None:
    with started(_fails_elsewhere, os.getpid()) as result:
        assert result() == os.getpid()
