"""What the tests share: a project of their own to write in, the real documents, and goldens."""

from __future__ import annotations

import difflib
import gc
import os
import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from generator.paths import CATALOG, PROJECT, Layout
from tests import cases, small_project

TESTS = Path(__file__).parent
SNAPSHOTS = TESTS / "snapshots"
ADVICE = "`make snapshots` updates it: read the difference before you commit it"

# A worker holds the whole catalog and hundreds of models: looking for garbage among them after every few thousand new
# objects takes a fifth of the time.
gc.set_threshold(200_000, 50, 100)
# Nobody cuts the power: no test waits until the disk has what another one has written.
os.fsync = lambda descriptor: None  # type: ignore[assignment]
os.sync = lambda: None  # type: ignore[assignment]


def pytest_sessionstart() -> None:
    """Forget the outputs of an earlier session in this process: each of mutmut's sessions has other code."""
    cases.all_printed.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first: one that starts last would leave the other processes with nothing to do.

    One process gets all of them, so the site is built and the browser started once.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_sessionfinish() -> None:
    """Look for what was left open in the garbage once: pytest does so twice, among all objects of the session."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the vendors' real documents, which are not part of the project."""
    folder = PROJECT.parent / "shared" / "documents"
    if not folder.is_dir():
        pytest.skip(f"the vendors' real documents are not here: there is no folder {folder}")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Layout:
    """A copy of this project's catalog, to read and to write in."""
    root = tmp_path / "project"
    shutil.copytree(PROJECT / CATALOG, root / CATALOG)
    return Layout(root)


@pytest.fixture(scope="session")
def made_small_project(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The project that ``small`` is a copy of; for reading only."""
    return small_project.make_generated(tmp_path_factory.mktemp("small") / "project")


@pytest.fixture
def small(made_small_project: Layout, tmp_path: Path) -> Layout:
    """A catalog of eight connectors, to read and to write in, for what does not need the whole of it."""
    return small_project.copy(made_small_project, tmp_path / "project")


class GoldenFile(SingleFileSnapshotExtension):
    """Syrupy's files below ``tests/snapshots``, each one a whole text under the name that its test gives."""

    _write_mode = WriteMode.TEXT
    file_extension = ""

    @classmethod
    def dirname(cls, *, test_location: Any) -> str:
        return str(SNAPSHOTS)

    @classmethod
    def get_file_basename(cls, *, test_location: Any, index: Any) -> str:
        return str(index)

    @classmethod
    def get_snapshot_name(cls, *, test_location: Any, index: Any = 0) -> str:
        return Path(str(index)).name

    @classmethod
    def matches_test_location(cls, *, test_location: Any, snapshot_location: str) -> bool:
        return True

    def is_snapshot_location(self, *, location: str) -> bool:
        # Everything there is a golden, whatever its ending, so syrupy reports those that no test reads any more.
        return True


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> Callable[[str, str], None]:
    """Compares a text with the whole file ``tests/snapshots/<name>``: ``golden(text, "markdown/nested.md")``."""
    files = snapshot.use_extension(GoldenFile)

    def compare(text: str, name: str) -> None:
        before = difference(SNAPSHOTS / name, text)
        with warnings.catch_warnings():
            # Syrupy would have a golden named after its test; these are named after their case.
            warnings.filterwarnings("ignore", "\\s*Can not relate snapshot name", UserWarning)
            same = files(name=name) == text
        assert same, f"{before}\ntests/snapshots/{name} is another. {ADVICE}"

    return compare


@pytest.fixture
def golden_beside(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compares a text with the whole file at a path: a golden with the stem of its case, in the case's folder.

    Not a file of syrupy's, which would take the cases beside it for goldens that nobody reads, and remove them.
    Its ``--snapshot-update`` counts here too.
    """
    update = bool(request.config.getoption("update_snapshots"))

    def compare(text: str, path: Path) -> None:
        if update:
            path.write_text(text, encoding="utf-8", newline="\n")
        same = path.is_file() and path.read_text(encoding="utf-8") == text
        assert same, f"{difference(path, text)}\n{path.relative_to(TESTS.parent)} is another. {ADVICE}"

    return compare


def difference(path: Path, text: str) -> str:
    """What has changed from the file to the text, line by line."""
    old = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return "\n".join(difflib.unified_diff(old, text.splitlines(), "golden", "comes out", lineterm=""))
