"""Runs the command line, in this process or in one of its own."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from connector_catalog.command import main

from generator.paths import PACKAGE, PROJECT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str((PROJECT / PACKAGE).parent)}
COMMAND = [sys.executable, "-m", "connector_catalog"]


LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
"""
"""For what would take all memory, or no end, if a limit of the command did not hold."""


def command_after(setup: str) -> list[str]:
    """The command line in a process that runs some code first."""
    return [sys.executable, "-c", f"{setup}\nimport sys\nfrom connector_catalog.command import main\nsys.exit(main())"]


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
    out, err, given = (io.TextIOWrapper(io.BytesIO(start), "utf-8") for start in (b"", b"", stdin))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), mock.patch("sys.stdin", given):
        status = main([str(each) for each in arguments])
    out.flush()
    err.flush()
    return Ran(status, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())  # type: ignore[attr-defined]


def run_apart(*arguments: str | Path, stdin: bytes = b"", command: Sequence[str] = COMMAND, **environment: str) -> Ran:
    call: Sequence[str] = [*command, *map(str, arguments)]
    env = {**ENVIRONMENT, **environment}
    done = subprocess.run(call, input=stdin, capture_output=True, check=False, env=env)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_limited(*arguments: str | Path) -> Ran:
    return run_apart(*arguments, command=command_after(LIMITED))


def found(path: Path, *arguments: str) -> list[tuple[int | None, str, str]]:
    """The line, the path and the code of each problem of a file."""
    return [(each["line"], each["path"], each["code"]) for each in objects(path, *arguments)]


def objects(path: Path, *arguments: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(run("validate", "--format", "json", *arguments, path).out)
    return listed


def request(**config: Any) -> dict[str, Any]:
    """A valid request, with these properties beside."""
    return {"service": "iterable", "group_id": "g", "config": {"schema": "s", **config}}
