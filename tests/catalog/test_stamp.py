"""The cache: a run with nothing to do ends at once, and any change of inputs or outputs is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cache, tree
from generator.paths import INDEX, META_SCHEMA, Layout

OWNED = ("generated",)
FILES = {INDEX: "{}\n", META_SCHEMA: "{}\n", "generated/a": "a\n", "generated/b/c": "c\n"}


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    inputs = {
        "catalog/documents/stitch/page.json": "{}",
        "catalog/corrections/stitch.json": "[]",
        "catalog/glossary.yaml": "a: A.\n",
        "catalog/secrecy.yaml": "{}\n",
    }
    for path, text in {**inputs, **FILES}.items():
        tree.write_atomically(tmp_path / path, text)
    return Layout(tmp_path)


def _stamp(layout: Layout, output: Path | None = None) -> cache.Stamp:
    return cache.Stamp(layout, output or layout.root, OWNED)


def test_nothing_is_remembered_before_the_first_run(layout: Layout) -> None:
    assert _stamp(layout).remembered() is None


def test_the_last_line_of_the_run_is_remembered(layout: Layout) -> None:
    _stamp(layout).remember(FILES, "2 documents")

    assert _stamp(layout).remembered() == "2 documents"


def _write(path: str, text: str = "changed\n") -> Callable[[Path], None]:
    return lambda root: tree.write_atomically(root / path, text)


@pytest.mark.parametrize(
    "change",
    [
        _write("catalog/documents/stitch/page.json"),
        _write("catalog/documents/stitch/another.json"),
        _write("catalog/corrections/stitch.json"),
        _write("catalog/corrections/fivetran.json"),
        _write("catalog/glossary.yaml"),
        _write("catalog/secrecy.yaml"),
        _write(INDEX),
        _write(META_SCHEMA),
        _write("generated/a"),
        _write("generated/b/c"),
        _write("generated/leftover"),
        _write("generated/a", "a"),
        lambda root: (root / "generated/a").unlink(),
        lambda root: (root / INDEX).unlink(),
        lambda root: (root / "catalog/corrections/stitch.json").unlink(),
        _write(".cache/generate.json", "{"),
        _write(".cache/generate.json", "[]"),
        _write(".cache/generate.json", "{}"),
    ],
)
def test_any_change_is_seen(layout: Layout, change: Callable[[Path], None]) -> None:
    _stamp(layout).remember(FILES, "2 documents")
    change(layout.root)

    assert _stamp(layout).remembered() is None


def test_another_output_is_another_run(layout: Layout, tmp_path: Path) -> None:
    _stamp(layout).remember(FILES, "2 documents")

    assert _stamp(layout, tmp_path / "other").remembered() is None


def test_another_version_of_what_shapes_the_output_is_seen(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    _stamp(layout).remember(FILES, "2 documents")
    monkeypatch.setattr("importlib.metadata.version", lambda name: "0.0")

    assert _stamp(layout).remembered() is None


def test_a_changed_template_is_seen(layout: Layout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _stamp(layout).remember(FILES, "2 documents")
    tree.write_atomically(tmp_path / "templates/other.jinja", "x")
    monkeypatch.setattr("generator.paths.TEMPLATES", tmp_path / "templates")

    assert _stamp(layout).remembered() is None
