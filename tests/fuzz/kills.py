"""Kills and failing calls: after each, the project holds the old files or the new ones, and nothing else."""

from __future__ import annotations

import dataclasses
import itertools
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from generator.command_line.main import main
from generator.paths import Layout
from tests import small_project
from tests.fuzz.interrupting import ERRORS, Act, counted, failing, killing
from tests.fuzz.report import Report

PAGE = Path(__file__).parent.parent / "pages" / "stitch" / "form_and_oauth.html"
_CACHE = ".cache"

_RENAMES = ("exchange", "rename", "replace")

State = dict[str, bytes]


@dataclasses.dataclass(frozen=True)
class Command:
    """A command in a project, and the project's files before and after it.

    Attributes:
        name: Of the command.
        arguments: Of the command line, after the project.
        template: The project before it; what the command would compute is in its cache.
        old: The files before it.
        new: The files after it.
        calls: The names of the calls of the file system that it makes, in order.
        server: What the process that runs it needs instead of the network; does nothing for most.
    """

    name: str
    arguments: tuple[str, ...]
    template: Path
    old: State
    new: State
    calls: tuple[str, ...]
    server: Callable[[], None] = lambda: None


def run(seed: int, count: int) -> Report:
    """Kill ``count`` runs, and make a call of ``count`` others fail."""
    with tempfile.TemporaryDirectory() as folder:
        commands = list(itertools.islice(prepare(Path(folder)), count))
        failures = [line for line in attacks(commands, random.Random(seed), count, Path(folder, "run")) if line]
    return Report(2 * count, tuple(failures))


def attacks(commands: list[Command], draw: random.Random, count: int, root: Path) -> Iterator[str]:
    """Yield what went wrong after each kill and each failing call; an empty text if nothing."""
    for index in range(count):
        command = commands[index % len(commands)]
        number = _number(command, draw)
        yield attack(command, root, f"failing call {number}", failing(number, draw.choice(ERRORS)))
        if index % 3:
            yield attack(command, root, f"kill at call {number}", killing(number))
        else:
            seconds = draw.random() * 0.5
            yield attack(command, root, f"kill after {seconds:.3f} s", _nothing, seconds)


def _number(command: Command, draw: random.Random) -> int:
    """Draw a call: half of them are near a rename, where the files change."""
    renames = [number for number, name in enumerate(command.calls, 1) if name in _RENAMES]
    number = draw.choice(renames) + draw.randint(-1, 2) if draw.random() < 0.5 else draw.randint(1, len(command.calls))
    return min(number, len(command.calls))


def prepare(folder: Path) -> Iterator[Command]:
    """Make the commands that are attacked, one after the other."""
    first = small_project.make_generated(folder / "made" / "project").root
    empty = folder / "made" / "empty"
    small_project.make(empty)
    changed = folder / "made" / "changed"
    shutil.copytree(first, changed)
    small_project.change(Layout(changed))
    generate = ("generate", "--jobs", "1", "--accept-removals")
    capture = ("capture", "--name", "acme", "--date", "2026-05", str(PAGE))
    yield make_command("generate again", generate, changed, folder)
    yield make_command("generate first", generate, empty, folder)
    yield make_command("capture", capture, first, folder)


def make_command(
    name: str, arguments: tuple[str, ...], project: Path, folder: Path, server: Callable[[], None] = lambda: None
) -> Command:
    template, done = folder / name, folder / "done"
    shutil.copytree(project, template)
    shutil.rmtree(done, ignore_errors=True)
    shutil.copytree(project, done)
    _in_child(done, arguments, _nothing, server)
    if (done / _CACHE).exists():
        shutil.copytree(done / _CACHE / "generate" / "printed", template / _CACHE / "generate" / "printed")
    again = folder / "again"
    shutil.copytree(template, again)
    calls = _calls(again, arguments, server)
    old, new = _state(template), _state(again)
    assert old != new, name
    command = Command(name, arguments, template, old, new, calls, server)
    shutil.rmtree(again)
    return command


def _calls(root: Path, arguments: tuple[str, ...], server: Callable[[], None]) -> tuple[str, ...]:
    """Run a command and return the calls that it makes."""
    names = root.parent / "calls"
    descriptor, write = os.open(names, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), os.write
    _in_child(root, arguments, lambda done, name: (write(descriptor, f"{name}\n".encode()), None)[1], server)
    os.close(descriptor)
    return tuple(names.read_text(encoding="utf-8").split())


def attack(
    command: Command,
    root: Path,
    label: str,
    act: Act,
    seconds: float | None = None,
    statuses: Collection[int] = (0, 2),
) -> str:
    """Stop a run, then let another command recover; return what went wrong.

    Args:
        command: The command.
        root: Where the project is copied to.
        label: The attack's name.
        act: Called before each call of the file system.
        seconds: The time after which the process is killed; ``None`` if it is not.
        statuses: What the run may end with, unless a signal ends it.
    """
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(command.template, root)
    status, said = _in_child(root, command.arguments, act, command.server, seconds=seconds)
    faults = []
    after = _state(root)
    unfinished = (root / _CACHE / "generate" / "journal.json").exists()
    if status >= 0:
        if status not in statuses or "Traceback" in said:
            faults.append(f"status {status}: {said.strip()[-300:]}")
        if after not in (command.old, command.new) or unfinished:
            faults.append("neither the old files nor the new ones after a failing call")
    elif after not in (command.old, command.new) and not unfinished:
        faults.append("neither the old files nor the new ones, and no journal")
    if left := sorted(path for path in after if path not in command.old and path not in command.new):
        faults.append(f"left over: {left}")
    _in_child(root, ("generate", "--check", "--jobs", "1") if unfinished else ("diff", str(root), str(root)), _nothing)
    recovered = _state(root)
    if recovered not in (command.old, command.new):
        faults.append("neither the old files nor the new ones after the next command")
    status, said = _in_child(root, command.arguments, _nothing, command.server)
    if status or _state(root) != command.new or _staged(root):
        faults.append(f"the same command again: status {status}, {_staged(root)}")
    return f"{command.name}, {label}: {'; '.join(faults)}" if faults else ""


def _in_child(
    root: Path,
    arguments: tuple[str, ...],
    act: Act,
    server: Callable[[], None] = lambda: None,
    seconds: float | None = None,
) -> tuple[int, str]:
    """Run the command line in a fork of this process; return its status and what it said."""
    said = root.parent / "said"
    child = os.fork()
    if not child:
        server()
        _child(root, arguments, act, said)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text(
        encoding="utf-8", errors="replace"
    ) if said.exists() else ""


def _child(root: Path, arguments: tuple[str, ...], act: Act, said: Path) -> None:
    status = 70
    try:
        descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
        os.fsync = lambda descriptor: None  # counted, but nobody cuts the power
        with counted(act):
            main(["--project", str(root), *arguments])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _nothing(done: int, name: str) -> None:
    pass


def _state(root: Path) -> State:
    """Every file outside the cache."""
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and path.relative_to(root).parts[0] != _CACHE)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def _staged(root: Path) -> list[str]:
    folder = root / _CACHE / "generate"
    return [name for name in ("staged", "journal.json", "journal.new") if (folder / name).exists()]
