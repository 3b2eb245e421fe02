"""Faults of the system and of servers, 20 kinds at 10 points each of ``refresh``: the old files or the new ones."""

from __future__ import annotations

import errno
import functools
import gzip
import os
import random
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.commands.refresh import Options, refresh
from generator.documents.fetch import fetch
from generator.paths import Layout
from tests import refreshed_project
from tests.documents.server import Answer, answer, network_to, redirect, served
from tests.fuzz.interrupting import Act
from tests.fuzz.kills import Command, attack
from tests.fuzz.refresh_kills import refresh_command
from tests.fuzz.report import Report

POINTS = 10
_RENAMES = ("exchange", "rename", "replace")
_LIMIT = 2**16
_SECONDS = 0.3


def _raising(fault: Callable[[], BaseException]) -> Callable[[int], Act]:
    def at(number: int) -> Act:
        def act(done: int, name: str) -> None:
            if done == number:
                raise fault()

        return act

    return at


def _sending(number_of_signal: int) -> Callable[[int], Act]:
    def at(number: int) -> Act:
        def act(done: int, name: str) -> None:
            if done == number:
                os.kill(os.getpid(), number_of_signal)

        return act

    return at


def _refusing(code: int) -> Callable[[int], Act]:
    return _raising(lambda: OSError(code, os.strerror(code)))


OF_THE_SYSTEM: dict[str, tuple[Callable[[int], Act], tuple[int, ...]]] = {
    **{
        errno.errorcode[code]: (_refusing(code), (0, 2))
        for code in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EDQUOT, errno.ESTALE)
    },
    "no memory": (_raising(MemoryError), (2,)),
    "interrupt": (_raising(KeyboardInterrupt), (130,)),
    "SIGTERM": (_sending(signal.SIGTERM), (0,)),
    "SIGHUP": (_sending(signal.SIGHUP), (0,)),
    "SIGKILL": (_sending(signal.SIGKILL), ()),
}
"""Kinds of faults by name: what makes them at a call of the file system, and the statuses that a run may end with."""


def _whole() -> bytes:
    return answer(refreshed_project.page(refreshed_project.NEW_ROW))


def _cut(point: int) -> bytes:
    return _whole()[: len(_whole()) * point // POINTS]


def _then(start: bytes, end: Callable[[socket.socket], None]) -> Answer:
    def respond(connection: socket.socket) -> None:
        connection.sendall(start)
        end(connection)

    return respond


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def _stall(connection: socket.socket) -> None:
    connection.settimeout(2 * _SECONDS)
    connection.recv(1)


def _flood(connection: socket.socket) -> None:
    for _ in range(64):
        connection.sendall(b"x" * _LIMIT)


def _packed(point: int) -> bytes:
    """A gzip file with a wrong byte."""
    body = bytearray(gzip.compress(refreshed_project.page(refreshed_project.NEW_ROW), mtime=0))
    body[min(len(body) - 1, len(body) * point // POINTS)] ^= 0xFF
    return answer(bytes(body), "200 OK", "Content-Encoding: gzip")


OF_SERVERS: dict[str, Callable[[int], Answer]] = {
    "reset": lambda point: _then(_cut(point), _reset),
    "truncated": _cut,
    "stalled": lambda point: _then(_cut(point), _stall),
    "not HTTP": lambda point: b"\0" + _cut(point),
    "status": lambda point: answer(b"", f"{(400, 401, 403, 404, 410, 418, 451, 501, 204, 300)[point]} No"),
    "content type": lambda point: answer(_cut(point), "200 OK", f"Content-Type: {('', 'a/b', 'text/xml')[point % 3]}"),
    "too large": lambda point: _then(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _cut(point), _flood),
    "packed wrongly": _packed,
}
"""Kinds of faults by name: what a server answers at last, after as many redirects and errors as the point says."""

CASES = [(kind, point) for kind in (*OF_THE_SYSTEM, *OF_SERVERS) for point in range(POINTS)]


def run(seed: int, count: int) -> Report:
    """Run ``count`` of the cases, drawn at random where that is not all of them."""
    draw = random.Random(seed)
    chosen = [*CASES, *draw.choices(CASES, k=max(0, count - len(CASES)))] if count >= len(CASES) else []
    chosen = chosen or draw.sample(CASES, count)
    with tempfile.TemporaryDirectory() as folder:
        failures = [line for line in _attacks(chosen, draw, Path(folder)) if line]
    return Report(len(chosen), tuple(failures))


def _attacks(cases: list[tuple[str, int]], draw: random.Random, folder: Path) -> Iterator[str]:
    command = refresh_command(folder)
    for kind, point in cases:
        label = f"{kind} at point {point}"
        if kind in OF_THE_SYSTEM:
            at, statuses = OF_THE_SYSTEM[kind]
            number = _call(command, point, draw)
            yield attack(command, folder / "run", f"{label}, call {number}", at(number), statuses=statuses)
        else:
            yield _from_server(Layout(command.template), label, point, OF_SERVERS[kind](point))


def _call(command: Command, point: int, draw: random.Random) -> int:
    """Return the number of a call: of two points, one is in a tenth of the run, the other near a rename."""
    if point % 2:
        renames = [number for number, name in enumerate(command.calls, 1) if name in _RENAMES]
        number = renames[min(len(renames) - 1, len(renames) * point // POINTS)] + draw.randint(-1, 1)
    else:
        number = int((point + draw.random()) / POINTS * len(command.calls)) + 1
    return max(1, min(number, len(command.calls)))


def _from_server(layout: Layout, label: str, point: int, last: Answer) -> str:
    """Refresh from a server that errs in the end; return what went wrong."""
    before = refreshed_project.state(layout)
    first = [redirect(f"/{number}") for number in range(point % 5)] + [answer(b"", "503 Wait")] * (point // 5)
    with served(*first, last) as server:
        network = network_to(server, bytes=_LIMIT, seconds=_SECONDS if "stalled" in label else 60)
        found = refresh(
            layout, Options(jobs=1), lambda done, total: None, fetch=functools.partial(fetch, network=network)
        )
    faults = []
    if [each.code for each in found.diagnostics] != ["not-fetched"]:
        faults.append(f"diagnostics {[str(each) for each in found.diagnostics]}")
    if refreshed_project.state(layout) != before or (layout.cache / "staged").exists():
        faults.append("files have changed")
    return f"refresh, {label}: {'; '.join(faults)}" if faults else ""
