"""How long the whole command takes, with everything to do and with nothing to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.paths import CATALOG, PROJECT
from tests.bench.figure import Figure, best_of


def figures() -> Iterator[Figure]:
    """The command's time in a copy of the project that has no outputs yet, then again in the same copy."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PROJECT / CATALOG, Path(folder, CATALOG), ignore=shutil.ignore_patterns("connectors"))
        command = [sys.executable, "-m", "generator", "--project", folder, "generate"]

        def generate() -> None:
            subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)

        yield Figure("generate, everything to do", best_of(1, generate), "s", 10.0)
        yield Figure("generate, nothing to do", best_of(3, generate), "s", 0.5)
