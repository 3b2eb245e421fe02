"""The size of the wheel."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.paths import PROJECT
from tests.bench.figure import Figure


def figures() -> Iterator[Figure]:
    """Yield the size of the wheel, built as `make wheel` builds it but with what is installed here."""
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(PROJECT)]
        subprocess.run(call, check=True, capture_output=True)
        (wheel,) = Path(folder).glob("*.whl")
        yield Figure("wheel", wheel.stat().st_size / 1e6, "MB", 7)
