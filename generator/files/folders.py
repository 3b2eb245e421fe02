"""Lists folders. Unlike :meth:`pathlib.Path.glob`, an unreadable folder is an error and not an empty one."""

from __future__ import annotations

import os
from pathlib import Path


def files_in(folder: Path, suffix: str) -> list[Path]:
    """Return the sorted paths in a folder that end with a suffix; an empty list if the folder is missing.

    Raises:
        OSError: The folder cannot be read.
    """
    return [each for each in _listed(folder) if each.name.endswith(suffix)]


def folders_in(folder: Path) -> list[Path]:
    """Return the sorted folders in a folder; an empty list if the folder is missing.

    Raises:
        OSError: The folder cannot be read.
    """
    return [each for each in _listed(folder) if each.is_dir()]


def files_below(root: Path, folder: str) -> set[str]:
    """Return the paths, relative to ``root``, of all files below a folder.

    Raises:
        OSError: A folder cannot be read.
    """
    found: set[str] = set()
    for parent, folders, names in os.walk(root / folder, onerror=_refuse):
        folders[:] = [name for name in folders if name != "__pycache__"]
        inside = Path(parent).relative_to(root).as_posix()
        found.update(f"{inside}/{name}" for name in names)
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(each.path) for each in entries)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _refuse(fault: OSError) -> None:
    # Files that are not seen would be left over.
    if not isinstance(fault, FileNotFoundError | NotADirectoryError):
        raise fault
