"""``publish`` writes the schemas to their addresses, and copies that it never changes again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.commands.publish import publish
from generator.paths import META_SCHEMA, PACKAGE, Layout

URL = "https://schemas.example.org"
NAMES = {"a/source/x.json", "a.json", "catalog.json", "connector.schema.json"}


@pytest.fixture
def project(tmp_path: Path) -> Layout:
    """A project with a few schemas."""
    root = tmp_path / "project"
    address = "https://connector-catalog.invalid/schemas/v1"
    texts = {
        f"{PACKAGE}/schemas/a/source/x.json": {"$id": f"{address}/a/source/x.json", "title": "X"},
        f"{PACKAGE}/schemas/a.json": {"$id": f"{address}/a.json", "examples": [f"{address}/a.json"]},
        f"{PACKAGE}/schemas/catalog.json": {"version": 1, "schemas": [{"name": "A", "url": f"{address}/a.json"}]},
        f"{PACKAGE}/build.json": {"baseUrl": "https://connector-catalog.invalid", "date": "2026-08"},
        META_SCHEMA: {"$id": f"{address}/connector.schema.json"},
    }
    for path, value in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(json.dumps(value), encoding="utf-8")
    return Layout(root)


def _published(project: Layout, site: Path, version: str | None = None) -> tuple[str, list[str]]:
    found = publish(project, site, URL, version)
    return found.summary, [each.code for each in found.diagnostics]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _change(project: Layout) -> None:
    path = project.root / PACKAGE / "schemas" / "a.json"
    path.write_text(path.read_text(encoding="utf-8").replace("{", '{"title": "A", ', 1), encoding="utf-8")


def test_each_copy_has_the_address_that_it_states(project: Layout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    summary, codes = _published(project, site)

    assert (summary, codes) == (f"4 schemas in {site}, as v1 and 2026-08", [])
    for version in ("v1", "2026-08"):
        folder = site / "schemas" / version
        assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")} == NAMES
        assert _read(folder / "a/source/x.json")["$id"] == f"{URL}/schemas/{version}/a/source/x.json"
        assert _read(folder / "connector.schema.json")["$id"] == f"{URL}/schemas/{version}/connector.schema.json"
        assert _read(folder / "catalog.json")["schemas"][0]["url"] == f"{URL}/schemas/{version}/a.json"
        assert _read(folder / "a.json")["examples"] == ["https://connector-catalog.invalid/schemas/v1/a.json"]


def test_a_dated_copy_never_changes(project: Layout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "index.html").parent.mkdir()
    (site / "index.html").write_text("x", encoding="utf-8")
    _published(project, site)
    first = (site / "schemas/2026-08/a.json").read_bytes()
    assert _published(project, site)[1] == []
    _change(project)

    assert _published(project, site, "2026-08") == ("nothing is written", ["immutable"])
    assert "title" not in _read(site / "schemas/v1/a.json")
    assert _published(project, site)[0].endswith("as v1 and 2026-08.2")
    assert (site / "schemas/2026-08/a.json").read_bytes() == first
    assert "title" in _read(site / "schemas/v1/a.json")
    assert "title" in _read(site / "schemas/2026-08.2/a.json")
    assert (site / "index.html").read_text(encoding="utf-8") == "x"


def test_what_is_no_longer_there_leaves_v1_only(project: Layout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    _published(project, site)
    (project.root / PACKAGE / "schemas" / "a" / "source" / "x.json").unlink()
    _published(project, site)

    assert not (site / "schemas/v1/a/source/x.json").exists()
    assert (site / "schemas/2026-08/a/source/x.json").exists()
    assert not (site / "schemas/2026-08.2/a/source/x.json").exists()


@pytest.mark.parametrize("version", ["", "x", "../x", "2026", "2026-08/..", "v1", "2026-08\n"])
def test_a_version_is_a_date(project: Layout, tmp_path: Path, version: str) -> None:
    assert _published(project, tmp_path / "site", version) == ("nothing is written", ["version"])
    assert not (tmp_path / "site").exists()


def test_without_schemas_there_is_nothing_to_publish(tmp_path: Path) -> None:
    assert "not-generated" in _published(Layout(tmp_path), tmp_path / "site", "2026-08")[1]
