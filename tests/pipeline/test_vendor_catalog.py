"""What a vendor's captures give is kept between runs, and read again when anything changes that it is made from."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.files.workspace import alone, silent
from generator.paths import PROJECT, Layout
from generator.pipeline import cache
from generator.pipeline import catalog as pipeline
from generator.pipeline import vendor as building
from generator.pipeline.catalog import Built, build_catalog
from generator.pipeline.vendor_catalog import VendorCatalog
from tests import small_project

KEPT = ".cache/generate/vendors/{}.json"
BOTH = ["fivetran", "stitch"]


class Runs:
    """Builds a project's catalog with a cache, and remembers which vendors were read."""

    def __init__(self, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
        self.layout = layout
        self.read: list[str] = []
        self.during: Callable[[], object] = lambda: None
        monkeypatch.setattr(building, "build_vendor", self._build)
        self._original = pipeline_build

    def _build(self, layout: Layout, vendor: str, knowledge: pipeline.Knowledge) -> VendorCatalog:
        self.read.append(vendor)
        built = self._original(layout, vendor, knowledge)
        self.during()
        return built

    def run(self) -> Built:
        """Build the catalog; ``read`` then has the vendors whose captures were read."""
        self.read.clear()
        with alone(self.layout.root, silent) as workspace:
            kept = cache.Cache(self.layout, workspace, self.layout.root, ("generated",))
            return build_catalog(self.layout, kept)


pipeline_build = building.build_vendor


@pytest.fixture(scope="module")
def built(made_small_project: Layout, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A project with what a first run has kept; for reading only."""
    layout = small_project.copy(made_small_project, tmp_path_factory.mktemp("built") / "project")
    history = {"vendor": "", "documents": {}, "connectors": {}}
    for vendor in BOTH:
        path = layout.history / f"{vendor}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(history | {"vendor": vendor}), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patches:
        first = Runs(layout, patches)
        first.run()
    assert first.read == BOTH
    return layout


@pytest.fixture
def runs(built: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    """A project in which the first run is over."""
    shutil.copytree(built.root, tmp_path / "project")
    return Runs(Layout(tmp_path / "project"), monkeypatch)


def test_a_run_from_the_cache_equals_a_first_run(runs: Runs) -> None:
    kept = runs.run()
    assert runs.read == []
    first = build_catalog(runs.layout)

    assert kept.catalog == first.catalog
    assert kept.catalog.files() == first.catalog.files()
    assert [*kept.diagnostics] == [*first.diagnostics]
    assert dataclasses.replace(kept, diagnostics=first.diagnostics) == first
    assert len(first.diagnostics) > 5
    assert first.catalog.envelopes


def test_two_processes_read_the_same_as_one(runs: Runs) -> None:
    (one, two) = (build_catalog(runs.layout, processes=count) for count in (1, 2))

    assert two.catalog == one.catalog
    assert dataclasses.replace(two, diagnostics=one.diagnostics) == one
    assert [*two.diagnostics] == [*one.diagnostics]


def _append(path: str, text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def _copy(path: str, to: str) -> Callable[[Path], object]:
    return lambda root: shutil.copy(root / path, root / to)


DOCUMENTS = "catalog/documents"
CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "a capture": (_append(f"{DOCUMENTS}/fivetran/iterable.json", "\n"), ["fivetran"]),
    "a capture of another vendor": (_append(f"{DOCUMENTS}/stitch/source-destination-reference.json", "\n"), ["stitch"]),
    "a new capture": (
        _copy(f"{DOCUMENTS}/stitch/source-destination-reference.json", f"{DOCUMENTS}/stitch/more.json"),
        ["stitch"],
    ),
    "a capture that is gone": (lambda root: (root / DOCUMENTS / "fivetran/iterable.json").unlink(), ["fivetran"]),
    "a history": (_append("catalog/history/stitch.json", "\n"), ["stitch"]),
    "a history that is gone": (lambda root: (root / "catalog/history/stitch.json").unlink(), ["stitch"]),
    "the corrections": (_append("catalog/corrections/stitch.json", "\n"), BOTH),
    "a profile": (_append("catalog/vendors/stitch.yaml", "# x\n"), BOTH),
    "the glossary": (_append("catalog/glossary.yaml", "no_such: Nothing.\n"), BOTH),
    "the names that are not secret": (_append("catalog/secrecy.yaml", "# x\n"), BOTH),
    "the display names": (_append("catalog/names.yaml", "# x\n"), BOTH),
    "nothing": (lambda root: None, []),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_vendors_that_a_change_may_concern_are_read_again(name: str, runs: Runs) -> None:
    change, concerned = CHANGES[name]
    change(runs.layout.root)
    again = runs.run()

    assert runs.read == concerned
    assert [*again.diagnostics] == [*build_catalog(runs.layout).diagnostics]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"source": 1}'])
def test_a_damaged_file_is_read_as_none(text: str, runs: Runs) -> None:
    (runs.layout.root / KEPT.format("stitch")).write_text(text, encoding="utf-8")
    runs.run()

    assert runs.read == ["stitch"]


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[]", b"{}", b'{"connectors": 1}', b"\xff"], ids=repr)
def test_entries_of_another_form_are_none(content: bytes, runs: Runs) -> None:
    path = runs.layout.root / KEPT.format("stitch")
    digest, _, _ = path.read_bytes().partition(b"\n")
    path.write_bytes(digest + b"\n" + content)
    runs.run()

    assert runs.read == ["stitch"]
    with pytest.raises(ValueError, match="validation error"):
        VendorCatalog.from_json(content)


def test_a_file_that_changes_while_it_is_read_is_not_remembered(runs: Runs) -> None:
    path = runs.layout.captures / "fivetran" / "iterable.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n", encoding="utf-8")
    runs.during = lambda: path.write_text(text, encoding="utf-8")
    runs.run()
    path.write_text(f"{text}\n", encoding="utf-8")
    runs.run()

    assert runs.read == ["fivetran"]


def test_a_capture_of_another_vendor_is_refused(runs: Runs) -> None:
    folder = runs.layout.captures
    shutil.move(folder / "fivetran" / "iterable.json", folder / "stitch" / "iterable.json")
    built = runs.run()
    errors = [each for each in built.diagnostics if each.code == "capture-name"]

    assert [(each.document, each.level.word) for each in errors] == [
        ("catalog/documents/stitch/iterable.json", "error")
    ]
    assert "fivetran/iterable" in errors[0].message


def test_a_correction_of_a_vendor_without_captures_is_stale(runs: Runs) -> None:
    shutil.rmtree(runs.layout.captures / "stitch")
    built = runs.run()
    stale = [each.subject for each in built.diagnostics if each.code == "stale-correction"]

    assert stale
    assert all(subject.startswith("stitch/") for subject in stale)


@pytest.mark.parametrize("path", ["catalog/secrecy.yaml", "catalog/vendors/stitch.yaml", "catalog/documents/stitch"])
def test_what_is_made_while_a_file_cannot_be_read_is_not_kept(
    path: str, made_small_project: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Runs(small_project.copy(made_small_project, tmp_path / "project"), monkeypatch)
    faulty, opened = str(found.layout.root / path), os.open

    def refuse(name: Any, *arguments: Any, **options: Any) -> int:
        if str(name).startswith(faulty):
            raise PermissionError(errno.EACCES, "no", str(name))
        return opened(name, *arguments, **options)

    with monkeypatch.context() as once:
        once.setattr(os, "open", refuse)
        assert found.run().diagnostics.failed
    assert found.run().catalog == build_catalog(found.layout).catalog
    assert not found.run().diagnostics.failed


def test_the_readers_are_loaded_only_where_a_document_is_read() -> None:
    program = "import sys, generator.pipeline.project; print([each for each in sys.modules if '.prose' in each])"
    done = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
