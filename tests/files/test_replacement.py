"""All files of a run are replaced or none, whatever call fails and whenever the process is killed."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.files import exchange, journal, tree
from generator.files.replacement import replace
from generator.files.workspace import alone, settle, silent, workspace
from generator.paths import PROJECT
from tests.fuzz.interrupting import counted, failing

OWNED = ("out", "more")
OLD = {
    "out/same": "a\n",
    "out/deep/changed": "old\n",
    "out/gone/leftover": "x\n",
    "more/one": "1\n",
    "index": "old\n",
    "other/file": "y\n",
}
NEW = {"out/same": "a\n", "out/deep/changed": "new\n", "out/new/file": "é\r\n\n", "more/one": "2\n", "index": "new\n"}
AFTER = NEW | {"other/file": "y\n"}
ENDED = 140
"""More calls than a run makes."""


def make(root: Path, files: Mapping[str, str] = OLD) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")
    return root


def run(root: Path, files: Mapping[str, str] = NEW) -> None:
    with alone(root, silent) as made:
        replace(made, files, tree.compare(root, files, OWNED), OWNED)


def files(root: Path) -> dict[str, str]:
    """The text of every file outside the cache, which git ignores."""
    paths = [path for path in root.rglob("*") if path.is_file() and not path.is_relative_to(root / ".cache")]
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in paths}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


@pytest.fixture(params=[True, False], ids=["exchange", "no exchange"])
def either(request: pytest.FixtureRequest, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on a file system that exchanges folders, and on one that does not."""
    if not request.param:
        monkeypatch.setattr(exchange, "_system_call", lambda: None)
    return root


def test_the_new_files_are_in_place_and_nothing_else(either: Path) -> None:
    run(either)

    assert files(either) == AFTER
    assert not (either / ".cache").exists()


def test_a_first_run_makes_the_folders(tmp_path: Path) -> None:
    with workspace(tmp_path / "a/b") as made:
        replace(made, NEW, tree.compare(tmp_path / "a/b", NEW, OWNED), OWNED)

    assert files(tmp_path / "a/b") == NEW


def test_a_first_run_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="space"), workspace(tmp_path / "a/b") as made, counted(failing(3, errno.ENOSPC)):
        replace(made, NEW, tree.compare(tmp_path / "a/b", NEW, OWNED), OWNED)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_right_is_not_touched(root: Path) -> None:
    before = (root / "out/same").stat()
    run(root)
    after = (root / "out/same").stat()

    assert (after.st_mtime_ns, after.st_ino, after.st_mode) == (before.st_mtime_ns, before.st_ino, before.st_mode)


