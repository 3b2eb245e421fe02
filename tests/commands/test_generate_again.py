"""``generate`` after ``generate``: prints only the connectors that have changed, and writes only what differs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import paths
from generator.commands.generate import Generated, Request, generate
from generator.files import folders
from generator.paths import CATALOG, GENERATED, Layout
from generator.pipeline.cache import digest_of
from tests import small_project
from tests.small_project import STITCH

KEY = "stitch/source/platform.braintree"
MODEL = f"{GENERATED}/connector_catalog/stitch/source_braintree.py"
BRAINTREE = {
    f"{CATALOG}/connectors/{KEY}.json",
    f"{GENERATED}/connector_catalog/schemas/{KEY}.json",
    f"{GENERATED}/connector_catalog/validators/stitch/source_braintree.py",
    f"{GENERATED}/reference/{KEY}.md",
    MODEL,
    f"{MODEL}i",
}
PRINTED = sorted(path for path in BRAINTREE if path.startswith(GENERATED))
# The files that have a line for each of the vendor's connectors.
WITH_LINES = {
    f"{GENERATED}/connector_catalog/{path}"
    for path in (
        "data/stitch.jsonl",
        "data/stitch.schemas.jsonl",
        "schemas/stitch.json",
        "schemas/stitch.draft-07.json",
    )
}
CHANGED = BRAINTREE | WITH_LINES
CONNECTORS = 8


class Run:
    """One run of the command, and how many connectors it has printed."""

    def __init__(self, layout: Layout, *, check: bool = False) -> None:
        self.printed = 0
        self.found: Generated = generate(layout, Request(layout.root, check=check, jobs=1), self._advance)

    def _advance(self, done: int, total: int) -> None:
        self.printed = done


@pytest.fixture(scope="module")
def made_done(made_small_project: Layout, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The project that ``done`` is a copy of; for reading only."""
    layout = small_project.copy(made_small_project, tmp_path_factory.mktemp("done") / "project", generated=True)
    assert Run(layout).printed == CONNECTORS
    return layout


@pytest.fixture
def done(made_done: Layout, tmp_path: Path) -> Layout:
    """A project in which ``generate`` has been run."""
    return small_project.copy_with_cache(made_done, tmp_path / "project")


def _files(layout: Layout) -> dict[str, tuple[int, bytes]]:
    every = folders.files_below(layout.root, CATALOG) | folders.files_below(layout.root, GENERATED)
    return {path: ((layout.root / path).stat().st_mtime_ns, (layout.root / path).read_bytes()) for path in every}


def _kept(layout: Layout) -> dict[str, int]:
    return {path: (layout.cache / path).stat().st_mtime_ns for path in folders.files_below(layout.cache, ".")}


def _make_optional(root: Path) -> None:
    """Takes the tick from the property public_key of Braintree."""
    path = root / CATALOG / STITCH
    capture = json.loads(path.read_text(encoding="utf-8"))
    part = next(each for each in capture["sections"] if each["anchor"] == "source-form-properties-braintree-object")
    row = next(row for row in part["blocks"]["table[2]"].values() if "public_key" in json.dumps(row[0]))
    assert row[2]
    row[2] = {}
    path.write_text(json.dumps(capture), encoding="utf-8")


def test_only_a_changed_connector_is_printed_and_written(done: Layout) -> None:
    before = _files(done)
    _make_optional(done.root)
    again = Run(done)
    after = _files(done)

    assert again.found.changes[-1] == f"0 files new, {len(CHANGED)} changed, 0 removed"
    assert again.printed == 1
    assert {path for path in after if after[path] != before[path]} == CHANGED | {f"{CATALOG}/{STITCH}"}


def test_outputs_from_the_cache_equal_those_of_a_first_run(done: Layout) -> None:
    _make_optional(done.root)
    Run(done)
    kept = {path: text for path, (_, text) in _files(done).items()}
    shutil.rmtree(done.cache)
    shutil.rmtree(done.root / GENERATED)

    assert Run(done).printed == CONNECTORS
    assert {path: text for path, (_, text) in _files(done).items()} == kept


def test_a_change_that_changes_no_connector_prints_none(done: Layout) -> None:
    with done.glossary.open("a", encoding="utf-8") as file:
        file.write("no_such_property: Nothing.\n")
    before = _files(done)
    again = Run(done)

    assert again.printed == 0
    assert "nothing has changed" not in again.found.summary
    assert _files(done) == before


def test_where_nothing_has_changed_nothing_is_read_or_written(done: Layout) -> None:
    before = _files(done)
    kept = _kept(done)
    again = Run(done)

    assert again.found.summary.endswith("; nothing has changed")
    assert again.printed == 0
    assert (_files(done), _kept(done)) == (before, kept)


