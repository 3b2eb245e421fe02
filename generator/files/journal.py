"""Puts staged files and folders in their places, all of them or none.

Each step is one call of the system: a staged folder is exchanged with the one in its place, a staged file is renamed
to its place, or a file is removed. If a step fails, the steps before it are undone. Where there are several steps, a
journal on disk lists them before the first one: if the process or the machine stops between two steps, the next
command takes the remaining ones (:func:`recover`), so that it sees the new state. Before the journal is complete,
the old state is untouched.
"""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import json
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.files import exchange
from generator.files.disk import sync_folder, write

JOURNAL = "journal.json"
UNFINISHED = "journal.new"
"""The journal while it is written: it does not count."""


class Kind(enum.StrEnum):
    """The action of a step."""

    EXCHANGE = "exchange"
    RENAME = "rename"
    REMOVE = "remove"


@dataclasses.dataclass(frozen=True)
class Step:
    """One change of the tree, with paths relative to the root.

    Attributes:
        kind: What it does.
        target: The path that it changes.
        staged: The new file or folder.
        backup: Another link to the old file, if there is one.
        new: Number of the staged inode: where the target has it, the step is done. ``None`` if the target is removed.
        old: Number of the target's inode before the step; ``None`` if there is nothing.
    """

    kind: Kind
    target: str
    staged: str = ""
    backup: str = ""
    new: int | None = None
    old: int | None = None

    def take(self, root: Path) -> None:
        """Change the tree."""
        if self.kind is Kind.EXCHANGE:
            exchange.exchange(root / self.staged, root / self.target)
        elif self.kind is Kind.RENAME:
            (root / self.staged).replace(root / self.target)
        else:
            (root / self.target).unlink()

    def undo(self, root: Path) -> None:
        """Change the tree back."""
        if self.kind is Kind.EXCHANGE:
            exchange.exchange(root / self.staged, root / self.target)
        elif self.backup:
            (root / self.backup).replace(root / self.target)
        else:
            (root / self.target).replace(root / self.staged)


def inode(path: Path) -> int | None:
    """Return the number of a path's inode; ``None`` if there is nothing."""
    try:
        return path.lstat().st_ino
    except FileNotFoundError:
        return None


def take_all(root: Path, workspace: Path, steps: list[Step]) -> None:
    """Take all steps, or none if one of them fails.

    Raises:
        OSError: A step failed, or what it has changed cannot be made durable.
    """
    journal = workspace / JOURNAL
    with _signals_wait():
        if len(steps) > 1:
            _write_journal(journal, steps)
        try:
            for step in steps:
                step.take(root)
            _sync_targets(root, steps)
        except BaseException:
            for step in reversed(steps):
                if inode(root / step.target) == step.new:
                    step.undo(root)
            journal.unlink(missing_ok=True)
            raise
        _discard(journal)


def recover(root: Path, workspace: Path) -> None:
    """Take the remaining steps of a run that was stopped between two of them.

    What somebody else has changed since then stays as it is.

    Raises:
        OSError: A step fails; the journal stays for the next command.
    """
    journal = workspace / JOURNAL
    if not journal.exists():
        return
    steps = _read_journal(journal)
    for step in steps:
        if step.old != step.new and inode(root / step.target) == step.old:
            step.take(root)
    _sync_targets(root, steps)
    journal.unlink()


def is_unfinished(workspace: Path) -> bool:
    """Return whether :func:`recover` has something to do."""
    return (workspace / JOURNAL).exists()


def _write_journal(journal: Path, steps: Iterable[Step]) -> None:
    written = journal.with_name(UNFINISHED)
    write(written, json.dumps([dataclasses.asdict(step) for step in steps]).encode(), sync=True)
    try:
        written.replace(journal)
        sync_folder(journal.parent)
    except BaseException:
        journal.unlink(missing_ok=True)
        raise


def _discard(journal: Path) -> None:
    """Remove a journal whose steps are taken; where that fails, give it the name of one that does not count."""
    try:
        journal.unlink(missing_ok=True)
    except OSError:
        # What remains even so is harmless: the next command finds nothing to do, and removes it.
        with contextlib.suppress(OSError):
            journal.replace(journal.with_name(UNFINISHED))


def _read_journal(journal: Path) -> list[Step]:
    """Return the steps of a journal; none if it is not one that :func:`_write_journal` has written."""
    try:
        steps = [Step(**{**each, "kind": Kind(each["kind"])}) for each in json.loads(journal.read_bytes())]
        return steps if all(_is_inside(path) for step in steps for path in (step.target, step.staged)) else []
    except (ValueError, TypeError, KeyError):
        return []


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts


def _sync_targets(root: Path, steps: Iterable[Step]) -> None:
    for folder in sorted({(root / step.target).parent for step in steps}):
        sync_folder(folder)


@contextlib.contextmanager
def _signals_wait() -> Iterator[None]:
    """Let signals that end the process wait until the steps are taken."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
