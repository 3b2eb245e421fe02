"""Releases of the data, and the files that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.release import FIRST, DataVersion, Release
from generator.catalog.release_file import load_releases, release_text, version_of
from generator.diagnostics import Diagnostics
from tests.catalog.releases import change, release


@pytest.mark.parametrize("text", ["0.0.0", "1.2.3", "10.20.30"])
def test_a_version_has_three_numbers(text: str) -> None:
    assert str(DataVersion.of(text)) == text


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-rc1", "v1.2.3", "1.2.x", "1.2.3\n", "9999999.0.0"]
)
def test_anything_else_is_no_version(text: str) -> None:
    assert DataVersion.of(text) is None


def test_versions_are_ordered_by_their_numbers() -> None:
    assert max(DataVersion(2, 9, 0), DataVersion(2, 10, 0), DataVersion(1, 99, 99)) == DataVersion(2, 10, 0)
    assert version_of([]) == FIRST


def _load(folder: Path, *releases: Release) -> tuple[tuple[Release, ...], list[str]]:
    for each in releases:
        (folder / f"{each.version}.json").write_text(release_text(each), encoding="utf-8")
    diagnostics = Diagnostics()
    return load_releases(folder, diagnostics), [str(each) for each in diagnostics]


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    null = change("a", "default-changed", kind="changed", field="default", before=None, after=["é", {"b": 1}])
    gone = change("b", "variant-removed", selector={"property": "kind", "value": "x", "required": True})
    first = release("1.1.0", "1.0.0", null, gone, tag="v0.2.0", wording=3)
    second = release("2.0.0", "1.1.0", date="")
    found, faults = _load(tmp_path, second, first)

    assert (found, faults) == ((first, second), [])
    assert version_of(found) == DataVersion(2, 0, 0)
    assert release_text(found[0]).count("\n{") == 2
    assert "before" in null.to_json()
    assert "before" not in gone.to_json()


def test_a_project_without_releases_has_none(tmp_path: Path) -> None:
    assert _load(tmp_path / "missing") == ((), [])


@pytest.mark.parametrize(
    ("releases", "words"),
    [
        ([release("1.1.0", "1.0.0"), release("1.3.0", "1.2.0")], "1.3.0 follows 1.2.0; expected 1.1.0"),
        ([release("1.1.0", "1.0.0", date=""), release("1.2.0", "1.1.0")], "1.1.0 has no date"),
        ([release("1.1.0", "1.1.0")], "1.1.0 is not later than 1.1.0"),
    ],
)
def test_releases_follow_each_other(releases: list[Release], words: str, tmp_path: Path) -> None:
    _, faults = _load(tmp_path, *releases)

    assert len(faults) == 1
    assert "[release-format]" in faults[0]
    assert words in faults[0]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"version": "1.1"}, "expected a version such as 1.2.0"),
        ({"version": 5}, "expected a version such as 1.2.0"),
        ({"date": "2026-8-1"}, "date"),
        ({"more": 1}, "Extra inputs"),
        ({"changes": [{"key": "x"}]}, "changes/0"),
        ({"changes": [{"key": "../../etc/source/x"}]}, "changes/0/key"),
        ({"changes": [change("a").to_json() | {"subject": "moon"}]}, "changes/0/subject"),
        ({"changes": [change("a").to_json() | {"writers": "grave"}]}, "changes/0/writers"),
        ({"version": "1.2.0"}, "expected the name 1.2.0.json"),
    ],
)
def test_a_file_of_another_form_is_an_error(changed: dict[str, Any], words: str, tmp_path: Path) -> None:
    stated = json.loads(release_text(release("1.1.0", "1.0.0"))) | changed
    (tmp_path / "1.1.0.json").write_text(json.dumps(stated), encoding="utf-8")
    _, faults = _load(tmp_path)

    assert any("[release-format]" in each and words in each for each in faults)


def test_what_is_no_json_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "1.1.0.json").write_text('{"version": "1.1.0", "version": "1.1.0"}', encoding="utf-8")
    found, faults = _load(tmp_path)

    assert (found, len(faults)) == ((), 1)
