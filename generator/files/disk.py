"""Calls of the file system that say which file they failed on, and that make changes durable."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_NO_LINKS = frozenset([errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS])


def write(path: Path, content: bytes, *, sync: bool) -> None:
    """Write a file; ``sync`` makes its content durable."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        with _named(path):
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
            if sync:
                os.fsync(descriptor)
    finally:
        os.close(descriptor)


def content_of(path: str) -> bytes:
    """Return the content of a file."""
    # For thousands of files: making a ``Path`` of each takes as long as reading them.
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with _named(folder):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_everything() -> bool:
    """Make all that was written durable; return ``False`` where the system has no call that waits for it."""
    if sys.platform != "linux":
        return False
    os.sync()
    return True


def link_or_copy(source: Path | str, target: Path | str) -> None:
    """Give a file a second name; copy it where the file system has no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as fault:
        if fault.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def remove_folder(folder: Path) -> None:
    """Remove a folder, also where folders in it must not be written to."""
    if not folder.exists():
        return
    for parent, _, _ in os.walk(folder):
        if not os.access(parent, os.W_OK):
            Path(parent).chmod(0o700)
    shutil.rmtree(folder)


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Add the path to an error of a call that takes a descriptor."""
    try:
        yield
    except OSError as fault:
        fault.filename = fault.filename or str(path)
        raise
