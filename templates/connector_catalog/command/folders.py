"""Finds the files of a folder that may hold payloads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..bounds import IGNORE_FILE_BYTES
from .finding import BadInputError
from .ignore_patterns import INCLUDED, Pattern, patterns_of, verdict

_IGNORE = ".gitignore"


class Unreadable(NamedTuple):
    """A folder, or a file of patterns, that cannot be read, and why."""

    name: str
    error: BadInputError


class _Level(NamedTuple):
    """The patterns of one folder, and the number of names of its path."""

    depth: int
    patterns: list[Pattern]


def files_in(folder: str, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Iterator[str | Unreadable]:
    """Yield the names of a folder's files in their order, and what cannot be read.

    The patterns have the form of ``.gitignore`` and count from the folder on. Ignored files are left out: those of
    ``.gitignore`` files in the folder, below, and above it in the same repository. So are hidden folders, links to
    folders, and links that lead out of the folder or to a file that is found anyway.

    Args:
        folder: The folder.
        include: Patterns of the files; by default those of ``INCLUDED``.
        exclude: Patterns of files and folders to leave out.
    """
    walk = _Walk(folder, include or INCLUDED, exclude)
    names = []
    for name in walk.files():
        if isinstance(name, str):
            names.append(name)
        yield name
    known = set(map(os.path.realpath, names)) if walk.links else set()
    for link in walk.links:
        if os.path.realpath(link) not in known:
            known.add(os.path.realpath(link))
            yield link


class _Walk:
    """One search; ``links`` has the links to files in the folder."""

    def __init__(self, folder: str, include: Sequence[str], exclude: Sequence[str]) -> None:
        self.links: list[str] = []
        self._folder = Path(folder)
        self._real = Path(os.path.realpath(folder))
        self._include = patterns_of(os.fsencode("\n".join(include)))
        self._exclude = patterns_of(os.fsencode("\n".join(exclude)))
        root = next((each for each in (self._real, *self._real.parents) if (each / ".git").exists()), self._real)
        # The path of the folder from the repository on.
        self._above = tuple(map(os.fsencode, self._real.relative_to(root).parts))
        self._root = root

    def files(self) -> Iterator[str | Unreadable]:
        levels: list[_Level] = []
        for depth in range(len(self._above)):
            above = self._root.joinpath(*map(os.fsdecode, self._above[:depth]))
            yield from self._enter(above, depth, levels)
        yield from self._inside(self._folder, (), levels)

    def _enter(self, folder: Path, depth: int, levels: list[_Level]) -> Iterator[Unreadable]:
        """Add the patterns of a folder."""
        path = folder / _IGNORE
        try:
            if path.is_symlink() or not path.is_file():
                return
            with path.open("rb") as stream:
                data = stream.read(IGNORE_FILE_BYTES + 1)
        except OSError as error:
            yield _unreadable(str(path), error)
            return
        if len(data) > IGNORE_FILE_BYTES:
            message = f"the file has more than {IGNORE_FILE_BYTES:,} bytes"
            yield Unreadable(str(path), BadInputError("too-large", message))
        else:
            levels.append(_Level(depth, patterns_of(data)))

    def _inside(self, folder: Path, path: tuple[bytes, ...], above: list[_Level]) -> Iterator[str | Unreadable]:
        # A stack of its own, because folders may be nested deeply.
        waiting = [(folder, path, above)]
        while waiting:
            folder, path, above = waiting.pop()
            levels = list(above)
            yield from self._enter(folder, len(self._above) + len(path), levels)
            try:
                with os.scandir(folder) as entries:
                    listed = sorted(entries, key=lambda each: each.name)
            except OSError as error:
                yield _unreadable(str(folder), error)
                continue
            below = []
            for entry in listed:
                inner = (*path, os.fsencode(entry.name))
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith(".") and not self._is_left_out(inner, levels, is_folder=True):
                        below.append((folder / entry.name, inner, levels))
                elif self._is_wanted(entry, inner, levels):
                    yield str(folder / entry.name)
            waiting += reversed(below)

    def _is_wanted(self, entry: os.DirEntry[str], path: tuple[bytes, ...], levels: list[_Level]) -> bool:
        if not verdict(self._include, path, is_folder=False) or self._is_left_out(path, levels, is_folder=False):
            return False
        if not entry.is_symlink():
            return entry.is_file()
        target = Path(os.path.realpath(entry.path))
        if target.is_relative_to(self._real) and target.is_file():
            self.links.append(str(self._folder.joinpath(*map(os.fsdecode, path))))
        return False

    def _is_left_out(self, path: tuple[bytes, ...], levels: list[_Level], *, is_folder: bool) -> bool:
        if verdict(self._exclude, path, is_folder=is_folder):
            return True
        whole = (*self._above, *path)
        for level in reversed(levels):
            ignored = verdict(level.patterns, whole[level.depth :], is_folder=is_folder)
            if ignored is not None:
                return ignored
        return False


def _unreadable(name: str, error: OSError) -> Unreadable:
    reason = error.strerror or "the system refuses it"
    return Unreadable(name, BadInputError("not-readable", f"cannot be read: {reason}"))