@pytest.mark.parametrize(("links", "is_exchanged"), [(1, False), (4, True)])
def test_a_folder_of_which_very_little_changes_stays(
    links: int, is_exchanged: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.files.replacement._LINKS", links)
    make(root, {f"out/deep/{number}": "" for number in range(4)})
    new = files(root) | {"out/deep/changed": "new\n", "out/new/file": "new\n"}
    before = journal.inode(root / "out")
    run(root, {path: text for path, text in new.items() if path != "other/file"})

    assert files(root) == new
    assert (journal.inode(root / "out") != before) == is_exchanged


def test_folders_keep_their_modes_and_their_compiled_python(root: Path) -> None:
    (root / "out/deep").chmod(0o750)
    make(root, {"out/deep/__pycache__/a.pyc": "compiled"})
    run(root)

    assert stat.S_IMODE((root / "out/deep").stat().st_mode) == 0o750
    assert (root / "out/deep/__pycache__/a.pyc").read_bytes() == b"compiled"


def test_a_folder_that_is_a_link_stays_one(root: Path, tmp_path: Path) -> None:
    (root / "out").rename(tmp_path / "elsewhere")
    (root / "out").symlink_to(tmp_path / "elsewhere")
    run(root)

    assert (root / "out").is_symlink()
    assert tree.compare(root, NEW, OWNED).lines() == []


def test_text_that_cannot_be_encoded_changes_nothing(either: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        run(either, NEW | {"index": "\ud800"})

    assert files(either) == OLD


PLACES: dict[str, Callable[[Path], object]] = {
    "a folder in a file's place": lambda root: ((root / "index").unlink(), make(root, {"index/inner": "x"})),
    "a file in a folder's place": lambda root: ((root / "out").rename(root / "kept"), make(root, {"out": "x"})),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_is_in_the_way_stays(place: str, either: Path) -> None:
    PLACES[place](either)
    before = files(either)
    with pytest.raises(OSError, match=r"directory|exists"):
        run(either)

    assert files(either) == before


def test_every_failing_call_leaves_the_old_files_or_the_new_ones(either: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # counted, but nobody cuts the power
    states = []
    for number in range(1, ENDED):
        root = make(either.parent / str(number))
        failed = False
        try:
            with counted(failing(number, errno.EIO)):
                run(root)
        except OSError:
            failed = True
        states.append(files(root))
        assert states[-1] in ([OLD] if failed else [AFTER]), number
        run(root)
        assert files(root) == AFTER, number
        assert not (root / ".cache").exists(), number

    assert OLD in states
    assert AFTER in states


KILLS = """
import os, sys
from pathlib import Path
from generator.files import exchange
from generator.files.workspace import settle, silent
from tests.fuzz.interrupting import counted, killing
from tests.files.test_replacement import AFTER, OLD, files, make, run
folder, exchanges = Path(sys.argv[1]), sys.argv[2] == "True"
if not exchanges:
    exchange._system_call = lambda: None
os.fsync = lambda descriptor: None  # counted, but nobody cuts the power
between, number, status = 0, 0, 1
while status:
    number += 1
    root = make(folder / str(number))
    child = os.fork()
    if not child:
        with counted(killing(number)):
            run(root)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    seen = files(root)
    between += seen not in (OLD, AFTER)
    assert set(seen) <= {*OLD, *AFTER}, (number, seen)
    settle(root, silent)
    seen = files(root)
    assert seen in (OLD, AFTER), (number, seen)
    run(root)
    assert files(root) == AFTER, (number, files(root))
    assert not (root / ".cache").exists(), number
print(number, between)
"""


@pytest.mark.parametrize(("exchanges", "most"), [(True, 2), (False, 4)])
def test_every_kill_is_recovered_to_the_old_files_or_the_new_ones(exchanges: bool, most: int, tmp_path: Path) -> None:
    call = [sys.executable, "-c", KILLS, str(tmp_path), str(exchanges)]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stderr
    kills, between = map(int, done.stdout.split())

    assert kills > 80
    # The steps but one: a kill between two of them is what the journal is for.
    assert between == most


def test_what_somebody_has_changed_since_a_kill_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_before_the_last_step(root, monkeypatch)
    (root / "index").unlink()
    make(root, {"index": "mine\n"})
    settle(root, silent)

    assert files(root) == AFTER | {"index": "mine\n"}


@pytest.mark.parametrize("text", ["{", "[]", "[{}]", '[{"kind": "remove", "target": "../other", "old": 1}]'])
def test_a_damaged_journal_is_left_out(text: str, root: Path) -> None:
    make(root, {".cache/generate/journal.json": text})
    settle(root, silent)

    assert files(root) == OLD


def test_a_journal_that_cannot_be_removed_counts_no_more(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink, refused = Path.unlink, []

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == journal.JOURNAL and not refused:
            refused.append(path)
            raise OSError(errno.EIO, "no", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    run(root)

    assert refused
    assert files(root) == AFTER
    assert not (root / ".cache").exists()


def _stop_before_the_last_step(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def stop(*arguments: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        # Neither undone nor removed: what a kill leaves.
        patch.setattr(journal.Step, "undo", stop)
        patch.setattr(journal, "_sync_targets", stop)
        with pytest.raises(Killed):
            run(root)


def test_a_second_run_waits_and_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.files.workspace._PATIENCE", 0.05)
    code = (
        "import sys, time; from pathlib import Path; from generator.files.workspace import alone, silent\n"
        "with alone(Path(sys.argv[1]), silent): print('in', flush=True); sys.stdin.read()"
    )
    said: list[str] = []
    call = [sys.executable, "-c", code, str(root)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT, text=True) as first:
        assert first.stdout is not None
        assert first.stdin is not None
        first.stdout.readline()

        def notify(line: str) -> None:
            said.append(line)
            first.stdin.close()

        with alone(root, notify):
            pass

    assert said == ["another run is in progress; waiting for it to end"]
