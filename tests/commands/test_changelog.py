"""``changelog``: the release that follows, its files, and what it follows."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.commands.changelog import Request, changelog
from generator.paths import Layout
from generator.serialize import dumps
from tests.catalog.building import Fields, connector, prop


def _catalog(root: Path, *properties: Fields) -> Path:
    path = root / "catalog/connectors/acme/source/x.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumps(connector(*properties).to_json()), encoding="utf-8")
    index = {"documents": [{"name": "acme/page", "date": "2026-05"}, {"name": "acme/undated", "date": ""}]}
    (root / "catalog/index.json").write_text(json.dumps(index), encoding="utf-8")
    return root


def _run(root: Path, *arguments: str | Path, status: int = 0) -> Result:
    result = CliRunner().invoke(main, ["--project", str(root), "changelog", *map(str, arguments)])
    assert result.exit_code == status, result.output
    return result


def _files(root: Path) -> dict[str, str]:
    found = [*(root / "catalog/changes").glob("*"), *(root / "catalog").glob("CHANGELOG.md")]
    return {path.name: path.read_text(encoding="utf-8") for path in found}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return _catalog(tmp_path / "old", prop("a"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return _catalog(tmp_path / "new", prop("a"), prop("b"))


def test_it_prints_the_section_and_writes_nothing(old: Path, root: Path) -> None:
    ran = _run(root, old)

    assert ran.stdout.startswith("## 1.1.0 - unreleased\n")
    assert "Documents: acme/page 2026-05." in ran.stdout
    assert f"data version 1.1.0 follows 1.0.0 ({old})" in ran.stderr
    assert _files(root) == {}


def test_writing_twice_changes_nothing(old: Path, root: Path) -> None:
    first = _run(root, old, "--write")
    files = _files(root)
    second = _run(root, old, "--write")

    assert files.keys() == {"1.1.0.json", "CHANGELOG.md"}
    assert first.stdout == second.stdout != ""
    assert first.stdout in files["CHANGELOG.md"]
    assert _files(root) == files
    assert "wrote" in first.stderr
    assert "wrote" not in second.stderr


def test_what_is_not_released_is_made_again(old: Path, root: Path) -> None:
    _run(root, old, "--write")
    _catalog(root, prop("b"))
    _run(root, old, "--write")
    assert _files(root).keys() == {"2.0.0.json", "CHANGELOG.md"}

    _catalog(root, prop("a"))
    ran = _run(root, old, "--write")
    assert _files(root).keys() == {"CHANGELOG.md"}
    assert ran.stdout == ""
    assert "nothing has changed" in ran.stderr


def test_a_release_stays_and_is_followed(old: Path, root: Path, tmp_path: Path) -> None:
    _run(root, old, "--write", "--date", "2026-08-31")
    released = _files(root)["1.1.0.json"]
    before = _catalog(tmp_path / "released", prop("a"), prop("b"))
    _catalog(root, prop("b"))
    ran = _run(root, before, "--write")

    assert ran.stdout.startswith("## 2.0.0 - unreleased\n")
    assert _files(root).keys() == {"1.1.0.json", "2.0.0.json", "CHANGELOG.md"}
    assert _files(root)["1.1.0.json"] == released
    assert "## 1.1.0 - 2026-08-31" in _files(root)["CHANGELOG.md"]


def test_a_check_fails_where_the_files_are_not_current(old: Path, root: Path) -> None:
    assert "not-current" in _run(root, old, "--check", status=1).stderr
    _run(root, old, "--write")
    _run(root, old, "--check")
    _catalog(root, prop("a"))
    _run(root, old, "--check", status=1)
    assert _files(root).keys() == {"1.1.0.json", "CHANGELOG.md"}


def test_the_last_tag_of_a_release_is_the_old_side(root: Path) -> None:
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.invalid", "-c", "commit.gpgsign=false"]
    calls = [["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "one"], ["tag", "v1.2.3"], ["tag", "other"]]
    assert "no-release" in _run(root, status=1).stderr
    for call in calls:
        subprocess.run(["git", "-C", str(root), *call], check=True)
    assert _run(root).stdout == ""
    _catalog(root, prop("b", deprecated=True))
    ran = _run(root, "--write")

    assert "before these breaking changes: 1.0.0 (v1.2.3)." in ran.stdout
    assert json.loads(_files(root)["2.0.0.json"])["tag"] == "v1.2.3"


@pytest.mark.parametrize("name", ["missing", "--upload-pack=x"])
def test_what_is_no_side_is_an_error(name: str, root: Path) -> None:
    assert "no-such-side" in _run(root, "--", name, status=2).stderr


def test_a_release_that_cannot_be_read_stops_it(old: Path, root: Path) -> None:
    (root / "catalog/changes").mkdir()
    (root / "catalog/changes/1.1.0.json").write_text("{}", encoding="utf-8")

    assert "release-format" in _run(root, old, "--write", status=1).stderr
    assert _files(root) == {"1.1.0.json": "{}"}


def test_severities_can_be_replaced(old: Path, root: Path) -> None:
    _catalog(root)
    path = root / "severities.yaml"
    path.write_text(
        "- {rule: property-removed, writers: safe, readers: safe, reason: Nobody used it.}", encoding="utf-8"
    )

    assert _run(root, old).stdout.startswith("## 2.0.0")
    assert _run(root, old, "--severities", path).stdout.startswith("## 1.1.0")


def test_writing_and_checking_exclude_each_other(old: Path, root: Path) -> None:
    _run(root, old, "--write", "--check", status=2)
    _run(root, old, "--date", "31.8.2026", status=2)


def test_it_writes_after_the_run_that_is_in_progress(old: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.files.workspace._PATIENCE", 0.01)
    descriptor = os.open(root, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    during: list[dict[str, str]] = []

    def notify(line: str) -> None:
        during.append(_files(root))
        os.close(descriptor)

    changelog(Layout(root), Request(str(old), write=True), notify)

    assert during == [{}]
    assert "1.1.0.json" in _files(root)
