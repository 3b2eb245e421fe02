"""What the system refuses is one line and status 2, an interrupt one line and status 130; the files stay."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.base_url import NOWHERE
from generator.command_line.main import main
from generator.context.fault import OutputError
from generator.outputs import workers
from generator.paths import GENERATED, INDEX, PROJECT, Layout
from tests import small_project


@pytest.fixture
def done(made_small_project: Layout, tmp_path: Path) -> Path:
    """A project whose generated files are current."""
    return small_project.copy(made_small_project, tmp_path / "project", generated=True).root


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--project", str(root), *arguments])
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def files(root: Path) -> dict[Path, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(root): path.read_bytes() for path in paths}


def _file_for_folder(root: Path) -> None:
    shutil.rmtree(root / GENERATED)
    (root / GENERATED).write_text("mine", encoding="utf-8")


def _folder_for_file(root: Path) -> None:
    (root / INDEX).unlink()
    (root / INDEX).mkdir()
    (root / INDEX / "mine").write_text("mine", encoding="utf-8")


IN_THE_WAY: dict[str, Callable[[Path], None]] = {
    "not a directory": _file_for_folder,
    "is a directory": _folder_for_file,
}


@pytest.mark.parametrize("reason", IN_THE_WAY)
def test_what_is_in_the_way_is_named(reason: str, done: Path) -> None:
    IN_THE_WAY[reason](done)
    before = files(done)
    result = run(done, "generate", "--jobs", "1")

    assert result.exit_code == 2
    assert f": error [system-error] {reason}" in result.stderr
    assert files(done) == before


def test_a_full_disk(done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    shutil.rmtree(done / GENERATED)
    before = files(done)
    monkeypatch.setattr(os, "write", full)
    result = run(done, "generate", "--jobs", "1")

    assert result.exit_code == 2
    assert result.stderr.endswith(": error [system-error] no space left on device\n")
    assert files(done) == before


def test_a_name_that_is_too_long(done: Path, tmp_path: Path) -> None:
    result = run(done, "generate", "--jobs", "1", "--output", str(tmp_path / ("x" * 300)))

    assert result.exit_code == 2
    assert "error [system-error] file name too long" in result.stderr


def test_an_unreadable_folder_is_not_an_empty_one(done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str = ".") -> object:
        if str(path).endswith("validators"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run(done, "generate", "--jobs", "1")

    assert result.exit_code == 2
    assert "validators: error [system-error] permission denied" in result.stderr


def end(*_: object) -> None:
    """What a worker does that the system kills."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_worker_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_print", end)
    monkeypatch.setattr(workers, "_chunks", lambda tasks: [[], []])
    with pytest.raises(OutputError) as raised:
        list(workers.printed([], 2, NOWHERE))

    assert raised.value.code == "worker-ended"


INTERRUPTED = """
import signal, sys, time
from pathlib import Path
# Who runs the tests in the background ignores interrupts, and so do its processes.
signal.signal(signal.SIGINT, signal.default_int_handler)
from generator.command_line.main import main
from generator.outputs import workers
from tests.commands.test_system_errors import wait
workers._print = wait
main(["--project", sys.argv[1], "generate", "--jobs", "2"])
"""


def wait(*_: object) -> None:
    """What a worker does that is interrupted."""
    sys.stdout.write("working\n")
    sys.stdout.flush()
    time.sleep(600)


def _start(root: Path) -> subprocess.Popen[str]:
    """Start a run and return when a worker is at work."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT)}
    call = [sys.executable, "-c", INTERRUPTED, str(root)]
    process = subprocess.Popen(
        call, env=environment, cwd=PROJECT, text=True, stdout=-1, stderr=-1, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "working\n"
    return process


def test_an_interrupt_is_one_line(done: Path) -> None:
    before = files(done)
    with _start(done) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)

    assert (process.returncode, said) == (130, "interrupted\n")
    assert files(done) == before


def test_workers_end_with_a_run_that_is_killed(done: Path) -> None:
    with _start(done) as process:
        process.kill()
        # The pipe ends when the last process that holds it has ended.
        process.communicate(timeout=30)

    assert process.returncode == -signal.SIGKILL
