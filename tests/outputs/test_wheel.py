"""The wheel's bytes depend on its source only, not on where, when and by whom it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.paths import PACKAGE, PROJECT

PARTS = ("README.md", "LICENSE", "pyproject.toml")
MODULES = ("__init__.py", "problems.py", "py.typed")
BUILD = (
    "import os, sys; os.umask(int(sys.argv[1], 8)); from hatchling.build import build_wheel; build_wheel(sys.argv[2])"
)


def _built(folder: Path, umask: str, zone: str, stamp: float) -> dict[str, bytes]:
    """The wheels of a part of the package, built in this folder."""
    source = folder / "source"
    (source / PACKAGE).mkdir(parents=True)
    for path in (*PARTS, *(f"{PACKAGE}/{name}" for name in MODULES)):
        shutil.copyfile(PROJECT / path, source / path)
        os.utime(source / path, (stamp, stamp))
    environment = {"PATH": os.environ["PATH"], "TZ": zone, "LC_ALL": "C"}
    call = [sys.executable, "-c", BUILD, umask, str(folder / "dist")]
    (folder / "dist").mkdir()
    done = subprocess.run(call, env=environment, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = _built(tmp_path / "one", "022", "UTC", 1_500_000_000)
    second = _built(tmp_path / "other" / "deeper", "077", "Asia/Tokyo", 1_700_000_000)

    assert len(first) == 1
    assert first == second
