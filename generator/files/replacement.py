"""Replaces a project's files by others: all of them, or none.

What is guaranteed:

- A run that fails, or is stopped before its first step, leaves the old files; each file that a reader opens is whole.
- Everything is staged first (:mod:`generator.files.workspace`) and made durable. A folder that more than one file
  differs in is put in place as a whole, by one exchange; its unchanged files are links, so they keep their inodes and
  times.
  Where very few of its files differ, each is a step of its own: to link all others would take longer than the rest.
  Then :mod:`generator.files.journal` takes one step for each folder and each single file: about a dozen at most for
  ``generate``, and less than a thousandth of a second.
- A run that is killed between two of these steps, even by the machine, is completed by the next command of any kind
  before it reads or writes, so that this command sees the new files.
- Nothing is left over outside ``.cache``, and nothing in it after the next run that writes.

Where folders cannot be exchanged (another system than Linux and macOS, some network file systems, a folder that is a
link or a mount), each changed file is a step of its own. The guarantees are the same, but there are more steps to be
killed between.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.files.disk import link_or_copy, sync_everything, sync_folder, write
from generator.files.exchange import can_exchange
from generator.files.journal import Kind, Step, inode, take_all
from generator.files.tree import Difference
from generator.files.workspace import Workspace

_SINGLY = 200
"""Up to this number, files are made durable one by one; more of them by one call for all."""
_LINKS = 500
"""A folder is exchanged where it takes at most this number of links for each file that differs."""


def replace(
    workspace: Workspace,
    files: Mapping[str, str],
    difference: Difference,
    owned: Collection[str] = (),
    unchanged: Collection[str] = (),
) -> None:
    """Write missing and changed files below the workspace's root, and remove obsolete ones.

    Args:
        workspace: Where the files are staged.
        files: The expected text of each file by its path.
        difference: What differs from the files on disk.
        owned: The folders that hold these files, the unchanged ones and no others.
        unchanged: The paths of files that are on disk as they should be.

    Raises:
        OSError: Something could not be written; the old files are in place.
    """
    if difference:
        changes = _Changes(workspace, files, difference)
        changes.stage(owned, unchanged)
        take_all(workspace.root, workspace.folder, changes.steps)


class _Changes:
    """Stages files and folders, and collects the steps that put them in place."""

    def __init__(self, workspace: Workspace, files: Mapping[str, str], difference: Difference) -> None:
        self.steps: list[Step] = []
        self._root = workspace.root
        self._new = workspace.create() / "new"
        self._old = workspace.create() / "old"
        self._old.mkdir()
        self._files = files
        self._written = {*difference.missing, *difference.changed}
        self._removed = {*difference.leftover}
        self._folders: set[str] = set()
        self._sync_each = len(self._written) <= _SINGLY

    def stage(self, owned: Collection[str], unchanged: Collection[str]) -> None:
        """Stage everything, and make it durable."""
        left = self._written | self._removed
        for folder in owned:
            changed = {path for path in left if path.startswith(f"{folder}/")}
            files = {path for path in (*self._files, *unchanged) if path.startswith(f"{folder}/")}
            if len(changed) > 1 and self._is_worth_it(files, changed) and self._is_exchangeable(self._root / folder):
                self._stage_folder(folder, files, changed)
                left -= changed
        self._stage_files(sorted(left & self._written))
        for path in sorted(left & self._removed):
            self._add(Kind.REMOVE, path)
        if self._sync_each or not sync_everything():
            for folder in sorted(self._folders):
                sync_folder(self._new / folder)

    def _is_worth_it(self, files: Collection[str], changed: Collection[str]) -> bool:
        """Return whether a folder is exchanged as a whole, also so that no empty folder stays where a file was."""
        return len(files) <= _LINKS * len(changed) or not self._removed.isdisjoint(changed)

    def _is_exchangeable(self, folder: Path) -> bool:
        if inode(folder) is None or folder.is_symlink() or folder.is_mount():
            return False
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        return can_exchange(self._old)

    def _stage_folder(self, folder: str, files: Collection[str], changed: Collection[str]) -> None:
        """Stage a folder as a whole: what changes is written, everything else linked."""
        for parent in {str(PurePosixPath(path).parent) for path in changed}:
            self._refuse_read_only(self._root / parent)
        for path in sorted(files):
            if path in changed:
                self._write(path)
            else:
                link_or_copy(self._root / path, self._folder_of(path) / PurePosixPath(path).name)
        self._folder_of(f"{folder}/")
        for made in sorted(each for each in self._folders if f"{each}/".startswith(f"{folder}/")):
            self._copy_state(self._root / made, self._new / made)
        self._add(Kind.EXCHANGE, folder)

    def _stage_files(self, paths: Iterable[str]) -> None:
        """Stage files one by one; those in folders that do not exist yet with the folder."""
        new_folders: set[str] = set()
        for path in paths:
            self._write(path)
            above = [str(each) for each in reversed(PurePosixPath(path).parents) if str(each) != "."]
            missing = next((each for each in above if inode(self._root / each) is None), None)
            if missing is None:
                self._refuse_read_only((self._root / path).parent)
                self._add(Kind.RENAME, path)
            elif missing not in new_folders:
                new_folders.add(missing)
                self._add(Kind.RENAME, missing)

    def _add(self, kind: Kind, path: str) -> None:
        target = self._root / path
        old = inode(target)
        backup = self._old / str(len(self.steps))
        if kind is not Kind.EXCHANGE and old is not None:
            if stat.S_ISDIR(target.lstat().st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            link_or_copy(target, backup)
        staged = self._new / path
        names = [str(each.relative_to(self._root)) for each in (staged, backup)]
        new = None if kind is Kind.REMOVE else inode(staged)
        self.steps.append(Step(kind, path, names[0], names[1] if old is not None else "", new, old))

    def _write(self, path: str) -> None:
        write(self._folder_of(path) / PurePosixPath(path).name, self._files[path].encode(), sync=self._sync_each)

    def _folder_of(self, path: str) -> Path:
        """Return the staged folder of a file, which exists now."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            if folder:
                self._folder_of(folder)
            (self._new / folder).mkdir()
            self._folders.add(folder)
        return self._new / folder

    def _copy_state(self, place: Path, staged: Path) -> None:
        """Give a staged folder the mode and the compiled Python of the one in its place."""
        if not place.is_dir():
            return
        compiled = place / "__pycache__"
        if compiled.is_dir():
            (staged / "__pycache__").mkdir()
            for each in compiled.iterdir():
                link_or_copy(each, staged / "__pycache__" / each.name)
        if staged.stat().st_mode != place.stat().st_mode:
            staged.chmod(stat.S_IMODE(place.stat().st_mode))

    def _refuse_read_only(self, folder: Path) -> None:
        # What is in a folder is replaced with it, or by a rename: neither asks whether the folder may be written to.
        if folder.is_dir() and not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
