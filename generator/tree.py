"""Compares, writes and removes trees of files, each file atomically."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Difference:
    """The differences between the files on disk and the expected ones, as paths relative to the root."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    leftover: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.leftover)

    def lines(self) -> list[str]:
        """Return a line for each file."""
        kinds = (("missing", self.missing), ("changed", self.changed), ("left over", self.leftover))
        return [f"{kind}: {path}" for kind, paths in kinds for path in paths]


def compare(root: Path, files: Mapping[str, str], owned: tuple[str, ...]) -> Difference:
    """Compare files with those on disk.

    Args:
        root: The folder that the paths are relative to.
        files: The text of each file.
        owned: The folders below ``root`` that hold these files and no others.
    """
    on_disk = {path for folder in owned for path in files_below(root, folder)}
    there = {path for path in files if path in on_disk or (root / path).is_file()}
    missing = tuple(sorted(set(files) - there))
    changed = tuple(sorted(path for path in there if (root / path).read_bytes() != files[path].encode()))
    return Difference(missing, changed, tuple(sorted(on_disk - {*files})))


def files_below(root: Path, folder: str) -> set[str]:
    """Return the paths, relative to ``root``, of the files in a folder and below."""
    found: set[str] = set()
    for parent, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        inside = Path(parent).relative_to(root).as_posix()
        found.update(f"{inside}/{name}" for name in names)
    return found


def apply(root: Path, files: Mapping[str, str], difference: Difference) -> None:
    """Write what is missing or changed and remove what is left over."""
    for path in (*difference.missing, *difference.changed):
        write_atomically(root / path, files[path])
    for path in difference.leftover:
        (root / path).unlink()


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 text to a temporary file beside ``path`` and rename it, so that no reader sees half a file."""
    temporary = f"{path.parent}/.{path.name}.{os.getpid()}.tmp"
    try:
        descriptor = _create(temporary)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = _create(temporary)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _create(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
