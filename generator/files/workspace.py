"""The folder that a run prepares its changes in: below ``.cache``, which git ignores.

One run at a time writes in a project; another one waits for it. What a stopped run has left is removed by the next.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.files import journal
from generator.files.disk import remove_folder
from generator.paths import Layout

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

_PATIENCE = 0.5
"""Seconds until a run that waits says so."""
_STAGED = "staged"

Notify = Callable[[str], None]
"""Called with a line for the user."""


def silent(line: str) -> None:
    """Tell nobody."""


class Workspace:
    """A place where a run prepares the files that it writes below ``root``.

    Attributes:
        root: The folder that is written to.
        folder: The workspace; on the same file system as the root.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = Layout(root).cache

    @property
    def staged(self) -> Path:
        """The folder of files that are not in place yet."""
        return self.folder / _STAGED

    def create(self) -> Path:
        """Create the folder of files that are not in place yet, and return it."""
        self.staged.mkdir(parents=True, exist_ok=True)
        return self.staged

    def clean(self) -> None:
        """Complete a replacement that a stopped run began, and remove its other leftovers."""
        journal.recover(self.root, self.folder)
        self._clear()

    def remove(self, created: Iterable[Path]) -> None:
        """Remove the staged files and the empty folders that the run created."""
        if journal.is_unfinished(self.folder):
            return
        # What cannot be removed now is removed by the next run.
        with contextlib.suppress(OSError):
            self._clear()
        for folder in (self.folder, self.folder.parent, *created):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _clear(self) -> None:
        remove_folder(self.staged)
        self.folder.joinpath(journal.UNFINISHED).unlink(missing_ok=True)


@contextlib.contextmanager
def workspace(root: Path) -> Iterator[Workspace]:
    """Provide the workspace of a folder without the remains of earlier runs, and leave none."""
    made = Workspace(root)
    created = [folder for folder in (root, *root.parents) if not folder.exists()]
    made.clean()
    try:
        yield made
    finally:
        made.remove(created)


@contextlib.contextmanager
def alone(root: Path, notify: Notify) -> Iterator[Workspace]:
    """Provide the workspace of a project, as the only run that writes in it.

    The lock is on the project's folder, and ends with the process. Where a system or a file system has no locks, such
    as Windows, runs do not wait for each other.
    """
    with _locked(root, notify), workspace(root) as made:
        yield made


def settle(root: Path, notify: Notify) -> None:
    """Complete a replacement that a stopped run began, before a command reads the files."""
    if journal.is_unfinished(Layout(root).cache):
        with alone(root, notify):
            pass


@contextlib.contextmanager
def _locked(root: Path, notify: Notify) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    descriptor = os.open(root, os.O_RDONLY)
    try:
        _lock(descriptor, notify)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, notify: Notify) -> None:
    started = time.monotonic()
    while time.monotonic() < started + _PATIENCE:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.02)
        except OSError:
            return
        else:
            return
    notify("another run is in progress; waiting for it to end")
    fcntl.flock(descriptor, fcntl.LOCK_EX)
