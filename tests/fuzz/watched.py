"""Runs cases in a process with limits, and starts another one after a case that hangs or dies."""

from __future__ import annotations

import contextlib
import multiprocessing
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

SECONDS = 10
"""How long a case may take, as time of the processor: other processes may have it too."""
_PATIENCE = 4
"""How many times as long to wait for a case that a signal does not end."""
MEMORY = 2**30
"""How much memory a case may take, in bytes, beyond what the process has when it starts."""

_CONTEXT = multiprocessing.get_context("fork")


class Case(NamedTuple):
    """A case, and what runs it: it returns what goes wrong, or an empty text."""

    name: str
    run: Callable[[], str]


def watch(cases: Sequence[Case], seconds: float = SECONDS) -> tuple[str, ...]:
    """Return a line for each case that fails, takes too long or too much memory, or ends its process."""
    failures: list[str] = []
    start = 0
    while start < len(cases):
        ours, theirs = _CONTEXT.Pipe(duplex=False)
        # Buffered output would be written by both.
        sys.stdout.flush()
        process = _CONTEXT.Process(target=_run, args=(cases[start:], theirs, seconds), daemon=True)
        process.start()
        theirs.close()
        start = _collect(cases, start, ours, failures, seconds)
        process.kill()
        process.join()
        ours.close()
    return tuple(failures)


def _collect(cases: Sequence[Case], start: int, ours: Connection, failures: list[str], seconds: float) -> int:
    """Add the failures of a process; return the number of the case that the next one begins with."""
    for number in range(start, len(cases)):
        try:
            # A signal cannot end what runs in C.
            fault = (
                ours.recv()
                if ours.poll(seconds * _PATIENCE)
                else f"takes more than {seconds * _PATIENCE:g} s and cannot be stopped"
            )
            hangs = fault.endswith("stopped")
        except EOFError:
            fault, hangs = "ends the process", True
        if fault:
            failures.append(f"{cases[number].name}: {fault}")
        if hangs:
            return number + 1
    return len(cases)


def _run(cases: Sequence[Case], theirs: Connection, seconds: float) -> None:
    # Data alone: the address space of a process that has loaded everything is larger than what it uses.
    held = int(_status("VmData")) * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (held + MEMORY, held + MEMORY))
    signal.signal(signal.SIGPROF, _late)
    for case in cases:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            fault = case.run()
        except BaseException as raised:
            fault = f"{type(raised).__name__}: {raised}"
        signal.setitimer(signal.ITIMER_PROF, 0)
        theirs.send(fault)
    theirs.close()


@contextlib.contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Raise a ``TimeoutError`` in the body after so much time of the processor."""
    before = signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _late(*_: object) -> None:
    raise TimeoutError("takes too long")


def _status(name: str) -> str:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{name}:"))
