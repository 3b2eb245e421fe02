"""The cache: a run with nothing to do ends at once, and any change of inputs or outputs is seen."""

from __future__ import annotations

import json
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
        "catalog/names.yaml": "{}\n",
    }
    for path, text in {**inputs, **FILES}.items():
        tree.write_atomically(tmp_path / path, text)
    return Layout(tmp_path)


def _stamp(layout: Layout, output: Path | None = None) -> cache.Stamp:
    return cache.Stamp(layout, output or layout.root, OWNED)


def test_nothing_is_remembered_before_the_first_run(layout: Layout) -> None:
    assert _stamp(layout).remembered() is None


def test_the_last_line_of_the_run_is_remembered(layout: Layout) -> None:
    _stamp(layout).remember(FILES, {}, "2 documents")

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
        _write("catalog/names.yaml"),
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
    _stamp(layout).remember(FILES, {}, "2 documents")
    change(layout.root)

    assert _stamp(layout).remembered() is None


def _with_the_same_files(folder: Path) -> Path:
    for path, text in FILES.items():
        tree.write_atomically(folder / path, text)
    return folder


def test_another_output_is_another_run(layout: Layout, tmp_path: Path) -> None:
    _stamp(layout).remember(FILES, {}, "2 documents")

    assert _stamp(layout, _with_the_same_files(tmp_path / "other")).remembered() is None


def test_another_version_of_what_shapes_the_output_is_seen(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    _stamp(layout).remember(FILES, {}, "2 documents")
    monkeypatch.setattr("importlib.metadata.version", lambda name: "0.0")

    assert _stamp(layout).remembered() is None


def test_a_changed_template_is_seen(layout: Layout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _stamp(layout).remember(FILES, {}, "2 documents")
    tree.write_atomically(tmp_path / "templates/other.jinja", "x")
    monkeypatch.setattr("generator.paths.TEMPLATES", tmp_path / "templates")

    assert _stamp(layout).remembered() is None


A = cache.Printed("digest of a", ("generated/a",))
BC = cache.Printed("digest of b", ("generated/b/c", INDEX))


@pytest.fixture
def printed(layout: Layout) -> Layout:
    """A project in which two connectors have been printed."""
    _stamp(layout).remember(FILES, {"a": A, "b": BC}, "2 documents")
    return layout


def test_what_was_printed_is_remembered_by_connector(printed: Layout) -> None:
    assert _stamp(printed).printed() == {"a": A, "b": BC}


@pytest.mark.parametrize(
    "change", [_write("generated/a"), _write("generated/a", ""), lambda root: (root / "generated/a").unlink()]
)
def test_a_connector_with_a_file_that_is_another_has_not_been_printed(
    printed: Layout, change: Callable[[Path], None]
) -> None:
    change(printed.root)

    assert _stamp(printed).printed() == {"b": BC}


def test_a_connector_needs_all_of_its_files(printed: Layout) -> None:
    _write("generated/b/c")(printed.root)

    assert _stamp(printed).printed() == {"a": A}


@pytest.mark.parametrize("path", ["catalog/documents/stitch/page.json", "catalog/glossary.yaml"])
def test_what_was_printed_outlives_a_change_of_the_data(printed: Layout, path: str) -> None:
    _write(path)(printed.root)

    assert _stamp(printed).remembered() is None
    assert _stamp(printed).printed() == {"a": A, "b": BC}


def test_what_another_version_has_printed_does_not_count(printed: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda name: "0.0")

    assert _stamp(printed).printed() == {}


def test_what_was_printed_elsewhere_does_not_count(printed: Layout, tmp_path: Path) -> None:
    assert _stamp(printed, _with_the_same_files(tmp_path / "other")).printed() == {}


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", "\\ud800", '{"tools": 1}'])
def test_a_stamp_that_cannot_be_read_is_none(printed: Layout, text: str) -> None:
    _write(".cache/generate.json", text)(printed.root)

    assert (_stamp(printed).remembered(), _stamp(printed).printed()) == (None, {})


@pytest.mark.parametrize("inner", [{"a": 3}, {"a": ["digest"]}, {"a": ["digest", 3]}, {"a": ["digest", [3]]}])
def test_a_stamp_whose_prints_are_of_another_form_has_none(printed: Layout, inner: dict[str, object]) -> None:
    kept = json.loads(printed.cache.read_text(encoding="utf-8"))
    _write(".cache/generate.json", json.dumps(kept | {"printed": inner}))(printed.root)

    assert _stamp(printed).printed() == {}


def test_a_file_that_the_run_has_written_is_remembered_as_it_is_now(layout: Layout) -> None:
    stamp = _stamp(layout)
    _write("generated/a", "new\n")(layout.root)
    stamp.remember(["generated/a"], {"a": A}, "2 documents")

    assert _stamp(layout).remembered() == "2 documents"
    assert _stamp(layout).printed() == {"a": A}


def test_a_file_that_the_run_has_removed_is_forgotten(layout: Layout) -> None:
    stamp = _stamp(layout)
    (layout.root / "generated/a").unlink()
    stamp.remember(["generated/a"], {}, "2 documents")

    assert _stamp(layout).remembered() == "2 documents"


def test_a_file_that_somebody_else_has_changed_during_the_run_is_not_taken_for_the_run_s(layout: Layout) -> None:
    stamp = _stamp(layout)
    _write("generated/a", "theirs\n")(layout.root)
    stamp.remember([], {"a": A}, "2 documents")

    assert _stamp(layout).remembered() is None
    assert _stamp(layout).printed() == {}
