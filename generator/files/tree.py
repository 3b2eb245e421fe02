"""Compares trees of files."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.files.disk import content_of
from generator.files.folders import files_below


@dataclasses.dataclass(frozen=True)
class Difference:
    """The differences between the files on disk and the expected ones, as paths relative to the root."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    leftover: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.leftover)

    def counts(self) -> str:
        """Return the numbers of files in words."""
        return f"{len(self.missing):,} files new, {len(self.changed):,} changed, {len(self.leftover):,} removed"

    def lines(self) -> list[str]:
        """Return a line for each file."""
        kinds = (("missing", self.missing), ("changed", self.changed), ("left over", self.leftover))
        return [f"{kind}: {path}" for kind, paths in kinds for path in paths]


def compare(
    root: Path, files: Mapping[str, str], owned: tuple[str, ...], unchanged: Collection[str] = ()
) -> Difference:
    """Compare files with those on disk.

    Args:
        root: The folder that the paths are relative to.
        files: The text of each file.
        owned: The folders below ``root`` that hold these files, the unchanged ones and no others.
        unchanged: The paths of files that are on disk as they should be.
    """
    on_disk = {path for folder in owned for path in files_below(root, folder)}
    there = {path for path in files if path in on_disk or (root / path).is_file()}
    missing = tuple(sorted(set(files) - there))
    changed = tuple(sorted(path for path in there if content_of(f"{root}/{path}") != files[path].encode()))
    return Difference(missing, changed, tuple(sorted(on_disk - {*files, *unchanged})))
