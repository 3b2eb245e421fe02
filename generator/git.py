"""Exports folders from git revisions."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

_SECONDS = 60


def export_revision(root: Path, revision: str, folder: str, target: Path) -> str:
    """Write a folder of a git revision below ``target``; return an error message, or an empty string.

    Args:
        root: A folder of the repository.
        revision: The name of a revision, such as ``HEAD~1``.
        folder: The path of the folder in ``root``.
        target: An existing folder.
    """
    if revision.startswith("-"):
        return "expected a path or a git revision"
    call = ["git", "-C", str(root), "archive", "--format=tar", revision, "--", folder]
    try:
        done = subprocess.run(call, capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
        return f"no such file, and git failed: {type(fault).__name__}"
    if done.returncode != 0:
        return f"no such file, and no git revision with {folder} in {root}"
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
    return ""
