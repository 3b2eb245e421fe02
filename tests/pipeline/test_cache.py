"""The cache: a run with nothing to do ends at once, and any change of inputs or outputs is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.workspace import Workspace
from generator.paths import INDEX, META_SCHEMA, Layout
from generator.pipeline import cache

OWNED = ("generated",)
FILES = {INDEX: "{}\n", META_SCHEMA: "{}\n", "generated/a": "a\n", "generated/b/c": "c\n"}
DIGESTS = {path: cache.digest_of(text.encode()) for path, text in FILES.items()}


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    inputs = {
        "catalog/documents/stitch/page.json": "{}",
        "catalog/corrections/stitch.json": "[]",
        "catalog/vendors/stitch.yaml": "{}\n",
        "catalog/glossary.yaml": "a: A.\n",
        "catalog/secrecy.yaml": "{}\n",
        "catalog/names.yaml": "{}\n",
    }
    for path, text in {**inputs, **FILES}.items():
        put(tmp_path / path, text)
    return Layout(tmp_path)


def _stamp(layout: Layout, output: Path | None = None) -> cache.Cache:
    return cache.Cache(layout, Workspace(layout.root), output or layout.root, OWNED)


def test_nothing_is_remembered_before_the_first_run(layout: Layout) -> None:
    assert _stamp(layout).remembered() is None


def test_the_last_line_of_the_run_is_remembered(layout: Layout) -> None:
    _stamp(layout).remember(DIGESTS, "2 documents")

    assert _stamp(layout).remembered() == "2 documents"


def _write(path: str, text: str = "changed\n") -> Callable[[Path], None]:
    return lambda root: put(root / path, text)


@pytest.mark.parametrize(
    "change",
    [
        _write("catalog/documents/stitch/page.json"),
        _write("catalog/documents/stitch/another.json"),
        _write("catalog/corrections/stitch.json"),
        _write("catalog/corrections/fivetran.json"),
        _write("catalog/history/fivetran.json"),
        _write("catalog/vendors/stitch.yaml"),
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
        _write(".cache/generate/last_run.json", "{"),
        _write(".cache/generate/last_run.json", "[]"),
        _write(".cache/generate/last_run.json", "{}"),
    ],
)
def test_any_change_is_seen(layout: Layout, change: Callable[[Path], None]) -> None:
    _stamp(layout).remember(DIGESTS, "2 documents")
    change(layout.root)

    assert _stamp(layout).remembered() is None


def _with_the_same_files(folder: Path) -> Path:
    for path, text in FILES.items():
        put(folder / path, text)
    return folder


def test_another_output_is_another_run(layout: Layout, tmp_path: Path) -> None:
    _stamp(layout).remember(DIGESTS, "2 documents")

    assert _stamp(layout, _with_the_same_files(tmp_path / "other")).remembered() is None


def _other_versions(patch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "libraries" / "jinja2-0.0.dist-info").mkdir(parents=True)
    patch.setattr("sysconfig.get_path", lambda name: f"{folder}/libraries")


def _other_templates(patch: pytest.MonkeyPatch, folder: Path) -> None:
    put(folder / "templates/other.jinja", "x")
    patch.setattr("generator.paths.TEMPLATES", folder / "templates")


def _other_source(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setattr("generator.paths.GENERATOR", folder)


@pytest.mark.parametrize("change", [_other_versions, _other_templates, _other_source])
def test_other_tools_make_everything_again(
    layout: Layout,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[pytest.MonkeyPatch, Path], None],
) -> None:
    _stamp(layout).remember(DIGESTS, "2 documents")
    _stamp(layout).keep("printed/acme", b"1", "one")
    change(monkeypatch, tmp_path)

    assert _stamp(layout).remembered() is None
    assert _stamp(layout).load("printed/acme", "one") is None


def _without(digests: dict[str, str], path: str) -> dict[str, str]:
    return {each: digest for each, digest in digests.items() if each != path}


def test_a_run_is_remembered_with_its_outputs(layout: Layout) -> None:
    stamp = _stamp(layout)
    _write("generated/a", "new\n")(layout.root)
    (layout.root / "generated/b/c").unlink()
    stamp.remember({**_without(DIGESTS, "generated/b/c"), "generated/a": cache.digest_of(b"new\n")}, "2 documents")

    assert _stamp(layout).remembered() == "2 documents"


def test_a_file_that_somebody_else_has_changed_during_the_run_is_not_remembered(layout: Layout) -> None:
    stamp = _stamp(layout)
    _write("generated/a", "theirs\n")(layout.root)
    stamp.remember(DIGESTS, "2 documents")

    assert _stamp(layout).remembered() is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", "\\ud800", '{"inputs": 1}'])
def test_a_stamp_that_cannot_be_read_remembers_nothing(layout: Layout, text: str) -> None:
    _stamp(layout).remember(DIGESTS, "2 documents")
    _write(".cache/generate/last_run.json", text)(layout.root)

    assert _stamp(layout).remembered() is None


def test_content_is_kept_by_its_source(layout: Layout) -> None:
    kept = _stamp(layout)
    kept.keep("printed/acme", b"a\nb\xff", "one")

    assert _stamp(layout).load("printed/acme", "one") == b"a\nb\xff"
    assert kept.load("printed/acme", "other") is None
    assert kept.load("printed/acme") is None
    assert kept.load("printed/other", "one") is None


@pytest.mark.parametrize("text", ["", "{", "\n", "x\n1", "null"])
def test_content_without_its_digest_is_none(text: str, layout: Layout) -> None:
    _write(".cache/generate/printed/acme.json", text)(layout.root)

    assert _stamp(layout).load("printed/acme", "one") is None


def test_the_digests_on_disk_are_those_of_the_first_look(layout: Layout) -> None:
    stamp = _stamp(layout)
    assert stamp.on_disk == DIGESTS
    _write("generated/a", "new\n")(layout.root)

    assert stamp.on_disk == DIGESTS