def test_what_a_run_has_kept_holds_where_the_project_is_moved(done: Layout, tmp_path: Path) -> None:
    (done.root / MODEL).unlink()
    done.root.rename(tmp_path / "moved")

    assert Run(Layout(tmp_path / "moved")).printed == 1
    assert (tmp_path / "moved" / MODEL).is_file()


SPOILT: dict[str, Callable[[Path], object]] = {
    "edited": lambda path: path.write_text("x = 1\n", encoding="utf-8"),
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("way", SPOILT)
@pytest.mark.parametrize("path", PRINTED)
def test_a_generated_file_that_was_changed_by_hand_is_restored(path: str, way: str, done: Layout) -> None:
    before = _files(done)
    SPOILT[way](done.root / path)
    again = Run(done)
    after = _files(done)

    assert again.printed == 1
    assert {each for each in PRINTED if after[each][1] == before[each][1]} == set(PRINTED)
    assert {each for each in after if after[each] != before[each]} == {path}


def test_a_deleted_catalog_file_is_restored_without_printing(done: Layout) -> None:
    path = f"{CATALOG}/connectors/{KEY}.json"
    before = _files(done)
    (done.root / path).unlink()
    again = Run(done)
    after = _files(done)

    assert again.printed == 0
    assert after[path][1] == before[path][1]
    assert {each for each in after if after[each] != before[each]} == {path}


def test_a_file_that_was_deleted_while_the_facts_change_is_restored(done: Layout) -> None:
    other = f"{GENERATED}/connector_catalog/stitch/source_aurora.py"
    before = _files(done)
    _make_optional(done.root)
    (done.root / other).unlink()
    again = Run(done)
    after = _files(done)

    assert again.printed == 2
    assert {path for path in after if after[path] != before[path]} == {*CHANGED, other, f"{CATALOG}/{STITCH}"}
    assert after[other][1] == before[other][1]


def test_a_second_run_after_a_repair_has_nothing_to_do(done: Layout) -> None:
    (done.root / MODEL).unlink()
    Run(done)

    assert Run(done).found.summary.endswith("; nothing has changed")


def test_a_changed_template_prints_all_again(done: Layout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(paths.TEMPLATES, templates)
    page = templates / "reference" / "connector.md.jinja"
    page.write_text(page.read_text(encoding="utf-8") + "{# changed #}", encoding="utf-8")
    monkeypatch.setattr("generator.paths.TEMPLATES", templates)

    assert Run(done).printed == CONNECTORS


def _about_files(run: Run) -> list[str]:
    return [line for line in run.found.changes if not line.startswith("repaired declarations: ")]


def test_check_prints_all_whatever_the_last_run_has_kept(done: Layout) -> None:
    (done.root / MODEL).write_text("x = 1\n", encoding="utf-8")
    kept = _kept(done)
    checked = Run(done, check=True)

    assert checked.found.diagnostics.failed
    assert _about_files(checked) == [f"changed: {MODEL}"]
    assert checked.printed == CONNECTORS
    assert _kept(done) == kept


def _spoil_kept(layout: Layout, change: Callable[[dict[str, Any]], object]) -> None:
    path = layout.cache / "printed" / "stitch.json"
    digest, _, content = path.read_bytes().partition(b"\n")
    kept = json.loads(content)
    change(kept)
    path.write_bytes(digest + b"\n" + json.dumps(kept).encode())


def test_check_does_not_trust_the_cache(done: Layout) -> None:
    (done.root / MODEL).write_text("x = 1\n", encoding="utf-8")
    _spoil_kept(done, lambda kept: kept[KEY]["digests"].update({MODEL: digest_of(b"x = 1\n")}))

    assert _about_files(Run(done, check=True)) == [f"changed: {MODEL}"]


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        (lambda kept: kept[KEY].update(source="another"), 1),
        (lambda kept: kept[KEY]["digests"].update({MODEL: "another"}), 1),
        (lambda kept: kept.pop(KEY), 1),
        (lambda kept: kept.update({KEY: None}), 4),
        (lambda kept: kept[KEY]["shared"].pop("data"), 4),
        (lambda kept: kept[KEY].update(digests=[]), 4),
    ],
)
def test_outputs_that_are_not_kept_as_they_were_printed_are_printed_again(
    change: Callable[[dict[str, Any]], object], printed: int, done: Layout
) -> None:
    before = _files(done)
    _spoil_kept(done, change)
    (done.cache / "last_run.json").unlink()
    again = Run(done)

    assert again.printed == printed
    assert _files(done) == before


def test_a_changed_profile_prints_the_vendor_s_connectors_again(done: Layout) -> None:
    path = done.vendors / "stitch.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Stitch", "title: Stitched"), encoding="utf-8")

    assert Run(done).printed == 4
    assert "Stitched" in (done.root / MODEL).read_text(encoding="utf-8")
