"""How long ``generate`` takes, and which share of that each mechanism saves that is there for speed alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator.paths import CATALOG, GENERATED, PROJECT, Layout
from tests.bench.figure import Figure

_ONE_CONNECTOR = "reference/fivetran/source/15five.md"
_ONE_BY_ONE = "from generator.outputs import workers; workers._CHUNK = 1"
_WITH_COLLECTIONS = "import gc; gc.disable = lambda: None"


def figures() -> Iterator[Figure]:
    """Times of the command in a copy of the project, and the shares that its mechanisms save."""
    with tempfile.TemporaryDirectory() as name:
        project = Layout(Path(name))
        shutil.copytree(PROJECT / CATALOG, project.root / CATALOG)
        cold = _cold(project, jobs=2)
        yield Figure("generate, everything to do", cold, "s", 10.0)
        yield Figure("generate, nothing to do", min(_run(project) for _ in range(3)), "s", 0.5)
        one = min(_one(project) for _ in range(3))
        yield Figure("generate, one connector to print", one, "s", 2.0)
        collecting = min(_one(project, _WITH_COLLECTIONS) for _ in range(3))
        yield _saved("no garbage collection, one connector to print", one, collecting, None)
        yield _saved("outputs that an earlier run has kept", one, cold)
        single = _cold(project)
        yield _saved("a second process", cold, single, None)
        one_by_one = _cold(project, statements=_ONE_BY_ONE)
        yield _saved("models of many connectors in one call of the engine", single, one_by_one)


def _saved(mechanism: str, with_it: float, without_it: float, least: float | None = 0.2) -> Figure:
    detail = f"{with_it:.1f} s and {without_it:.1f} s without"
    return Figure(f"share that is saved by {mechanism}", 1 - with_it / without_it, "", None, least, detail)


def _one(project: Layout, statements: str = "") -> float:
    (project.root / GENERATED / _ONE_CONNECTOR).unlink()
    return _run(project, 2, statements)


def _cold(project: Layout, jobs: int = 1, statements: str = "") -> float:
    for folder in (project.cache, project.root / GENERATED):
        shutil.rmtree(folder, ignore_errors=True)
    return _run(project, jobs, statements)


def _run(project: Layout, jobs: int = 1, statements: str = "") -> float:
    program = f"{statements}\nfrom generator.command_line.main import main\nmain()" if statements else ""
    command = [sys.executable, *(["-c", program] if program else ["-m", "generator"])]
    command += ["--project", str(project.root), "generate", "--jobs", str(jobs)]
    start = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    return time.perf_counter() - start
