"""Exports folders from git revisions, and finds the last tag."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

_SECONDS = 60


class GitError(Exception):
    """git could not be called."""


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
    try:
        done = _git(root, "archive", "--format=tar", revision, "--", folder)
    except GitError as fault:
        return f"no such file, and {fault}"
    if done.returncode != 0:
        return f"no such file, and no git revision with {folder} in {root}"
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
    return ""


def last_tag(root: Path, pattern: str) -> str | None:
    """Return the last tag before the current commit whose name matches a pattern of git, or ``None``.

    Raises:
        GitError: git could not be called.
    """
    done = _git(root, "describe", "--tags", "--abbrev=0", "--match", pattern)
    return done.stdout.decode().strip() if done.returncode == 0 else None


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    call = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(call, capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
        raise GitError(f"git failed: {type(fault).__name__}") from None
