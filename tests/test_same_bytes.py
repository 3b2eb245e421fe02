"""The same bytes for every run: whatever the hash seed, the number of processes or the folder that it is started in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.files import folders
from generator.paths import CONNECTORS, PROJECT, Layout
from tests import small_project


def _generated(layout: Layout, output: Path, jobs: int, seed: int) -> dict[str, bytes]:
    environment = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(PROJECT)}
    options = ["generate", "--output", str(output), "--jobs", str(jobs)]
    call = [sys.executable, "-m", "generator", "--project", str(layout.root), *options]
    done = subprocess.run(call, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path: (output / path).read_bytes() for path in folders.files_below(output, ".")}


@pytest.fixture
def many(tmp_path: Path) -> Layout:
    """All of Stitch's connectors and some of Fivetran's: more than one process is given at a time."""
    paths = sorted((PROJECT / CONNECTORS / "fivetran").rglob("*.json"))
    return small_project.make(tmp_path / "project", None, [path.stem for path in paths[::32]])


def test_jobs_and_hash_seed_do_not_matter(many: Layout, tmp_path: Path) -> None:
    one = _generated(many, tmp_path / "one", jobs=1, seed=0)
    two = _generated(many, tmp_path / "two", jobs=2, seed=1)

    assert len(one) > 700
    assert [path for path in sorted({*one, *two}) if one.get(path) != two.get(path)] == []
