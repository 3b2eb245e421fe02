"""Runs a command and measures its time, and the memory of each of its processes."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_HELD = re.compile(r"^(Pss|VmHWM):\s+(\d+) kB", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Taken:
    """The cost of a command.

    Attributes:
        seconds: From start to end.
        memory: The most that all its processes held at one time, in MB; what they share counts once.
        processes: How many there were.
        worker: The most that a worker, as ``multiprocessing`` starts them, held, in MB.
    """

    seconds: float
    memory: float
    processes: int
    worker: float


def watch(command: Sequence[str], folder: Path) -> Taken:
    """Run a command in a folder; it must succeed."""
    start = time.perf_counter()
    # A file takes any amount of output; a pipe that nobody reads would stop the command.
    with (
        tempfile.TemporaryFile("w+") as printed,
        subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT) as process,
    ):
        seen: set[int] = set()
        memory = worker = 0.0
        while process.poll() is None:
            held = {pid: _held(pid) for pid in _family(process.pid)}
            seen |= set(held)
            memory = max(memory, sum(share for _, share in held.values()))
            worker = max(worker, *(peak if _is_worker(pid) else 0.0 for pid, (peak, _) in held.items()), 0.0)
            # Rarely: the kernel stops a process while it counts its pages.
            _wait(process, 0.5)
        seconds = time.perf_counter() - start
        printed.seek(0)
        output = printed.read()
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} has failed: {output[-2000:]}")
    return Taken(seconds, memory, len(seen), worker)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for the end of a process, at most this long."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _family(pid: int) -> list[int]:
    """Return a process and its descendants."""
    found = [pid]
    for each in found:
        try:
            tasks = Path(f"/proc/{each}/task").iterdir()
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _is_worker(pid: int) -> bool:
    try:
        return b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _held(pid: int) -> tuple[float, float]:
    """Return the memory of a process in MB: the most so far, and its share now where processes use the same pages."""
    try:
        texts = (Path(f"/proc/{pid}/{name}").read_text() for name in ("status", "smaps_rollup"))
        found = {name: int(size) / 1024 for text in texts for name, size in _HELD.findall(text)}
    except OSError:
        return 0.0, 0.0
    return found.get("VmHWM", 0.0), found.get("Pss", 0.0)
